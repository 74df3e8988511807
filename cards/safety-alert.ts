/** A serious threat of violence was reported: manager and register team, within seconds (CASEWORK section 1). */
import { acts, line, opens, primary } from "./blocks.ts";
import { type Moment, momentInWords, timeSince } from "./dates.ts";
import type { Card, Target } from "./model.ts";

/** Whether anybody in line was asked, and whether somebody is left to ask. */
type Line = "asked" | "used-up" | "nobody";

export type SafetyAlertFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly service: string;
  readonly sent: Moment;
  /** What the organisation's policy says of danger, the police and its procedure for violence at work. */
  readonly police: string;
  /** A person in line, or the register team's channel, where no names of reporters stand. */
  readonly to:
    | { readonly kind: "person"; readonly reportedBy: string }
    | { readonly kind: "channel"; readonly line: Line };
  readonly state:
    | { readonly code: "open" }
    | { readonly code: "acknowledged"; readonly by: string; readonly when: Moment };
  /** Why somebody else gets it now: nobody acknowledged in time. */
  readonly passedOn: boolean;
};

export function safetyAlert(facts: SafetyAlertFacts): Card {
  return {
    title: "A serious threat of violence was reported",
    notification: "Safety alert: open to see what to do.",
    body: [
      line(facts.police),
      line(`Report ${facts.ref} · ${facts.service} · ${momentInWords(facts.sent)}`),
      line(next(facts)),
    ],
    buttons: buttons(facts),
  };
}

function next({ state, to, passedOn, sent }: SafetyAlertFacts): string {
  if (state.code === "acknowledged") return `${state.by} has it, ${timeSince(state.when, sent)}.`;
  if (to.kind === "channel") return LINE_WORDS[to.line];
  const late = passedOn ? "Nobody has acknowledged this yet. " : "";
  return `${late}Speak to ${to.reportedBy} now, and press Acknowledge so that others know you have it.`;
}

const LINE_WORDS: Readonly<Record<Line, string>> = {
  asked:
    "The service manager, or whoever stands in, has been alerted. It goes to the next in line every 15 minutes until somebody acknowledges it.",
  "used-up":
    "Nobody has acknowledged this, and everybody in line has been asked. Read the report, speak to the reporter now, and press Acknowledge.",
  nobody: "Nobody in line can be reached here. Read the report, speak to the reporter now, and press Acknowledge.",
};

function buttons({ state, target }: SafetyAlertFacts): Card["buttons"] {
  const read = opens("triage-read", "Read the report", target);
  return state.code === "open" ? [primary(acts("safety-acknowledge", "Acknowledge", target)), read] : [read];
}
