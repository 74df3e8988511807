/** CASEWORK section 4: a complaint that outlived the proposal it was recorded with can be settled while another one waits. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSettling, sendSettling } from "../../../src/chat/handlers/complaints.ts";
import { sendGates } from "../../../src/chat/handlers/propose/gates.ts";
import { openCaseHistory } from "../../../src/chat/handlers/triage.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  auditOf,
  type Council,
  reported,
  theAnswers,
  theDetails,
} from "../builders.ts";
import type { Person } from "../northmoor.ts";

const FROM = { chat: "slack", tenant: "T0NORTH", account: "r.byrne" } as const;
const mail = (person: Person) => `${person}@northmoor.example`;
let council: Council;
let carrier: string;
let waiting: { readonly id: string; readonly version: number };
let customer: string;

/** Dana Okafor is complained about in one proposal, which is withdrawn while another of the same customer waits. */
beforeEach(async () => {
  council = await aCouncil();
  carrier = await aProposal.draft(council);
  await council.use.detailProposal(await theDetails(council, carrier));
  waiting = await aProposal.awaitingDecision(council, { incident: await reported(council) });
  await complains(carrier, ["d.okafor"]);
  await council.use.withdrawProposal({ actor: await council.actor("j.reid"), proposal: carrier, reason: null });
  const [row] = await council.sql`select id from customer where ref = 'C-1042'`;
  customer = String(row?.["id"]);
});
afterEach(() => council.drop());

const complains = async (proposal: string, about: readonly Person[]) =>
  await council.use.answerGates({ ...(await theAnswers(council, proposal)), complainedAbout: about.map(mail) });
const officer = async (person: Person) => (await council.actor(person)).officer;
const settles = async (about: readonly Person[], by: Person = "r.byrne") =>
  await council.use.settleComplaint({
    actor: await council.actor(by),
    customer,
    officers: await Promise.all(about.map(officer)),
    because: "answered",
  });
const decides = async (by: Person = "d.okafor") =>
  await council.use.decideProposal(await aDecision(council, waiting, { by }));
const BARRED = { code: "refused", refusal: { code: "complained-about" } };

describe("the register team records that a complaint is settled", () => {
  it("and whom it named decides what waits, without anything being withdrawn", async () => {
    expect(await decides()).toMatchObject(BARRED);
    expect(await settles(["d.okafor"])).toEqual({ code: "settled", ref: "C-1042" });
    expect(await decides()).toMatchObject({ state: "approved" });
  });

  it("with who did it, whom it was about and why in the audit, and no word of it anywhere else", async () => {
    await settles(["d.okafor"]);
    const [row] =
      await council.sql`select "by", subject_kind, subject_id, facts from audit where event = 'complaint-settled'`;
    expect(row).toEqual({
      by: await officer("r.byrne"),
      subject_kind: "customer",
      subject_id: customer,
      facts: { officers: [await officer("d.okafor")], because: "answered" },
    });
    expect((await auditOf(council)).filter((event) => event === "complaint-recorded")).toHaveLength(1);
  });

  it("and the next proposal about the customer begins without it", async () => {
    await settles(["d.okafor"]);
    const next = await aProposal.draft(council, { incident: await reported(council) });
    expect(await council.sql`select complained_about from proposal where id = ${next}`).toEqual([
      { complained_about: [] },
    ]);
  });

  it("of those chosen only: another complaint bars as before", async () => {
    const other = await aProposal.draft(council, { incident: await reported(council) });
    await council.use.detailProposal(await theDetails(council, other));
    await complains(other, ["d.okafor", "m.lindqvist"]);
    await settles(["d.okafor"]);
    const asked = { actor: await council.actor("m.lindqvist"), proposal: waiting.id, version: waiting.version };
    await council.sql`insert into approver (organisation_id, proposal_id, officer_id, asked_at)
      values (${council.organisation}, ${waiting.id}, ${asked.actor.officer}, now()) on conflict do nothing`;
    expect(await council.use.decideProposal({ ...asked, verdict: "approve", reason: null })).toMatchObject(BARRED);
    expect(await decides()).toMatchObject({ state: "approved" });
  });

  it("and one that the customer makes afterwards bars again", async () => {
    await settles(["d.okafor"]);
    const other = await aProposal.draft(council, { incident: await reported(council) });
    await council.use.detailProposal(await theDetails(council, other));
    await complains(other, ["d.okafor"]);
    expect(await decides()).toMatchObject(BARRED);
  });

  it("not of another customer's", async () => {
    const [row] = await council.sql`select id from customer where ref = 'C-1043'`;
    customer = String(row?.["id"]);
    expect(await settles(["d.okafor"])).toEqual({ code: "no-complaint" });
    expect(await decides()).toMatchObject(BARRED);
  });
});

