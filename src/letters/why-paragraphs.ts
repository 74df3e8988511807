/** Why it was decided, by whom, and what came before (7.2.1, 7.2.2, 7.3). */
import { JUDGEMENT_WORDS, ROLE_WORDS } from "../policy/arrangement/plain-words.ts";
import { listOf, ukDate } from "../policy/arrangement/uk-words.ts";
import { bypassOf } from "../policy/ladder/bypass.ts";
import { isSaid } from "../policy/said.ts";
import type { DecisionRecord } from "./decision-record.ts";

/** The reasons as they were approved, what the contact was judged to be, the steps before, what was tailored, who decided. */
export function whyParagraphs(record: DecisionRecord): string[] {
  return [record.reasons, ...judgement(record), ...earlierSteps(record), ...tailoring(record), whoDecided(record)];
}

/** "Restrictions will be tailored to deal with the individual circumstances of the customer" (7.3). */
function tailoring({ tailored }: DecisionRecord): string[] {
  return isSaid(tailored) ? [`How we fitted this to your circumstances: ${tailored}`] : [];
}

function judgement({ judged }: DecisionRecord): string[] {
  if (judged.length === 0) return [];
  return [`We judged this contact to be ${listOf(judged.map((code) => JUDGEMENT_WORDS[code]))}.`];
}

/** What is on record is said; that a warning was left out is said only where there was none. */
function earlierSteps({ stepsTaken, bypass, pack }: DecisionRecord): string[] {
  const reason = bypassOf(bypass, pack);
  const taken = stepsTaken.map(({ step, on }) =>
    step === "advice"
      ? `On ${ukDate(on)} we ${toldOfConcern(pack) ? "told you why this was causing concern and asked you to change it" : "asked you to change this"}.`
      : `On ${ukDate(on)} we wrote to you with a warning.`,
  );
  if (!reason) return taken;
  const leftOut = stepsTaken.some(({ step }) => step === "warning")
    ? "We did not wait for another warning"
    : "We did not send a warning first";
  return [...taken, `${leftOut}, because ${reason.words}. You can appeal all the same.`];
}

/** The pack says what advice has to say; a step from before has no other record of it. */
function toldOfConcern({ steps }: DecisionRecord["pack"]): boolean {
  const advice = steps.find(({ step }) => step === "advice");
  return advice?.contains.value.includes("why_it_causes_concern") ?? true;
}

function whoDecided({ decidedBy, decidedOn }: DecisionRecord): string {
  const { role, count } = decidedBy;
  // Nobody is above an executive.
  const several = role === "executive" ? `${count} executives` : `${count} people, ${ROLE_WORDS[role]}s or above,`;
  const who = count === 1 ? `One ${ROLE_WORDS[role]}` : several;
  return `${who} who took no part in what happened decided this on ${ukDate(decidedOn)}.`;
}
