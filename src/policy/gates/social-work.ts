/** "we will always try to ascertain if that customer is known to Social Work Services" */
import { counted, ukDate } from "../arrangement/uk-words.ts";
import type { Pack } from "../packs/pack.ts";
import type { ProposalState } from "../vocabulary.ts";
import { addWorkingDays } from "../working-time/dates.ts";
import { workingClock } from "../working-time/working-clock.ts";
import type { Gate, GateFacts, GateResult, SocialWorkQuestion } from "./gate.ts";
import { withoutHolding } from "./without-holding.ts";

/** Passes with an answer, or with an attempt written down after the pack's working days. The card never says the answer. */
export const socialWork: Gate = (facts, pack, today) => {
  const gate = { gate: "social_work", source: pack.socialWork.asked.from ?? "CASEWORK section 2" } as const;
  if (!isAsked(facts, pack)) return { code: "pass", ...gate, words: "nothing suggests that Social Work is asked" };

  const { socialWork: question } = facts;
  if (question === null || question.askedOn > today)
    return withoutHolding(facts, pack, {
      code: "ask",
      ...gate,
      question: "Ask Social Work whether they know the customer.",
    });
  if (question.answer !== null && question.answer.on <= today)
    return { code: "pass", ...gate, words: "Social Work answered" };
  return waiting(facts, pack, { question, today });
};

/** Nobody waits for an answer about what was taken back or turned down; after the decision it still counts. */
export const NOT_ASKED_ANY_MORE: readonly ProposalState[] = ["withdrawn", "rejected", "superseded"];

/** Working days after which a question without an answer is brought back: the pack's number, or two when it gives none. */
export function remindAfter({ socialWorkAttemptWorkingDays }: Pack): number {
  return socialWorkAttemptWorkingDays.value ?? 2;
}

/** A pack that asks when a need suggests it: a minor, or somebody who lacks capacity, suggests it too. */
function isAsked({ needs, minor, lacksCapacity }: GateFacts, { socialWork }: Pack): boolean {
  if (socialWork.asked.value === "always" || minor === true || lacksCapacity === true) return true;
  return needs.some((need) => socialWork.needs.value.includes(need));
}

function waiting(
  facts: GateFacts,
  pack: Pack,
  { question, today }: { question: SocialWorkQuestion; today: string },
): GateResult {
  const gate = { gate: "social_work", source: pack.socialWork.asked.from ?? "CASEWORK section 2" } as const;
  const { askedOn, attempts } = question;
  const days = pack.socialWorkAttemptWorkingDays.value ?? 0;
  const enoughOn = addWorkingDays(askedOn, days, workingClock(pack, facts.calendar));
  const attempt = attempts.find((on) => on >= enoughOn && on <= today);
  if (attempt !== undefined) return { code: "pass", ...gate, words: triedWords(question, attempt) };

  return withoutHolding(facts, pack, {
    code: "block",
    ...gate,
    because: waitingWords(question),
    opens: opensWords(question, days === 0 ? null : { days, enoughOn }),
  });
}

/** `from`: the day from which an attempt counts; null: at once. */
function opensWords(
  { insteadOfLiaison }: SocialWorkQuestion,
  from: { readonly days: number; readonly enoughOn: string } | null,
): string {
  const on = from ? `from ${ukDate(from.enoughOn)}` : "";
  if (insteadOfLiaison) return `Try to reach Social Work yourself${on && `, ${on}`}, and record it.`;
  const later = from ? ` ${counted(from.days, "working day")} after they were asked, ${on},` : "";
  return `Wait for the answer, or${later} try again and record it.`;
}

/** Nobody is said to have been asked whom the question did not reach. */
function triedWords({ askedOn, insteadOfLiaison }: SocialWorkQuestion, attempt: string): string {
  const whom = insteadOfLiaison ?? "liaison";
  switch (whom) {
    case "liaison":
      return `Social Work asked ${ukDate(askedOn)} and again ${ukDate(attempt)}`;
    case "register_team":
      return `no Social Work liaison could be reached, the register team asked ${ukDate(askedOn)}, Social Work tried ${ukDate(attempt)}`;
    case "nobody":
      return `nobody could be asked about Social Work on ${ukDate(askedOn)}, Social Work tried ${ukDate(attempt)}`;
  }
}

function waitingWords({ askedOn, insteadOfLiaison }: SocialWorkQuestion): string {
  const whom = insteadOfLiaison ?? "liaison";
  switch (whom) {
    case "liaison":
      return `Social Work has not answered since ${ukDate(askedOn)}`;
    case "register_team":
      return `no Social Work liaison can be reached, and the register team has not answered since ${ukDate(askedOn)}`;
    case "nobody":
      return "neither a Social Work liaison nor the register team can be reached";
  }
}
