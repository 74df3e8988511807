/** What stands in the way of a proposal: one card for its proposer, which says all of it. */
import { expect, it } from "vitest";
import { type ProposalStuckFacts, proposalStuck } from "../../cards/proposal-stuck.ts";
import { plainWords } from "../../src/chat/teams/plain-words.ts";

const card = (change: Partial<ProposalStuckFacts>) =>
  plainWords(
    proposalStuck({
      target: { id: "01a202e7-d241-7408-8e0a-f8b677bb20f2", version: 2 },
      ref: "P-0311",
      state: "held",
      enough: true,
      needed: 1,
      may: [],
      open: ["no incident explains this: no emails"],
      ...change,
    }),
  );

it("a gate holds it, and too few may decide: it says both, and what to do about each", () => {
  const both = card({ enough: false });
  expect(both).toContain("This changed after it was sent:\n\n• No incident explains this: no emails\n\n");
  expect(both).toContain("Ask those who decide to return it");
  expect(both).toContain("1 more must approve it, and nobody can at the moment.");
  expect(both).toContain("Ask an administrator");
});

it("a gate alone holds it: nothing is said of who decides", () => {
  expect(card({})).not.toMatch(/must approve|administrator/);
});

it("too few may decide, and no gate holds it: nothing is said of a change", () => {
  const few = card({ state: "stuck", enough: false, open: [] });
  expect(few).toContain("It expires if nobody can decide.");
  expect(few).not.toContain("This changed");
});
