/** A customer who was named by mistake: what a proposal wrote on its report goes with it when it is withdrawn. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TypedCustomer } from "../../../db/schema/casework.ts";
import { openProposal, sendKinds } from "../../../src/chat/handlers/propose/kinds.ts";
import { openStep } from "../../../src/chat/handlers/steps.ts";
import { openWithdrawal, sendWithdrawal } from "../../../src/chat/handlers/withdraw.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  aStart,
  auditOf,
  type Council,
  reported,
  theAnswers,
  theDetails,
  toldOf,
} from "../builders.ts";

const NEW = "07700 900555";
const BO = { customer: { ref: "C-1043" } };
let council: Council;
let incident: string;
beforeEach(async () => {
  council = await aCouncil();
  incident = await reported(council, { customer: { name: "Alex Morgan", phone: NEW } });
});
afterEach(() => council.drop());

/** By Jordan Reid, who says that it was Alex Morgan. */
const sentAboutAlex = async (report = incident) =>
  await aProposal.awaitingDecision(council, { incident: report, customer: { ref: "C-1042" } });
const withdraw = async (proposal: string) =>
  await council.use.withdrawProposal({ actor: await council.actor("j.reid"), proposal, reason: null });
const start = async (facts: Parameters<typeof aStart>[1]) =>
  await council.use.startProposal(await aStart(council, { incident, ...facts }));
const customerOf = async (table: "incident" | "proposal", id: string) => {
  const [row] = await council.sql`select c.ref from ${council.sql(table)} t
    left join customer c on c.id = t.customer_id where t.id = ${id}`;
  return row?.["ref"];
};
const phonesOf = async (ref: string) => {
  const rows = await council.sql`select i.value from identifier i join customer c on c.id = i.customer_id
    where c.ref = ${ref} and i.kind = 'phone' order by i.value`;
  return rows.map(({ value }) => value);
};
/** Nothing is explained by another report any more. */
const OUT = { links: { named_officer: [] } };
const FAULT = { code: "faults", faults: ["of-another"] };

describe("a proposal that went out about the wrong customer", () => {
  it("can be made anew about the right one once it is withdrawn", async () => {
    const { id } = await sentAboutAlex();
    expect(await customerOf("incident", incident)).toBe("C-1042");
    await withdraw(id);
    expect(await customerOf("incident", incident)).toBeNull();
    const again = await aProposal.awaitingDecision(council, { incident, ...BO });
    expect([await customerOf("proposal", again.id), await customerOf("incident", incident)]).toEqual([
      "C-1043",
      "C-1043",
    ]);
    // What was decided about before stays what it was.
    expect(await customerOf("proposal", id)).toBe("C-1042");
  });

  it("after it was returned as well, and the audit says who took it back", async () => {
    const sent = await sentAboutAlex();
    await council.use.decideProposal(
      await aDecision(council, sent, { verdict: "return", reason: "This is not Alex Morgan." }),
    );
    await withdraw(sent.id);
    expect(await start(BO)).toMatchObject({ code: "started" });
    const [row] = await council.sql`select a."by", a.facts, c.id from audit a
      join customer c on c.ref = 'C-1042' where a.event = 'incident-unlinked'`;
    expect(row).toMatchObject({
      by: (await council.actor("j.reid")).officer,
      facts: { customer: row?.["id"], proposal: sent.id },
    });
  });

  it("takes the number that its report gave off that customer's record, and says so", async () => {
    const before = await phonesOf("C-1042");
    const { id } = await sentAboutAlex();
    expect(await phonesOf("C-1042")).toContain(NEW);
    await withdraw(id);
    expect(await phonesOf("C-1042")).toEqual(before);
    expect((await auditOf(council)).slice(-3)).toEqual([
      "incident-reopened",
      "incident-unlinked",
      "identifiers-removed",
    ]);
  });

  it("leaves a number that another report of theirs gives as well", async () => {
    const { id } = await sentAboutAlex();
    await reported(council, { customer: { ref: "C-1042", phone: "07700900555" } });
    await withdraw(id);
    expect(await phonesOf("C-1042")).toContain(NEW);
  });

  it("keeps the draft of a first proposal as it was: it wrote nothing on the report", async () => {
    const id = await aProposal.draft(council, { incident, customer: { ref: "C-1042" } });
    await withdraw(id);
    expect(await auditOf(council)).not.toContain("incident-unlinked");
  });
});

