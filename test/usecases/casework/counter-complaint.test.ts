/** CASEWORK section 4: "a person named in a counter-complaint" does not decide, and no card says why. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendDecision } from "../../../src/chat/handlers/decide.ts";
import { answersInWords } from "../../../src/chat/handlers/gate-answers.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  auditOf,
  type Council,
  DAY,
  reported,
  sends,
  theAnswers,
  theDetails,
  toldOf,
} from "../builders.ts";

const DANA = "d.okafor@northmoor.example";
const sameAs = (names: readonly string[]) => (said: readonly string[]) => said.toSorted().join() === names.join();
let council: Council;
let proposal: string;
beforeEach(async () => {
  council = await aCouncil();
  proposal = await aProposal.draft(council);
  await council.use.detailProposal(await theDetails(council, proposal));
});
afterEach(() => council.drop());

const answer = async (complainedAbout?: readonly string[]) =>
  await council.use.answerGates({
    ...(await theAnswers(council, proposal)),
    ...(complainedAbout ? { complainedAbout } : {}),
  });
const send = () => sends(council, proposal);

describe("an officer whom the customer complained about", () => {
  it("is not asked: others are", async () => {
    await answer([DANA]);
    const { sent } = await send();
    expect(sent).toMatchObject({ code: "submitted", asked: expect.not.arrayContaining(["Dana Okafor"]) });
    expect(await toldOf(council, "approval")).not.toContain("Dana Okafor");
  });

  it("is asked where nobody complained", async () => {
    await answer([]);
    const { sent } = await send();
    expect(sent).toMatchObject({ code: "submitted", asked: expect.arrayContaining(["Dana Okafor"]) });
  });

  it("is refused at the click, in words that name no complaint", async () => {
    await answer();
    const { version } = await send();
    const actor = await council.actor("d.okafor");
    await council.sql`update proposal set complained_about = array[${actor.officer}]::uuid[] where id = ${proposal}`;
    expect(await council.use.decideProposal(await aDecision(council, { id: proposal, version }))).toMatchObject({
      code: "refused",
      refusal: { code: "complained-about" },
    });
    const from = { chat: "slack", tenant: "T0NORTH", account: "d.okafor" } as const;
    const press = { from, form: "approve-confirm", target: { id: proposal, version }, values: {} } as const;
    const told = JSON.stringify(await sendDecision(council.use, "approve")(actor, press));
    expect(told).toContain("somebody who had no part in the case");
    expect(told).not.toMatch(/complain/i);
  });

  it("counts as one less where enough must be left to decide", async () => {
    const outcome = await answer([
      DANA,
      "m.lindqvist@northmoor.example",
      "m.frost@northmoor.example",
      "e.ward@northmoor.example",
    ]);
    expect(outcome).toMatchObject({ code: "faults", faults: [{ gate: "approvers" }] });
  });

  it("is kept with an audit row, once, and stands in no dialog of those who decide", async () => {
    await answer([DANA]);
    const again = await answer([DANA.toUpperCase()]);
    if (again.code !== "saved") throw new Error(again.code);
    expect(again.assessed.row.complainedAbout).toEqual([(await council.actor("d.okafor")).officer]);
    expect((await auditOf(council)).filter((event) => event === "complaint-recorded")).toHaveLength(1);
    expect(JSON.stringify(answersInWords(again.assessed))).not.toContain("Okafor");
  });

  it("is taken back by leaving the answer empty, and stays when it is not asked", async () => {
    await answer([DANA]);
    const kept = await answer();
    expect(kept).toMatchObject({ assessed: { row: { complainedAbout: [expect.any(String)] } } });
    expect(await answer([])).toMatchObject({ assessed: { row: { complainedAbout: [] } } });
  });

  it("stands in the next proposal about the same customer, and nobody else's", async () => {
    await answer([DANA]);
    const complainedAbout = async (customer: string) => {
      const incident = await reported(council, { customer: { ref: customer } });
      const next = await aProposal.draft(council, { incident });
      const [row] = await council.sql`select complained_about from proposal where id = ${next}`;
      return row?.["complained_about"];
    };
    expect(await complainedAbout("C-1042")).toEqual([(await council.actor("d.okafor")).officer]);
    expect(await complainedAbout("C-1043")).toEqual([]);
  });

  it("has to be on the staff list", async () => {
    expect(await answer(["nobody@northmoor.example"])).toMatchObject({
      code: "faults",
      faults: [],
      strangers: ["nobody@northmoor.example"],
    });
  });
});

describe("a complaint recorded with one open proposal of a customer", () => {
  /** With senior staff, Dana Okafor among them. */
  const waitsFor = async (customer: string) => {
    const incident = await reported(council, { customer: { ref: customer } });
    return await aProposal.awaitingDecision(council, { incident });
  };
  const decides = async (waiting: { id: string; version: number }) =>
    await council.use.decideProposal(await aDecision(council, waiting));
  const BARRED = { code: "refused", refusal: { code: "complained-about" } };

  it("bars the officer from every other of theirs; somebody else is asked, and the card offers nothing", async () => {
    const waiting = await waitsFor("C-1042");
    const askedBefore = await toldOf(council, "approval");
    expect(askedBefore).toContain("Dana Okafor");
    await answer([DANA]);
    expect(await decides(waiting)).toMatchObject(BARRED);
    expect(await toldOf(council, "approval")).toHaveLength(askedBefore.length + 1);
    const [copy] = await council.sql`select c.id from copy c join officer o on o.id = c.officer_id
      where c.kind = 'approval' and o.name = 'Dana Okafor'`;
    const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(copy?.["id"]) });
    expect(taken?.facts).toMatchObject({ facts: { state: { code: "cannot-now" } } });
  });

  it("also when it was recorded before the other was sent: the officer is not asked", async () => {
    const incident = await reported(council);
    const other = await aProposal.readBack(council, { incident });
    await answer([DANA]);
    const actor = await council.actor("j.reid");
    const sent = await council.use.submitProposal({ actor, proposal: other.id, version: other.version });
    expect(sent).toMatchObject({ code: "submitted", asked: expect.not.arrayContaining(["Dana Okafor"]) });
  });

  it("makes an approval of theirs that was counted before count no more", async () => {
    await council.sql`update officer set roles = roles || '{executive}' where email = ${DANA}`;
    const incident = await reported(council);
    const waiting = await aProposal.awaitingDecision(
      council,
      { incident, kinds: ["all_contact"] },
      { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." },
    );
    expect(await decides(waiting)).toMatchObject({ code: "counted", stillNeeded: 1 });
    await answer([DANA]);
    const second = await aDecision(council, waiting, { by: "e.ward" });
    expect(await council.use.decideProposal(second)).toMatchObject({ code: "counted", stillNeeded: 1 });
  });

  it.each([
    [
      "withdrawn",
      async () =>
        await council.use.withdrawProposal({ actor: await council.actor("j.reid"), proposal, reason: "Not needed." }),
    ],
    [
      "approved",
      async () => {
        const { version } = await send();
        await council.use.decideProposal(await aDecision(council, { id: proposal, version }, { by: "m.frost" }));
      },
    ],
  ])("goes on barring them when the one that carried it is %s, and stands in the next", async (state, close) => {
    const waiting = await waitsFor("C-1042");
    await answer([DANA]);
    await close();
    expect(await council.sql`select state from proposal where id = ${proposal}`).toEqual([{ state }]);
    expect(await decides(waiting)).toMatchObject(BARRED);
    await council.use.withdrawProposal({ actor: await council.actor("j.reid"), proposal: waiting.id, reason: "Anew." });
    const next = await aProposal.draft(council, { incident: await reported(council) });
    const [row] = await council.sql`select complained_about from proposal where id = ${next}`;
    expect(row?.["complained_about"]).toEqual([(await council.actor("d.okafor")).officer]);
  });

  it("of one that closed before is taken back in the next, which it does not bar from", async () => {
    await answer([DANA]);
    await council.use.withdrawProposal({ actor: await council.actor("j.reid"), proposal, reason: "Not needed." });
    await council.pass(DAY);
    const incident = await reported(council);
    proposal = await aProposal.draft(council, { incident });
    await council.use.detailProposal(await theDetails(council, proposal));
    await answer([]);
    const { version } = await send();
    expect(await decides({ id: proposal, version })).toMatchObject({ state: "approved" });
  });

  describe("after they approved, one of two", () => {
    let waiting: { id: string; version: number };
    const facts = async (kind: string, person?: string) => {
      const [copy] = await council.sql`select c.id from copy c join officer o on o.id = c.officer_id
        where c.kind = ${kind} and c.subject_id = ${waiting.id} and o.name = ${person ?? "Jordan Reid"}`;
      const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(copy?.["id"]) });
      return taken?.facts.facts;
    };
    const approves = async (by: "m.frost" | "e.ward") =>
      await council.use.decideProposal(await aDecision(council, waiting, { by }));
    beforeEach(async () => {
      await council.sql`update officer set roles = roles || '{executive}' where email = ${DANA}`;
      const incident = await reported(council);
      waiting = await aProposal.awaitingDecision(
        council,
        { incident, kinds: ["all_contact"] },
        { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." },
      );
      await decides(waiting);
    });

    it("no card counts it: not the others', nor their own", async () => {
      expect(await facts("approval", "Max Frost")).toMatchObject({ quorum: 2, approvals: [{ by: "Dana Okafor" }] });
      await answer([DANA]);
      expect(await facts("approval", "Max Frost")).toMatchObject({ approvals: [], state: { code: "open" } });
      expect(await facts("approval", "Dana Okafor")).toMatchObject({ approvals: [], state: { code: "cannot-now" } });
      await approves("e.ward");
      expect(await facts("approval", "Max Frost")).toMatchObject({ approvals: [{ by: "Erin Ward" }] });
      expect(await facts("approval", "Erin Ward")).toMatchObject({ state: { code: "decided" } });
    });

    it("cards, register and refusals name those who were counted, also when more is found out later", async () => {
      await answer([DANA]);
      await approves("e.ward");
      expect(await approves("m.frost")).toMatchObject({ state: "approved" });
      const counted = ["Erin Ward", "Max Frost"];
      const named = async () => {
        const [row] = await council.sql`select id from arrangement`;
        const actor = await council.actor("r.byrne");
        const entry = await council.use.readRegisterEntry({ actor, arrangement: String(row?.["id"]) });
        const late = await approves("m.frost");
        return [
          await facts("approval", "Dana Okafor"),
          await facts("proposal-outcome"),
          entry.code === "opened" && entry.facts.decidedBy.toSorted(),
          late.code === "refused" && late.by.split(" and ").toSorted(),
        ];
      };
      const expected = [
        { state: { code: "approved", by: expect.toSatisfy(sameAs(counted)) } },
        { outcome: { code: "approved", by: expect.toSatisfy(sameAs(counted)) } },
        counted,
        counted,
      ];
      expect(await named()).toMatchObject(expected);
      await answer([DANA, "e.ward@northmoor.example"]);
      expect(await named()).toMatchObject(expected);
    });
  });

  it("bars nobody from another customer's, nor once it is taken back", async () => {
    const others = await waitsFor("C-1043");
    const waiting = await waitsFor("C-1042");
    await answer([DANA]);
    expect(await decides(others)).toMatchObject({ state: "approved" });
    expect(await decides(waiting)).toMatchObject(BARRED);
    await answer([]);
    expect(await decides(waiting)).toMatchObject({ state: "approved" });
  });
});
