/** To the proposer: fewer may decide than must approve, because somebody left, is away, or has an interest. */
import { listOf } from "../src/policy/arrangement/uk-words.ts";
import { danger, line, opens } from "./blocks.ts";
import type { Card, Target } from "./model.ts";

export type ProposalStuckFacts = {
  readonly target: Target;
  readonly ref: string;
  /** `closed`: it is no longer with senior staff. `enough`: others were asked meanwhile. */
  readonly state: "stuck" | "enough" | "closed";
  /** How many more must approve. */
  readonly needed: number;
  /** Who may, of those present. */
  readonly may: readonly string[];
};

export function proposalStuck(facts: ProposalStuckFacts): Card {
  const { ref, state, target } = facts;
  return {
    title: state === "stuck" ? `Too few people can decide ${ref}` : `Who can decide ${ref}`,
    notification:
      state === "stuck" ? `Your proposal ${ref} needs attention.` : `There is news of your proposal ${ref}.`,
    body: [line(words(facts))],
    buttons: state === "stuck" ? [danger(opens("proposal-withdraw", "Withdraw", target))] : [],
  };
}

function words({ state, needed, may }: ProposalStuckFacts): string {
  switch (state) {
    case "stuck":
      return `${needed} more must approve it, and ${may.length === 0 ? "nobody who may is here" : `only ${listOf(may)} may`}. Ask an administrator to give somebody the role or link their account, or wait for whoever is away. It expires if nobody can decide.`;
    case "enough":
      return "Enough people can decide it again. There is nothing to do.";
    case "closed":
      return "It is no longer with senior staff. Another message says what became of it.";
  }
}