describe("a report that is theirs for another reason stays theirs", () => {
  it("the reporter said so", async () => {
    const report = await reported(council);
    await withdraw((await aProposal.awaitingDecision(council, { incident: report })).id);
    expect(await customerOf("incident", report)).toBe("C-1042");
  });

  const STAYS = { report: "R-0001", customer: "C-1042", because: "P-0002" };
  const restedOn = async () => {
    const { id } = await sentAboutAlex();
    const start = { incident: await reported(council) };
    const other = await aProposal.awaitingDecision(council, start, { links: { named_officer: [incident] } });
    return { id, other, start };
  };

  it("another proposal about them rests on it, and the withdrawal says so", async () => {
    const { id } = await restedOn();
    expect(await withdraw(id)).toMatchObject({ code: "withdrawn", open: ["R-0001"], stays: [STAYS] });
    expect(await customerOf("incident", incident)).toBe("C-1042");
  });

  it("in words that say what to do, before it is withdrawn and after", async () => {
    const { id } = await restedOn();
    const actor = await council.actor("j.reid");
    const target = {
      from: { chat: "slack", tenant: "T0NORTH", account: "j.reid" },
      target: { id, version: 1 },
    } as const;
    const before = await openWithdrawal(council.use)(actor, { ...target, action: "proposal-withdraw" });
    expect(await auditOf(council)).not.toContain("proposal-withdrawn");
    const after = await sendWithdrawal(council.use)(actor, { ...target, form: "withdraw", values: {} });
    for (const answer of [before, after])
      expect(JSON.stringify(answer)).toContain(
        "R-0001 stays with C-1042 because P-0002 rests on it. If they are the wrong customer, take it out there first, or ask the register team.",
      );
  });

  it("nothing is said beforehand of what would come free", async () => {
    const { id } = await sentAboutAlex();
    const actor = await council.actor("j.reid");
    expect(await council.use.prepareWithdrawal({ actor, proposal: id })).toEqual({
      code: "ready",
      ref: "P-0001",
      stays: [],
    });
  });

  it.each([
    ["is taken out there", async (id: string) => await council.use.detailProposal(await theDetails(council, id, OUT))],
    ["is withdrawn as well", async (id: string) => await withdraw(id)],
  ])("until that one %s", async (_, takeOut) => {
    const { id, other, start } = await restedOn();
    await council.use.decideProposal(await aDecision(council, other, { verdict: "return", reason: "Not them." }));
    await withdraw(id);
    await takeOut(other.id);
    expect([await customerOf("incident", incident), await customerOf("incident", start.incident)]).toEqual([
      null,
      "C-1042",
    ]);
    expect(await phonesOf("C-1042")).not.toContain(NEW);
    expect((await aProposal.awaitingDecision(council, { incident, ...BO })).asked).not.toEqual([]);
    expect(await customerOf("incident", incident)).toBe("C-1043");
  });
});

it("a report that is taken out and comes free is missed by what waits with senior staff, and its proposer is told", async () => {
  const { id } = await sentAboutAlex();
  const draft = await aProposal.draft(council, { incident: await reported(council) });
  const rests = await theDetails(council, draft, { links: { named_officer: [incident] } });
  expect(await council.use.detailProposal(rests)).toMatchObject({ code: "saved" });
  // It went on, after the warning of 2 February, by the report of somebody whom the reporter did not know.
  await council.sql`update incident set occurred_at = '2026-01-20T10:00:00Z' where id <> ${incident}`;
  const before = { customer: { ref: "C-1042" }, occurredAt: new Date("2026-01-20T10:00:00Z") };
  const waits = await aProposal.awaitingDecision(council, { incident: await reported(council, before) });
  await withdraw(id);
  expect(await toldOf(council, "proposal-stuck")).toEqual([]);

  await council.use.detailProposal(await theDetails(council, draft, OUT));
  expect(await customerOf("incident", incident)).toBeNull();
  expect(await council.use.decideProposal(await aDecision(council, waits))).toMatchObject({
    refusal: { code: "held", gates: [{ gate: "continued" }] },
  });
  expect(await toldOf(council, "proposal-stuck")).toEqual(["Jordan Reid"]);
});

it("a report that becomes the customer's stands for what was missed: the cards of what waits say so", async () => {
  const later = await reported(council);
  const before = { customer: { ref: "C-1042" }, occurredAt: new Date("2026-01-20T10:00:00Z") };
  const waits = await aProposal.awaitingDecision(council, { incident: await reported(council, before) });
  const actor = await council.actor("j.reid");
  await council.use.noFurtherAction({ actor, incident: later, reason: "It was our mistake." });
  const stuck = async () => {
    const [copy] = await council.sql`select id, wanted from copy where kind = 'proposal-stuck'`;
    const { organisation } = council;
    const taken = await council.use.takeDelivery({ organisation, copy: String(copy?.["id"]) });
    return { wanted: Number(copy?.["wanted"]), facts: taken?.facts.facts };
  };
  const held = await stuck();
  expect(held).toMatchObject({ facts: { ref: "P-0001", state: "held" } });

  await sentAboutAlex();
  expect(await stuck()).toMatchObject({ wanted: held.wanted + 1, facts: { state: "enough" } });
  expect(await council.use.decideProposal(await aDecision(council, waits))).toMatchObject({ state: "approved" });
});

