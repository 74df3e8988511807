/**
 * To the officer a contact reached: what to do now, in three lines before any button (WORDS).
 * A posted message: the customer's reference, staff names, instructions; no customer's name, identifier or behaviour.
 */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf } from "../src/policy/arrangement/uk-words.ts";
import type { Outcome, Tier } from "../src/policy/vocabulary.ts";
import { acts, line, note, opens, primary } from "./blocks.ts";
import { type Moment, momentInWords, timeSince } from "./dates.ts";
import { confirmWho, DANGER_FIRST, type HandlingFacts, instructions, MAY_NOT_KNOW } from "./handling-words.ts";
import type { Block, Card, Span, Target } from "./model.ts";

export type AlertState =
  | { readonly code: "open" }
  | { readonly code: "acknowledged"; readonly by: string; readonly when: Moment }
  /** `judgement`: what the register team says, who may find that it is the customer after all; null until then. */
  | {
      readonly code: "someone-else";
      readonly by: string;
      readonly when: Moment;
      readonly judgement: "same" | "not_same" | null;
    }
  | { readonly code: "allowed"; readonly by: string; readonly when: Moment }
  /** The point of contact was reached too: the others leave it to them. */
  | { readonly code: "handled"; readonly by: string };

/** Why a manager has the card, and whom to see about it. */
export type StandingIn = {
  readonly why: "not-reached" | "no-officer" | "not-acknowledged";
  readonly officers: readonly string[];
};

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
  /** The card went to a manager. */
  readonly standingIn?: StandingIn;
  readonly state: AlertState;
};

export function alertOfficer(facts: AlertOfficerFacts): Card {
  return {
    title: title(facts),
    notification: "Contact outside an arrangement: open to see what to do.",
    body: [...firstLines(facts), about(facts)],
    buttons: buttons(facts),
  };
}

function title({ state, outcome }: AlertOfficerFacts): string {
  const open = outcome === "breach" ? "This contact is outside an arrangement" : "Check this contact before you act";
  return titleAnswered(state) ?? open;
}

/** Of an alert that an officer's answer closed; nothing while it is to be acted on. */
export function titleAnswered(state: AlertState): string | undefined {
  if (isSaidToBeAnother(state)) return "This contact is said to be from someone else";
  return state.code === "allowed" ? "This contact is said to be allowed" : undefined;
}

/** An officer says so, and the register team does not say that it is the customer after all. */
export function isSaidToBeAnother(state: AlertState): boolean {
  return state.code === "someone-else" && state.judgement !== "same";
}

/**
 * Danger before any handling. Until the letter is recorded as sent the card begins with that (CASEWORK section 1), and
 * danger leads the next line, so that there are never more than three. An answer that closes it leaves nothing to explain.
 */
function firstLines(facts: AlertOfficerFacts): Block[] {
  const now = whatToDo(facts);
  return facts.customerTold || titleAnswered(facts.state)
    ? [line(DANGER_FIRST), line(...now)]
    : [line({ strong: MAY_NOT_KNOW }), line(`${DANGER_FIRST} `, ...now)];
}

function whatToDo(facts: AlertOfficerFacts): readonly Span[] {
  const { state, occurred } = facts;
  switch (state.code) {
    case "open":
      return [...forWhom(facts), ...whoItIs(facts), handling(facts)];
    case "handled":
      return [`Do not reply: ${state.by} has it.`];
    case "acknowledged":
      return [
        { strong: `Acknowledged by ${state.by}, ${timeSince(state.when, occurred)}. ` },
        ...whoItIs(facts),
        handling(facts),
      ];
    case "someone-else":
      return state.judgement === "same"
        ? [{ strong: "The register team says that it is this customer after all. " }, handling(facts)]
        : [
            { strong: `${state.by} says that it is someone else, ${timeSince(state.when, occurred)}. ` },
            `Deal with it as usual. ${registerTeamSays(state)}`,
          ];
    case "allowed":
      return [
        { strong: `${state.by} says that it was allowed, ${timeSince(state.when, occurred)}. ` },
        "The register team sees the reason.",
      ];
  }
}

/** Of what an officer says to be someone else. */
export function registerTeamSays({ judgement }: Extract<AlertState, { code: "someone-else" }>): string {
  return judgement === null ? "The register team looks at whose it was." : "The register team says so too.";
}

/** To explain it one has to know it: while nothing else is to be done, the card says where that is. */
function handling(facts: AlertOfficerFacts): string {
  const sentences = instructions(facts).filter((sentence) => sentence !== MAY_NOT_KNOW);
  return sentences.length === 0 ? "Press Open to read what was decided." : sentences.join(" ");
}

function forWhom({ standingIn }: AlertOfficerFacts): Span[] {
  if (!standingIn) return [];
  const officers = listOf(standingIn.officers);
  switch (standingIn.why) {
    case "not-reached":
      return [{ strong: `Tell ${officers}, who could not be told here: ` }];
    case "no-officer":
      return [{ strong: "It reached no one officer: tell whoever has it. " }];
    case "not-acknowledged":
      return [{ strong: `Not acknowledged by ${officers}: see that this is done. ` }];
  }
}

function whoItIs(facts: AlertOfficerFacts): Span[] {
  if (facts.tier === "identified") return [];
  return [{ strong: `${confirmWho(facts)} ` }, "If it is the person named when you open the details: "];
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

function buttons({ state, target }: AlertOfficerFacts): Card["buttons"] {
  const open = opens("alert-open", "Open", target);
  const report = opens("alert-report", "Report as an incident", target);
  const otherwise = [
    opens("alert-someone-else", "It is someone else", target),
    opens("alert-allowed", "It was allowed", target),
  ];
  switch (state.code) {
    case "open":
      return [primary(acts("alert-acknowledge", "Acknowledge", target)), ...otherwise, report, open];
    case "acknowledged":
      return [...otherwise, report, open];
    case "handled":
      return [report, open];
    case "someone-else":
    case "allowed":
      return [open];
  }
}
