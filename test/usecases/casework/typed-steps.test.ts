/** 7.2: what a proposer puts on record as done before is their word until the proposal is approved; then it is on record. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aDecision, aProposal, aStart, aThreat, type Council, DAY, HOUR, reported } from "../builders.ts";
import { openTriage } from "./triage-card.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const startWithout = async (steps: Parameters<typeof aStart>[1] = {}) =>
  await council.use.startProposal(await aStart(council, { steps: [], ...steps }));

describe("the advice and the warning of an approved proposal", () => {
  it("are on record at the customer's next report: on its card, in the history, and for the next proposal", async () => {
    await aProposal.approved(council);
    await council.pass(DAY);
    const incident = await reported(council);
    const next = (await openTriage(council, "Jordan Reid"))?.next;
    expect(next).toEqual([
      "Advice: given 12 January 2026, counts until 12 July 2026.",
      "Warning letter: given 2 February 2026, counts until 2 February 2027.",
      "Restriction: open.",
    ]);
    const history = await council.use.readCase({ actor: await council.actor("j.reid"), about: incident, page: 1 });
    expect(history).toMatchObject({ next });
    expect(await startWithout({ incident })).toMatchObject({ code: "started" });
  });

  it("are named once in the next letter, also when they are typed again", async () => {
    await aProposal.approved(council);
    await council.pass(8 * DAY);
    await aProposal.approved(council, {}, { startsOn: "2026-03-16" });
    const letters = await council.sql`select body from letter order by written_at`;
    expect(letters).toHaveLength(2);
    for (const { body } of letters) expect(String(body).match(/with a warning/g)).toHaveLength(1);
  });

  it("count as long as the policy says", async () => {
    await aProposal.approved(council);
    await council.pass(350 * DAY);
    const incident = await reported(council);
    expect(await startWithout({ incident })).toMatchObject({ code: "faults", faults: [{ code: "warned" }] });
  });

  it("come onto the cards of the reports that wait with the decision, and not before", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    await reported(council);
    const wanted = async () =>
      (
        await council.sql`select c.wanted from copy c join incident i on i.id = c.subject_id
        where c.kind = 'triage' and i.ref = 'R-0002'`
      )[0]?.["wanted"];
    expect((await openTriage(council, "Jordan Reid"))?.next.join()).toContain("No advice is on record");
    const before = Number(await wanted());
    await council.use.decideProposal(await aDecision(council, proposal));
    expect(Number(await wanted())).toBe(before + 1);
    expect((await openTriage(council, "Jordan Reid"))?.next).toContain("Restriction: open.");
  });

  it("stay the word of one that was rejected", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    const rejected = { verdict: "reject", reason: "Too much." } as const;
    await council.use.decideProposal(await aDecision(council, proposal, rejected));
    expect(await startWithout()).toMatchObject({ code: "faults", faults: [{ code: "warned" }] });
  });
});

describe("a step that is still to come", () => {
  const TO_COME = { step: "warning", on: "2026-03-03", how: "letter", by: null } as const;
  const fault = { code: "faults", faults: [{ code: "in-the-future", step: "warning" }] };

  it("goes on no record, also where another is on record already", async () => {
    await aProposal.approved(council);
    await council.pass(HOUR);
    expect(await startWithout({ steps: [TO_COME] })).toMatchObject(fault);
  });

  it("goes on no record where the policy goes without it", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    expect(await startWithout({ ...(await aThreat(council)), steps: [TO_COME] })).toMatchObject(fault);
    expect(await council.sql`select from ladder_step`).toHaveLength(0);
  });
});