describe("a draft about one customer, from a report that another proposal makes somebody else's", () => {
  /** Dana Okafor has the report too, and says that it was Alex Morgan; Alex Morgan's other proposal rests on it. */
  const alexMeanwhile = async () => {
    await council.use.giveReport({ actor: await council.actor("j.reid"), incident });
    const actor = await council.actor("d.okafor");
    const started = await start({ actor, customer: { ref: "C-1042" } });
    if (started.code !== "started") throw new Error(started.code);
    const { proposal } = started;
    await council.use.detailProposal({ ...(await theDetails(council, proposal)), actor });
    const answered = await council.use.answerGates({ ...(await theAnswers(council, proposal)), actor });
    if (answered.code !== "saved") throw new Error(answered.code);
    const { version } = answered.assessed.row;
    expect(await council.use.submitProposal({ actor, proposal, version })).toMatchObject({ code: "submitted" });
    const links = { links: { named_officer: [incident] } };
    await aProposal.awaitingDecision(council, { incident: await reported(council) }, links);
    const withdrawn = await council.use.withdrawProposal({ actor, proposal, reason: null });
    expect(withdrawn).toMatchObject({ code: "withdrawn", open: ["R-0001"], stays: [{ customer: "C-1042" }] });
  };

  it("does not go out: nobody is restricted for what somebody else did", async () => {
    const bo = await aProposal.readBack(council, { incident, ...BO });
    await alexMeanwhile();
    const sent = await council.use.submitProposal({
      actor: await council.actor("j.reid"),
      proposal: bo.id,
      version: bo.version,
    });
    expect(sent.code === "gates" && sent.gates.filter(({ code }) => code !== "pass")).toMatchObject([
      { gate: "continued" },
      { gate: "linked", because: "no incident explains it" },
    ]);
  });
});

it("a first step that is refused because Social Work was asked about somebody else adds nobody to the register", async () => {
  const id = await aProposal.draft(council, { incident, ...BO });
  await council.use.detailProposal(await theDetails(council, id));
  await council.use.answerGates(await theAnswers(council, id, { needs: ["mental_health"] }));
  const about = async (customer: TypedCustomer) => await start({ customer });
  for (const customer of [{ name: "Dee Fell" }, { ref: "C-1042" }])
    expect(await about(customer)).toEqual({ code: "faults", faults: ["asked-about-another"] });
  expect(await about({ ref: "C-1043" })).toMatchObject({ code: "started" });
  expect(await council.sql`select ref from customer where ref like 'N-%'`).toEqual([]);
});

describe("a customer who was the right one", () => {
  const hears = async (id: string) => {
    const actor = await council.actor("d.okafor");
    return await council.use.answerGates({
      ...(await theAnswers(council, id, { needs: ["hearing"] })),
      complainedAbout: [(await emailOf(actor.officer)) ?? ""],
    });
  };
  const emailOf = async (id: string) =>
    String((await council.sql`select email from officer where id = ${id}`)[0]?.["email"]);
  const registered = async () => (await council.sql`select ref from customer order by ref`).map(({ ref }) => ref);
  const detailsSaved = async (id: string) => await council.use.detailProposal(await theDetails(council, id));

  it("is the same when it begins again, with what was recorded of them and whom they complained about", async () => {
    incident = await reported(council, { customer: { name: "Cy Dent" } });
    const sent = await aProposal.awaitingDecision(council, { incident, customer: { name: "Cy Dent" } });
    await council.use.decideProposal(await aDecision(council, sent, { verdict: "return", reason: "They complained." }));
    await hears(sent.id);
    const before = await registered();
    await withdraw(sent.id);
    const again = await aProposal.draft(council, { incident, customer: { name: "Cy Dent" } });
    expect(await registered()).toEqual(before);
    expect(await customerOf("proposal", again)).toBe("N-0001");
    await detailsSaved(again);
    const [row] = await council.sql`select p.complained_about, c.needs from proposal p
      join customer c on c.id = p.customer_id where p.id = ${again}`;
    expect(row).toEqual({ complained_about: [(await council.actor("d.okafor")).officer], needs: ["hearing"] });
  });

  it.each([
    ["was sent", sentAboutAlex],
    ["was a draft", async () => ({ id: await aProposal.draft(council, { incident, customer: { ref: "C-1042" } }) })],
  ])("whom the proposal named by reference when it %s", async (_, propose) => {
    await withdraw((await propose()).id);
    const again = await aProposal.draft(council, { incident, customer: { name: "Alex Morgan" } });
    expect([await customerOf("proposal", again), await registered()]).toEqual([
      "C-1042",
      expect.not.arrayContaining(["N-0001"]),
    ]);
  });

  it("is taken for a warning as well", async () => {
    await withdraw((await sentAboutAlex()).id);
    const outcome = await council.use.takeStep({
      actor: await council.actor("j.reid"),
      incident,
      step: "warning",
      customer: { name: "Alex Morgan" },
      limbs: ["persistent"],
      shownBy: "14 calls.",
      whatHappened: "You rang 14 times.",
      whatToChange: "Ring once a week.",
      how: "letter",
      by: "me",
      done: null,
      earlierAdvice: { on: "2026-01-12", how: "phone", by: null },
    });
    expect(outcome).toMatchObject({ code: "taken" });
    expect(await customerOf("incident", incident)).toBe("C-1042");
  });

  it("stands in the forms that begin again, and a reporter's other name does not hide them", async () => {
    incident = await reported(council, { customer: { name: "A. Morgan" } });
    await withdraw((await sentAboutAlex()).id);
    const actor = await council.actor("j.reid");
    const target = {
      from: { chat: "slack", tenant: "T0NORTH", account: "j.reid" },
      target: { id: incident, version: 1 },
    } as const;
    const forms = [
      await openProposal(council.use)(actor, { ...target, action: "triage-propose" }),
      await openStep(council.use, "warning")(actor, { ...target, action: "triage-warning" }),
    ];
    for (const form of forms)
      expect(form).toMatchObject({
        kind: "form",
        form: { fields: expect.arrayContaining([expect.objectContaining({ id: "customerRef", value: "C-1042" })]) },
      });
  });
});