describe("what they approved before was not counted, and they are asked anew", () => {
  let one: { readonly id: string; readonly version: number };
  let [first, second]: unknown[] = [];
  const presses = async (by: Person) => await council.use.decideProposal(await aDecision(council, one, { by }));
  const cardOf = async (name: string) => {
    const [copy] = await council.sql`select c.id from copy c join officer o on o.id = c.officer_id
      where c.kind = 'approval' and c.subject_id = ${one.id} and o.name = ${name}`;
    const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(copy?.["id"]) });
    return taken?.facts.facts;
  };
  /** One of two approvals is Dana Okafor's, then a complaint names them, then Max Frost's is the one that counts. */
  beforeEach(async () => {
    await settles(["d.okafor"]);
    await council.sql`update officer set roles = roles || '{executive}' where email in (${mail("d.okafor")}, ${mail("m.frost")})`;
    one = await aProposal.awaitingDecision(
      council,
      { incident: await reported(council), kinds: ["all_contact"] },
      { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." },
    );
    carrier = await aProposal.draft(council, { incident: await reported(council) });
    await council.use.detailProposal(await theDetails(council, carrier));
    first = await presses("d.okafor");
    await complains(carrier, ["d.okafor"]);
    second = await presses("m.frost");
  });

  it.each([
    ["when it is settled", async () => await settles(["d.okafor"])],
    ["when its proposer takes it back in another draft", async () => await complains(carrier, [])],
    [
      "when the draft that it stood in turns out to be about somebody else",
      async () => {
        const [row] = await council.sql`select incident_id from proposal_incident where proposal_id = ${carrier}`;
        const incident = String(row?.["incident_id"]);
        await council.sql`update incident set customer_id = null where id = ${incident}`;
        await aProposal.draft(council, { incident, customer: { ref: "C-1043" } });
      },
    ],
  ])("%s: their card has its buttons, and their press puts it into force", async (_, lifts) => {
    expect([first, second]).toMatchObject([{ stillNeeded: 1 }, { stillNeeded: 1 }]);
    await lifts();
    expect(await cardOf("Max Frost")).toMatchObject({ approvals: [{ by: "Max Frost" }] });
    expect(await cardOf("Dana Okafor")).toMatchObject({ state: { code: "open" }, approvals: [{ by: "Max Frost" }] });
    expect((await auditOf(council)).filter((event) => event === "proposal-approved")).toHaveLength(2);
    expect(await presses("d.okafor")).toMatchObject({ code: "counted", state: "approved" });
  });

  it("not while another complaint bars them still, nor anybody whom it did not name", async () => {
    const other = await aProposal.draft(council, { incident: await reported(council) });
    await council.use.detailProposal(await theDetails(council, other));
    await complains(other, ["d.okafor"]);
    await complains(carrier, []);
    expect(await presses("d.okafor")).toMatchObject({ refusal: { code: "decided-before" } });
    expect(await presses("m.frost")).toMatchObject({ refusal: { code: "decided-before" } });
  });
});

describe("a form that was open while it was settled", () => {
  let version: number;
  const named = async () => {
    const [row] = await council.sql`select complained_about from proposal where id = ${carrier}`;
    return row?.["complained_about"];
  };
  const opened = async () => {
    const [row] = await council.sql`select version from proposal where id = ${carrier}`;
    version = Number(row?.["version"]);
  };
  const sendsIt = async (about: readonly Person[]) =>
    await sendGates(council.use)(await council.actor("j.reid"), {
      from: FROM,
      form: "proposal-gates",
      target: { id: carrier, version },
      values: { complainedAbout: about.map(mail) },
    });
  beforeEach(async () => {
    carrier = await aProposal.draft(council, { incident: await reported(council) });
    await council.use.detailProposal(await theDetails(council, carrier));
    await complains(carrier, ["d.okafor"]);
    await opened();
    await settles(["d.okafor"]);
  });

  it("does not name the officer again when the field is sent as it was, however often", async () => {
    await sendsIt(["d.okafor"]);
    await sendsIt(["d.okafor"]);
    expect(await named()).toEqual([]);
    expect(await decides()).toMatchObject({ state: "approved" });
  });

  it("names whoever was added to it", async () => {
    await sendsIt(["d.okafor", "m.frost"]);
    expect(await named()).toEqual([await officer("m.frost")]);
  });

  it("opened afterwards, it names the officer of a new complaint", async () => {
    await opened();
    await sendsIt(["d.okafor"]);
    expect(await named()).toEqual([await officer("d.okafor")]);
  });
});

it("a draft begun while it is settled begins without it", async () => {
  const incident = await reported(council);
  const waits = async (count: number) =>
    await expect
      .poll(
        async () => {
          const waiting = await council.sql`select from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`;
          return waiting.length;
        },
        { timeout: 1_000, interval: 10 },
      )
      .toBe(count);
  let settling: ReturnType<typeof settles> | undefined;
  let starting: Promise<string> | undefined;
  await council.sql.begin(async (other) => {
    await other`select from customer where id = ${customer} for no key update`;
    settling = settles(["d.okafor"]);
    await waits(1);
    starting = aProposal.draft(council, { incident });
    await waits(2);
  });
  expect(await settling).toMatchObject({ code: "settled" });
  const next = (await starting) ?? "";
  expect(await council.sql`select complained_about from proposal where id = ${next}`).toEqual([
    { complained_about: [] },
  ]);
});

