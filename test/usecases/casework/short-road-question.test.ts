/** CASEWORK section 3: on the short road the question to Social Work goes out and holds nothing; its card does not say that it does. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { aCouncil, aProposal, aStart, aThreat, type Council, theAnswers, theDetails } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil("unacceptable-actions");
});
afterEach(() => council.drop());

const WARNED = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;

/** What the liaison's card says now. */
async function asked(): Promise<string> {
  const [copy] = await council.sql`select id from copy where kind = 'social-work-question'`;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(copy?.["id"]) });
  return JSON.stringify(taken && cardOf(taken.facts));
}

const entered = async (start: Parameters<typeof aProposal.draft>[1]) => {
  const id = await aProposal.draft(council, start);
  await council.use.detailProposal(await theDetails(council, id));
  await council.use.answerGates(await theAnswers(council, id));
  return id;
};

describe("the question to Social Work", () => {
  it("says on the long road that the decision waits for the answer", async () => {
    await entered({ steps: WARNED });
    expect(await asked()).toContain("A decision about P-0001 waits for your answer.");
  });

  it("says on the short road that it does not, and that the answer is wanted", async () => {
    await aProposal.readBack(council, await aThreat(council));
    expect(await asked()).toContain("A decision about P-0001 does not wait for your answer. It is wanted all the same");
  });

  it("says so from when the proposal is put on the short road", async () => {
    const threat = await aThreat(council);
    await entered({ incident: threat.incident, steps: WARNED });
    const wanted = async () =>
      Number((await council.sql`select wanted from copy where kind = 'social-work-question'`)[0]?.["wanted"]);
    const before = await wanted();
    await council.use.startProposal(await aStart(council, threat));
    expect(await wanted()).toBeGreaterThan(before);
    expect(await asked()).toContain("does not wait for your answer");
  });
});