describe("two reports of one number at the same moment", () => {
  it("the one that is withdrawn leaves what the other gives", async () => {
    const { id } = await sentAboutAlex();
    const other = await reported(council, { customer: { name: "Alex Morgan", phone: NEW } });
    const withdrawn = await council.sql.begin(async (linking) => {
      await linking`select from customer where ref = 'C-1042' for no key update`;
      await linking`update incident set customer_id = (select id from customer where ref = 'C-1042') where id = ${other}`;
      const withdrawing = withdraw(id);
      const waits = async () =>
        (
          await council.sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`
        ).length;
      await expect.poll(waits, { timeout: 1_000, interval: 10 }).toBe(1);
      return { withdrawing };
    });
    expect(await withdrawn.withdrawing).toMatchObject({ code: "withdrawn" });
    expect(await phonesOf("C-1042")).toContain(NEW);
  });
});

describe("a reference that is typed for a report that is somebody's", () => {
  const typed = async (customer: TypedCustomer) => await start({ customer });

  it.each([
    ["of somebody else is refused, and nothing is changed", { ref: "C-1043" }, FAULT],
    ["of nobody is refused", { ref: "C-9999" }, { code: "faults", faults: ["unknown-reference"] }],
    ["of the same customer goes on", { ref: "C-1042" }, { code: "started" }],
  ])("%s", async (_, customer, outcome) => {
    incident = await reported(council);
    expect(await typed(customer)).toMatchObject(outcome);
    expect(await customerOf("incident", incident)).toBe("C-1042");
  });

  it("is refused beside its field, in words that say what to do, and the form of one that came back says it before", async () => {
    const sent = await sentAboutAlex();
    const actor = await council.actor("j.reid");
    const press = {
      from: { chat: "slack", tenant: "T0NORTH", account: "j.reid" },
      target: { id: incident, version: 1 },
    } as const;
    await council.use.decideProposal(await aDecision(council, sent, { verdict: "return", reason: "Not them." }));
    const opened = await openProposal(council.use)(actor, { ...press, action: "triage-propose" });
    expect(JSON.stringify(opened)).toContain(
      "The customer is C-1042. If you named the wrong one, withdraw this proposal and begin again from the report. If another proposal rests on the report, take it out there first, or ask the register team.",
    );
    const values = {
      customerRef: "C-1043",
      kinds: ["named_officer"],
      warningOn: "2026-02-02",
      warningHow: "letter",
      adviceOn: "2026-01-12",
      adviceHow: "phone",
    };
    const answer = await sendKinds(council.use)(actor, { ...press, form: "proposal-kinds", values });
    expect(answer).toMatchObject({
      kind: "faults",
      faults: {
        customerRef:
          "This report is another customer's on the register. If you named the wrong one before, withdraw that proposal, and begin again from the report. If another proposal rests on the report, take it out there first, or ask the register team.",
      },
    });
  });
});
