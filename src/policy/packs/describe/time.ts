/** Lengths, reviews, clocks, appeals, and how long things are kept. */
import { ROLE_WORDS } from "../../arrangement/plain-words.ts";
import { counted, listOf, ukTime, withArticle } from "../../arrangement/uk-words.ts";
import type { Calendar } from "../../vocabulary.ts";
import type { Pack } from "../pack.ts";
import { source } from "./line.ts";

const CALENDAR_WORDS: Readonly<Record<Calendar, string>> = {
  "england-and-wales": "England and Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
};

export function timeLines(pack: Pack): string[] {
  const { length, review, openProposal, workingHours, calendar, acknowledgeMinutes, deemedReceiptWorkingDays } = pack;
  const { remindWorkingDays: remind, escalateWorkingDays: escalate, expireWorkingDays: expire } = openProposal;
  const every = review.everyMonths.value === null ? "" : `every ${counted(review.everyMonths.value, "month")} and `;
  return [
    `a restriction lasts ${counted(length.defaultMonths.value, "month")}, at most ${length.maxMonths.value}${source(length.maxMonths)}`,
    `the letter states the length ${length.inLetter.value === "always" ? "always" : "where relevant"}${source(length.inLetter)}`,
    `reviewed ${every}${counted(review.monthsBeforeEnd.value, "month")} before the end${source(review.monthsBeforeEnd)}`,
    `an open proposal: reminder after ${counted(remind.value, "working day")}, the next senior after ${escalate.value}, expired after ${expire.value}${source(expire)}`,
    `an alert is acknowledged in ${counted(acknowledgeMinutes.value, "minute")} of working time${source(acknowledgeMinutes)}`,
    `a letter counts as received after ${counted(deemedReceiptWorkingDays.value, "working day")}${source(deemedReceiptWorkingDays)}`,
    `working days of ${CALENDAR_WORDS[calendar.value]}${source(calendar)}, ${ukTime(workingHours.value.from)} to ${ukTime(workingHours.value.to)}${source(workingHours)}`,
  ];
}

export function appealLines({ appeal, ombudsman }: Pack): string[] {
  return [
    `${counted(appeal.lodgeWorkingDays.value, "working day")} to appeal${source(appeal.lodgeWorkingDays)}, ${appeal.answerWorkingDays.value} to answer${source(appeal.answerWorkingDays)}, decided by ${withArticle(ROLE_WORDS[appeal.decidedBy.value])} who took no part${source(appeal.decidedBy)}`,
    `then the ${ombudsman.value.name}${source(ombudsman)}`,
  ];
}

export function recordLines({
  policyDocument,
  recorded,
  retentionMonths,
  warningEnoughMonths,
  warningEffect,
}: Pack): string[] {
  const { verbal, threatening, physical } = retentionMonths.value;
  return [
    `centrally, by the ${recorded.value.team}: ${listOf(recorded.value.what)}${source(recorded)}`,
    `kept after the end for ${verbal} months, ${threatening} after a threat, ${physical} after physical harm${source(retentionMonths)}`,
    `a warning was enough if nothing more is reported in ${counted(warningEnoughMonths.value, "month")}${source(warningEnoughMonths)}`,
    `enclosed with letters: ${policyDocument.value.name}, version ${policyDocument.value.version}, ${policyDocument.value.where}${source(policyDocument)}`,
    ...(warningEffect.value === null ? [] : [`expected: ${warningEffect.value}${source(warningEffect)}`]),
  ];
}