describe("nobody else does", () => {
  it.each<[string, Person, () => Promise<unknown>]>([
    ["not the proposer, who would choose who decides", "j.reid", async () => undefined],
    [
      "not the proposer, though they are of the register team",
      "j.reid",
      () => council.sql`update officer set roles = roles || '{register_team}' where email = ${mail("j.reid")}`,
    ],
    [
      "not whom it names",
      "d.okafor",
      () => council.sql`update officer set roles = roles || '{register_team}' where email = ${mail("d.okafor")}`,
    ],
    [
      "not who was asked to decide",
      "r.byrne",
      async () =>
        await council.sql`insert into approver (organisation_id, proposal_id, officer_id, asked_at)
          values (${council.organisation}, ${waiting.id}, ${await officer("r.byrne")}, now())`,
    ],
    [
      "not who was asked and declared an interest",
      "r.byrne",
      async () =>
        await council.sql`insert into approver (organisation_id, proposal_id, officer_id, asked_at, interest_declared_at)
          values (${council.organisation}, ${waiting.id}, ${await officer("r.byrne")}, now(), now())`,
    ],
    [
      "not who reported it",
      "r.byrne",
      async () => await council.sql`update incident set reporter_id = ${await officer("r.byrne")}`,
    ],
    [
      "not whom it affected",
      "r.byrne",
      async () => await council.sql`update incident set affected = array[${await officer("r.byrne")}]::uuid[]`,
    ],
  ])("%s", async (_, by, happens) => {
    await happens();
    expect(await settles(["d.okafor"], by)).toEqual({ code: "not-yours" });
    expect(await council.use.prepareSettling({ actor: await council.actor(by), customer })).toEqual({
      code: "not-yours",
    });
    expect(await decides()).toMatchObject(BARRED);
  });

  it("nor of somebody whom no complaint names", async () => {
    expect(await settles(["m.frost"])).toEqual({ code: "no-complaint" });
    expect(await settles([])).toEqual({ code: "no-complaint" });
    expect(await auditOf(council)).not.toContain("complaint-settled");
  });

  it("nor when no proposal of the customer is open: it is asked about in the next one", async () => {
    await council.use.withdrawProposal({ actor: await council.actor("j.reid"), proposal: waiting.id, reason: null });
    expect(await settles(["d.okafor"])).toEqual({ code: "no-complaint" });
  });
});

describe("in the chats", () => {
  const history = async (person: Person) => {
    const target = { id: customer, version: 1 };
    return await openCaseHistory(council.use)(await council.actor(person), {
      from: FROM,
      action: "case-history",
      target,
    });
  };
  const sends = async (values: Record<string, string | readonly string[]>) =>
    await sendSettling(council.use)(await council.actor("r.byrne"), {
      from: FROM,
      form: "complaint-settle",
      target: { id: customer, version: 1 },
      values,
    });

  it("the case history has the button for those who may, and shows nobody else that there is a complaint", async () => {
    expect(await history("r.byrne")).toMatchObject({
      card: { buttons: [{ action: "complaint-settle", target: { id: customer } }] },
    });
    expect(await history("j.reid")).toMatchObject({ card: { buttons: [] } });
    await settles(["d.okafor"]);
    expect(await history("r.byrne")).toMatchObject({ card: { buttons: [] } });
  });

  it("the form asks about whom and why, and its opening is recorded", async () => {
    const press = { from: FROM, action: "complaint-settle", target: { id: customer, version: 1 } } as const;
    const opened = await openSettling(council.use)(await council.actor("r.byrne"), press);
    expect(opened).toMatchObject({
      kind: "form",
      form: {
        name: "complaint-settle",
        fields: [{ id: "officers", options: [{ label: "Dana Okafor" }] }, { id: "because" }],
      },
    });
    expect(await auditOf(council)).toContain("complaints-opened");
    await sends({});
    await sends({ officers: [await officer("d.okafor")], because: "answered" });
    expect((await auditOf(council)).filter((event) => event === "complaints-opened")).toHaveLength(1);
  });

  it("what is left out is asked for, and what was chosen is recorded", async () => {
    expect(await sends({})).toMatchObject({
      kind: "faults",
      faults: { officers: "Choose whom the complaint is about.", because: "Choose why." },
    });
    const dana = await officer("d.okafor");
    const told = await sends({ officers: [dana], because: "taken_back" });
    expect(JSON.stringify(told)).toContain("Whom it named may decide about C-1042 again.");
    expect(await decides()).toMatchObject({ state: "approved" });
    expect(await sends({ officers: [dana], because: "taken_back" })).toMatchObject({ kind: "told" });
    expect((await auditOf(council)).filter((event) => event === "complaint-settled")).toHaveLength(1);
  });
});
