/**
 * To the proposer: what waits with senior staff cannot be approved. Fewer may decide than must approve, because somebody
 * left, is away, or has an interest; or what it rests on has changed.
 */
import { listOf, sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import { danger, line, list, opens } from "./blocks.ts";
import type { Block, Card, Target } from "./model.ts";

export type ProposalStuckFacts = {
  readonly target: Target;
  readonly ref: string;
  /** `closed`: it is no longer with senior staff. `held`: a gate holds it. `enough`: others were asked meanwhile. */
  readonly state: "stuck" | "held" | "enough" | "closed";
  /** Whether as many may decide as must approve; it may be held and stuck at once. */
  readonly enough: boolean;
  /** How many more must approve. */
  readonly needed: number;
  /** Who may, of those present. */
  readonly may: readonly string[];
  /** What stands in the way, in the words of the approval card. */
  readonly open: readonly string[];
};

export function proposalStuck(facts: ProposalStuckFacts): Card {
  const { ref, state, target } = facts;
  const waits = state === "stuck" || state === "held";
  return {
    title: TITLES[state](ref),
    notification: waits ? `Your proposal ${ref} needs attention.` : `There is news of your proposal ${ref}.`,
    body: words(facts),
    buttons: waits
      ? [opens("proposal-read", "Read the case", target), danger(opens("proposal-withdraw", "Withdraw", target))]
      : [],
  };
}

const TITLES: Readonly<Record<ProposalStuckFacts["state"], (ref: string) => string>> = {
  stuck: (ref) => `Too few people can decide ${ref}`,
  held: (ref) => `${ref} cannot be approved as it stands`,
  enough: (ref) => `Who can decide ${ref}`,
  closed: (ref) => `Who can decide ${ref}`,
};

function words(facts: ProposalStuckFacts): readonly Block[] {
  switch (facts.state) {
    case "stuck":
      return [line(`${tooFew(facts)} It expires if nobody can decide.`)];
    case "held":
      return [
        line("This changed after it was sent:"),
        list(facts.open.map(sentenceCase)),
        line("Ask those who decide to return it, so that you can put it right, or withdraw it."),
        ...(facts.enough ? [] : [line(`Too few people can decide it, too: ${tooFew(facts)}`)]),
      ];
    case "enough":
      return [line("Enough people can decide it again. There is nothing to do.")];
    case "closed":
      return [line("It no longer waits for a decision. Another message says what became of it.")];
  }
}

function tooFew({ needed, may }: ProposalStuckFacts): string {
  const who = may.length === 0 ? "nobody can at the moment" : `only ${listOf(may)} may`;
  return `${needed} more must approve it, and ${who}. Ask an administrator to give somebody the role or link their account, or wait for whoever is away.`;
}
