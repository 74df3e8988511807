/** The ladder of a pack in plain English, for the council that has to confirm it. */
import { CHANNEL_WORDS, KIND_WORDS, ROLE_WORDS, STEP_WORDS } from "../arrangement/plain-words.ts";
import { counted, listOf, sentenceCase, ukDate, ukTime } from "../arrangement/uk-words.ts";
import type { Axis } from "./axis.ts";
import type { ApproverRule, Pack, PackStep } from "./pack.ts";

/** The text that `register policy check FILE` prints: one line for each rule, where it comes from, what is assumed. */
export function describePack(pack: Pack): string {
  const assumed = assumedPaths(pack);
  return [
    `${pack.title} (${pack.id}, version ${pack.version})`,
    `In effect from ${ukDate(pack.effective.from)}${pack.effective.until ? ` until ${ukDate(pack.effective.until)}` : ""}. Text: ${pack.text.reference}, ${pack.text.sections}.`,
    "",
    ...section(
      "Applies to",
      pack.appliesTo.value.map((words) => `${words}${source(pack.appliesTo)}`),
    ),
    ...section("The ladder", ladder(pack)),
    ...section("Restrictions on offer", catalogue(pack)),
    ...section("Who decides", pack.approvers.map(approverLine)),
    ...section("Time", timeLines(pack)),
    ...section("Appeal and ombudsman", appealLines(pack)),
    ...section(`To confirm: ${counted(assumed.length, "value")} that the text does not state`, assumed),
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return [title, ...lines.map((line) => `  - ${line}`), ""];
}

function source(given: Axis<unknown>): string {
  return given.from === undefined ? " (assumed)" : ` (${given.from})`;
}

function ladder(pack: Pack): string[] {
  const { bypass, contactOutside } = pack;
  const reasons = bypass.value.map(({ words }) => words);
  return [
    `at once: ${pack.atOnce.value.join("; ")}${source(pack.atOnce)}`,
    ...pack.steps.map(stepLine),
    reasons.length === 0
      ? `no step may be left out${source(bypass)}`
      : `a warning may be left out when ${listOf(reasons, "or")}; the right of appeal stays${source(bypass)}`,
    "proposal, then a decision on a card, then a letter",
    contactOutside.value === "disregarded"
      ? `contact outside the arrangement is read once for danger or anything new, then disregarded${source(contactOutside)}`
      : `contact outside the arrangement is dealt with as each restriction says${source(contactOutside)}`,
  ];
}

function stepLine({ step, by, how, validMonths }: PackStep): string {
  const people = listOf(
    by.value.map((role) => ROLE_WORDS[role]),
    "or",
  );
  const ways = listOf(
    how.value.map((channel) => CHANNEL_WORDS[channel]),
    "or",
  );
  const months = `counts for ${counted(validMonths.value, "month")}${source(validMonths)}`;
  return `${STEP_WORDS[step]}; by the ${people}${source(by)}; by ${ways}${source(how)}; ${months}`;
}

function catalogue({ restrictions }: Pack): string[] {
  return restrictions.value.map(({ kind, clause }) => `${clause === null ? "" : `${clause} `}${KIND_WORDS[kind]}`);
}

function approverLine({ kinds, scopes, longerThanMonths, role, quorum, asks }: ApproverRule): string {
  const longer = longerThanMonths === 0 ? "" : `, longer than ${counted(longerThanMonths, "month")}`;
  const reach = scopes.length === 2 ? "" : `, ${scopes[0] === "organisation" ? "the whole organisation" : "a service"}`;
  const who = `${ROLE_WORDS[role.value]}${source(role)}`;
  const count = `${quorum.value} must approve${source(quorum)}, ${asks.value} are asked${source(asks)}`;
  return `${sentenceCase(who)}; ${count}: ${kinds.map((kind) => KIND_WORDS[kind]).join("; ")}${longer}${reach}`;
}

function timeLines({ length, review, openProposal, workingHours, calendar, acknowledgeMinutes }: Pack): string[] {
  const { remindWorkingDays: remind, escalateWorkingDays: escalate, expireWorkingDays: expire } = openProposal;
  const every = review.everyMonths.value === null ? "" : `every ${counted(review.everyMonths.value, "month")} and `;
  return [
    `a restriction lasts ${counted(length.defaultMonths.value, "month")}, at most ${length.maxMonths.value}${source(length.maxMonths)}`,
    `reviewed ${every}${counted(review.monthsBeforeEnd.value, "month")} before the end${source(review.monthsBeforeEnd)}`,
    `an open proposal: reminder after ${counted(remind.value, "working day")}, the next senior after ${escalate.value}, expired after ${expire.value}${source(expire)}`,
    `an alert is acknowledged in ${counted(acknowledgeMinutes.value, "minute")} of working time${source(acknowledgeMinutes)}`,
    `working days of ${calendar.value}${source(calendar)}, ${ukTime(workingHours.value.from)} to ${ukTime(workingHours.value.to)}${source(workingHours)}`,
  ];
}

function appealLines({ appeal, ombudsman }: Pack): string[] {
  return [
    `${counted(appeal.lodgeWorkingDays.value, "working day")} to appeal${source(appeal.lodgeWorkingDays)}, ${appeal.answerWorkingDays.value} to answer${source(appeal.answerWorkingDays)}, decided by a ${ROLE_WORDS[appeal.decidedBy.value]} who took no part${source(appeal.decidedBy)}`,
    `then the ${ombudsman.value.name}${source(ombudsman)}`,
  ];
}

/** Where the pack says "assumed", in dots and numbers. */
function assumedPaths(part: unknown, path: readonly string[] = []): string[] {
  if (typeof part !== "object" || part === null) return [];
  if ("assumed" in part && part.assumed === true) return [path.join(".")];
  return Object.entries(part).flatMap(([key, value]) => assumedPaths(value, [...path, key]));
}
