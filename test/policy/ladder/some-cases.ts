import type { CaseFacts, NextStep } from "../../../src/policy/ladder/next-steps.ts";
import type { StepTaken } from "../../../src/policy/ladder/step-standings.ts";
import type { Step } from "../../../src/policy/vocabulary.ts";

export const CALENDAR = { timeZone: "Europe/London", holidays: new Set(["2026-04-03", "2026-04-06"]) };

export function aCase(change: Partial<CaseFacts> = {}): CaseFacts {
  return { incidents: [], stepsTaken: [], openProposal: null, ...change };
}

/** Reports on these days. */
export function on(...days: string[]): CaseFacts["incidents"] {
  return days.map((day, place) => ({ ref: `R-${place}`, on: day, seriousThreat: false }));
}

export function gave(step: Step, day: string): StepTaken {
  return { step, on: day, how: step === "advice" ? "phone" : "letter", receivedOn: null, fromBefore: false };
}

/** One rung in one line, as a manager reads it. */
export function line(step: NextStep): string {
  switch (step.code) {
    case "open":
      return `${step.rung} open`;
    case "taken":
      return `${step.rung} taken ${step.on}, until ${step.until}`;
    case "not_yet":
      return `${step.rung} not yet: ${step.because}. ${step.opens}`;
    case "not_in_policy":
      return `${step.rung} not in policy`;
  }
}
