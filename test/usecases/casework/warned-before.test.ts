/** Paragraph 5, after a warning: on the short road nobody waits for another one, and the one on record is not denied. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCase } from "../../../src/chat/handlers/proposal-case.ts";
import { confirmForm } from "../../../src/chat/handlers/propose/confirm.ts";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { aCouncil, aDecision, aProposal, type Council, reported } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil("unacceptable-actions");
});
afterEach(() => council.drop());

const WARNED = { step: "warning", on: "2026-02-02", how: "letter", by: null } as const;
const awaiting = async (steps: readonly (typeof WARNED)[]) => {
  const incident = await reported(council, { seriousThreat: true });
  return await aProposal.awaitingDecision(council, { incident, steps, bypass: { code: "serious_threat", reason: "" } });
};
const approvalCard = async () => {
  const [row] = await council.sql`select id from copy where kind = 'approval' limit 1`;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(row?.["id"]) });
  return JSON.stringify(taken && cardOf(taken.facts));
};
const caseRead = async (id: string) => {
  const from = { chat: "slack", tenant: "T0NORTH", account: "d.okafor" } as const;
  const press = { from, action: "proposal-read", target: { id, version: 1 } } as const;
  return JSON.stringify(await openCase(council.use)(await council.actor("d.okafor"), press));
};
const readBack = async (proposal: string) => {
  const read = await council.use.readProposal({ actor: await council.actor("d.okafor"), proposal });
  if (read.code !== "opened") throw new Error(read.code);
  return JSON.stringify(confirmForm(read.assessed, { identifiers: [], customerRef: "C-1042" }));
};
const letter = async () => String((await council.sql`select body from letter`)[0]?.["body"]);

describe("a serious threat after a warning", () => {
  it("is decided on the short road; card, case, read-back and letter say that there was a warning", async () => {
    const proposal = await awaiting([WARNED]);
    const before = "Warned, 2 February 2026. No other warning: a serious threat of violence was made.";
    expect(await readBack(proposal.id)).toContain(before);
    expect(await caseRead(proposal.id)).toContain(before);
    expect(await approvalCard()).toContain("no other warning needed");
    expect((await council.use.decideProposal(await aDecision(council, proposal))).code).toBe("counted");
    expect(await letter()).toMatch(
      /On 2 February 2026 we wrote to you with a warning\.\s+We did not wait for another warning, because a serious threat/,
    );
    expect(await letter()).not.toContain("did not send a warning");
  });

  it("and without one they say that there was none", async () => {
    const proposal = await awaiting([]);
    expect(await caseRead(proposal.id)).toContain("No warning: a serious threat of violence was made.");
    expect(await approvalCard()).toContain("no warning needed");
    await council.use.decideProposal(await aDecision(council, proposal));
    expect(await letter()).toContain("We did not send a warning first, because a serious threat of violence was made.");
  });
});
