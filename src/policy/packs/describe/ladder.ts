/** The rungs in the order in which a case climbs them, and the road around them. */
import { AT_ONCE_WORDS, STEP_WORDS } from "../../arrangement/plain-words.ts";
import { counted, listOf } from "../../arrangement/uk-words.ts";
import { writtenReason } from "../../ladder/bypass.ts";
import { AT_ONCE } from "../../vocabulary.ts";
import type { Pack, PackStep } from "../pack.ts";
import type { TextLine } from "../pack-text.ts";
import { rolesOf, source, spaced, waysOf } from "./line.ts";

/** What happens at once, which steps come first, and how they may be left out. */
export function ladderLines(pack: Pack): string[] {
  const { atOnce, bypass, proposedBy } = pack;
  const reasons = bypass.value.map(({ words }) => words);
  return [
    `at once: ${atOnce.value.join("; ")}${source(atOnce)}`,
    ...pack.steps.map(stepLine),
    reasons.length === 0
      ? `no step may be left out${source(bypass)}`
      : `a warning may be left out when ${listOf(reasons, "or")}; the right of appeal stays${source(bypass)}`,
    `proposal, by the ${rolesOf(proposedBy.value)}${source(proposedBy)}`,
    "then a decision on a card, then a letter",
    contactOutsideLine(pack),
    `a closed topic is read by a designated officer and not acknowledged${source(pack.closedTopics)}`,
    `whatever is restricted, contact about these is looked at: ${pack.protectedWords.value.join(", ")}${source(pack.protectedWords)}`,
  ];
}

function stepLine({ step, by, how, validMonths, countsFrom }: PackStep): string {
  const from = countsFrom.value === "receipt" ? "receipt" : "the day it was given";
  const months = `counts for ${counted(validMonths.value, "month")}${source(validMonths)} from ${from}${source(countsFrom)}`;
  // Nothing waits for somebody who has left.
  const orElse = by.value.every((role) => role === "officer") ? ", or while they are away whoever has the report" : "";
  return `${STEP_WORDS[step]}; by the ${rolesOf(by.value)}${orElse}${source(by)}; by ${waysOf(how.value)}${source(how)}; ${months}`;
}

function contactOutsideLine({ contactOutside }: Pack): string {
  return contactOutside.value === "disregarded"
    ? `contact outside the arrangement is read once for danger or anything new, then disregarded${source(contactOutside)}`
    : `contact outside the arrangement is dealt with as each restriction says${source(contactOutside)}`;
}

/** What each step says, and the words for it. */
export function wordsLines({ steps }: Pack): string[] {
  return steps.flatMap((given) => {
    const { step, contains, alsoContains, script, written } = given;
    return [
      `${step} says: ${listOf(contains.value.map(spaced))}${source(contains)}`,
      ...(alsoContains.value.length === 0
        ? []
        : [`${step} also says: ${listOf(alsoContains.value.map(spaced))}${source(alsoContains)}`]),
      ...(script.value ? [`${step}, what to say${source(script)}:${sentences(script.value)}`] : []),
      ...(written.value
        ? [`${step}, what to send${source(written)}:\n      ${written.value.subject}${sentences(written.value.lines)}`]
        : []),
      ...furtherLines(given),
    ];
  });
}

const sentences = (lines: readonly TextLine[]): string => lines.map(({ words }) => `\n      ${words}`).join("");

function furtherLines({ step, enclosesPolicy, appeal }: PackStep): string[] {
  const copy = enclosesPolicy.value ? "encloses the policy" : "does not enclose the policy";
  const appealed = appeal.value === "none" ? "cannot be appealed" : "can be appealed on facts";
  return [`${step} ${copy}${source(enclosesPolicy)}, and ${appealed}${source(appeal)}`];
}

/** What happens when a step is left out or somebody may be in danger (CASEWORK section 3). */
export function shortRoadLines({ bypass, dutySenior, shortRoad, safety, appeal }: Pack): string[] {
  const { clocks, asksWithoutHolding, lateAnswerOpensReview } = shortRoad;
  const asked = asksWithoutHolding.value.map(spaced);
  return [
    `${safety.police.value}${source(safety.police)}`,
    `the ${safety.procedure.value}${source(safety.procedure)}: ${safety.procedureAt.value}${source(safety.procedureAt)}`,
    `an officer needs nobody's leave; the report offers: ${AT_ONCE.map((code) => AT_ONCE_WORDS[code]).join(", ")}`,
    ...bypass.value.map(({ words, reasonBy, shortRoad: short }) =>
      [words, reasonBy === null ? "" : `with ${writtenReason(reasonBy)}, who approves it`, short ? "short road" : ""]
        .filter((part) => part !== "")
        .join("; "),
    ),
    dutySenior.value === null
      ? `nobody is on duty for the short road${source(dutySenior)}`
      : `on duty: one ${rolesOf([dutySenior.value])}, whom the organisation names${source(dutySenior)}`,
    clocks.value === "day_and_night"
      ? `clocks run day and night${source(clocks)}`
      : `clocks run in working hours${source(clocks)}`,
    `asked, without holding the decision: ${asked.length === 0 ? "nothing" : listOf(asked)}${source(asksWithoutHolding)}`,
    ...(lateAnswerOpensReview.value
      ? [`a later answer that matters opens a review that day${source(lateAnswerOpensReview)}`]
      : []),
    ...(appeal.alsoWithoutWarning.value
      ? [`the right of appeal is the same without a warning${source(appeal.alsoWithoutWarning)}`]
      : []),
  ];
}
