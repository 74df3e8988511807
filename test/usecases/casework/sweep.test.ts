/** DESIGN decision 3: what falls due is done once, by whichever process comes to it, and nothing holds the rest up. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aProposal, auditOf, type Council, DAY, reported, toldOf } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

describe("the sweep", () => {
  it("does an entry once when two processes sweep at the same moment", async () => {
    await reported(council, { seriousThreat: true });
    council.clock.now = new Date(council.clock.now.getTime() + 15 * 60_000);
    const done = await Promise.all([council.use.sweep(), council.use.sweep(), council.use.sweep()]);
    expect(done.reduce((sum, one) => sum + one)).toBe(1);
    expect((await auditOf(council)).filter((event) => event === "safety-alert-passed-on")).toHaveLength(1);
  });

  it("is not held up by an entry that fails, says so, and tries it again", async () => {
    await aProposal.awaitingDecision(council);
    await council.sql`update proposal set pack_version = 99`;
    council.clock.now = new Date(council.clock.now.getTime() + DAY * 60_000);
    await reported(council, { seriousThreat: true });

    await expect(council.pass(15)).rejects.toThrow("version 99");
    expect(await toldOf(council, "safety-alert")).toEqual(["Jordan Reid", "Dana Okafor"]);
    await council.sql`update proposal set pack_version = 1`;
    await council.pass(1);
    expect(await toldOf(council, "approval-reminder")).toHaveLength(2);
  });
});
