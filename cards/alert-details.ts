/** An alert in full, in a dialog, for the person entitled at this moment: names and identifiers stand here only. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf, sentenceCase, ukDate } from "../src/policy/arrangement/uk-words.ts";
import type { Outcome, Tier } from "../src/policy/vocabulary.ts";
import { allowedWords } from "./allowed-form.ts";
import { acts, facts as factList, line, list, note } from "./blocks.ts";
import { type Day, type Moment, momentInWords } from "./dates.ts";
import { DANGER_FIRST, type HandlingFacts, instructions, MAY_NOT_KNOW } from "./handling-words.ts";
import { OUTCOME_WORDS, TIER_WORDS } from "./labels.ts";
import type { Block, Card, Target } from "./model.ts";

export type AlertDetailsFacts = HandlingFacts & {
  readonly target: Target;
  readonly ref: string;
  readonly outcome: Outcome;
  readonly tier: Tier;
  readonly customer: { readonly ref: string; readonly name: string };
  /** What the contact itself gave: a number, a name, an address. */
  readonly seen: readonly string[];
  readonly occurred: Moment;
  /** Everybody it reached; none is a service line. */
  readonly officers: readonly string[];
  readonly service: string | null;
  readonly restrictions: readonly {
    /** Whose it is when it is not the customer's: somebody acted for another, and both are restricted. */
    readonly of: string | null;
    readonly words: string;
    readonly clause: string | null;
    readonly outcome: Outcome;
    readonly until: Day;
  }[];
  /** Who else it may be, for the register team (SCREENING section 3). */
  readonly others: readonly { readonly ref: string; readonly name: string }[];
  /** Why it was allowed, as the officer said. */
  readonly allowedBecause: string | null;
  /** The reader is of the register team and is asked who it is. */
  readonly asksWho: boolean;
};

export function alertDetails(facts: AlertDetailsFacts): Card {
  return {
    title: `Alert ${facts.ref}`,
    notification: `Alert ${facts.ref}.`,
    body: [
      ...(facts.customerTold ? [] : [line({ strong: MAY_NOT_KNOW })]),
      line(DANGER_FIRST),
      ...listed(instructions(facts).filter((sentence) => sentence !== MAY_NOT_KNOW)),
      factList({
        Customer: `${facts.customer.ref} · ${facts.customer.name}`,
        "May also be": listOf(
          facts.others.map(({ ref, name }) => `${ref} · ${name}`),
          "or",
        ),
        "Seen in the contact": facts.seen.join(", "),
        "How sure": TIER_WORDS[facts.tier],
        Contact: `${sentenceCase(CHANNEL_WORDS[facts.channel])}, ${momentInWords(facts.occurred)}`,
        Officer: listOf(facts.officers) || "None: a service line",
        Service: facts.service ?? "Not known",
        Outcome: OUTCOME_WORDS[facts.outcome],
        "Allowed because": facts.allowedBecause === null ? undefined : allowedWords(facts.allowedBecause),
      }),
      ...(facts.restrictions.length > 0 ? [line({ strong: "What the arrangement says" })] : []),
      ...listed(facts.restrictions.map(restriction)),
      note("That you opened this is recorded."),
      ...(facts.asksWho ? [line({ strong: "Was it this customer?" })] : []),
    ],
    buttons: facts.asksWho ? whoIsIt(facts.target) : [],
  };
}

function listed(sentences: readonly string[]): Block[] {
  return sentences.length === 0 ? [] : [list(sentences)];
}

/** The register team's answer, on the card and in the dialog. Neither stands out: it is a question. */
export function whoIsIt(target: Target): Card["buttons"] {
  return [acts("match-same", "Same person", target), acts("match-not-same", "Not the same person", target)];
}

function restriction({ of, words, clause, outcome, until }: AlertDetailsFacts["restrictions"][number]): string {
  const why = clause === null ? OUTCOME_WORDS[outcome] : `${OUTCOME_WORDS[outcome]}, clause ${clause}`;
  return `${of === null ? "" : `Customer ${of}: `}${words} ${why}. Until ${ukDate(until)}.`;
}
