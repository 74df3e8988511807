/**
 * To the officer a contact reached: what to do now, in three lines before any button (WORDS).
 * A posted message: the customer's reference, staff names, instructions; no customer's name, identifier or behaviour.
 */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf } from "../src/policy/arrangement/uk-words.ts";
import type { Outcome, Tier } from "../src/policy/vocabulary.ts";
import { acts, line, note, opens, primary } from "./blocks.ts";
import { type Moment, momentInWords, timeOf } from "./dates.ts";
import { DANGER_FIRST, type HandlingFacts, instructions, MAY_NOT_KNOW } from "./handling-words.ts";
import type { Block, Card, Target } from "./model.ts";

export type AlertState =
  | { readonly code: "open" }
  | { readonly code: "acknowledged"; readonly by: string; readonly when: Moment }
  | { readonly code: "someone-else"; readonly by: string; readonly when: Moment }
  | { readonly code: "allowed"; readonly by: string; readonly when: Moment }
  /** The point of contact was reached too: the others leave it to them. */
  | { readonly code: "handled"; readonly by: string };

export type AlertOfficerFacts = HandlingFacts & {
  readonly target: Target;
  readonly ref: string;
  readonly outcome: Extract<Outcome, "breach" | "conditional">;
  readonly tier: Exclude<Tier, "possible">;
  readonly customerRef: string;
  readonly clauses: readonly string[];
  readonly occurred: Moment;
  /** How many contacts are in it: several officers reached by one message, or the same customer again. */
  readonly contacts: number;
  /** The card went to a manager because the officer could not be told. */
  readonly insteadOf?: string;
  readonly state: AlertState;
};

export function alertOfficer(facts: AlertOfficerFacts): Card {
  return {
    title:
      facts.outcome === "breach"
        ? "This contact is outside an arrangement"
        : "Check this contact before you deal with it",
    notification: "Contact outside an arrangement: open to see what to do.",
    body: [
      ...toldYet(facts),
      line(DANGER_FIRST),
      ...whoItIs(facts),
      line(whatToDo(facts)),
      about(facts),
      ...closed(facts.state),
    ],
    buttons: buttons(facts),
  };
}

/** Stands before everything else until the letter is recorded as sent (CASEWORK section 1). */
function toldYet({ customerTold }: AlertOfficerFacts): Block[] {
  return customerTold ? [] : [line({ strong: MAY_NOT_KNOW })];
}

function whoItIs({ tier, insteadOf }: AlertOfficerFacts): Block[] {
  const instead = insteadOf ? [line(`Tell ${insteadOf}: they could not be reached here.`)] : [];
  if (tier === "identified") return instead;
  const check = "What we know is not sure. If it is the person named when you open the details, do the following.";
  return [...instead, line({ strong: "Confirm who you are speaking to. " }, check)];
}

function whatToDo(facts: AlertOfficerFacts): string {
  if (facts.state.code === "handled") return `Do not reply: ${facts.state.by} has it.`;
  return instructions(facts)
    .filter((sentence) => sentence !== MAY_NOT_KNOW)
    .join(" ");
}

function about({ customerRef, channel, occurred, clauses, ref, contacts }: AlertOfficerFacts): Block {
  const several = contacts > 1 ? [`${contacts} contacts`] : [];
  const clause = clauses.length === 0 ? [] : [`${clauses.length === 1 ? "clause" : "clauses"} ${listOf(clauses)}`];
  return note(
    [`Customer ${customerRef}`, CHANNEL_WORDS[channel], momentInWords(occurred), ...several, ...clause, ref].join(
      " · ",
    ),
  );
}

function closed(state: AlertState): Block[] {
  switch (state.code) {
    case "open":
    case "handled":
      return [];
    case "acknowledged":
      return [line({ strong: `Acknowledged by ${state.by}, ${timeOf(state.when)}.` })];
    case "someone-else":
      return [
        line(
          { strong: `${state.by} says that it is someone else, ${timeOf(state.when)}.` },
          " The register team looks at it.",
        ),
      ];
    case "allowed":
      return [line({ strong: `${state.by} says that it was allowed, ${timeOf(state.when)}.` })];
  }
}

function buttons({ state, target }: AlertOfficerFacts): Card["buttons"] {
  const open = opens("alert-open", "Open", target);
  const report = opens("alert-report", "Report as an incident", target);
  switch (state.code) {
    case "open":
      return [
        primary(acts("alert-acknowledge", "Acknowledge", target)),
        acts("alert-someone-else", "It is someone else", target),
        opens("alert-allowed", "It was allowed", target),
        report,
        open,
      ];
    case "acknowledged":
    case "handled":
      return [report, open];
    case "someone-else":
    case "allowed":
      return [open];
  }
}
