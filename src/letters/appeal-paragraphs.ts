/** The right of appeal, also without a warning, and the ombudsman after it (CASEWORK section 6). */
import { ROLE_WORDS } from "../policy/arrangement/plain-words.ts";
import { counted, sentenceCase, ukDate, withArticle } from "../policy/arrangement/uk-words.ts";
import type { DecisionRecord } from "./decision-record.ts";

/** Until when, how, who decides it and how long that takes. */
export function appealParagraphs({ pack, appealBy, reference }: DecisionRecord): string[] {
  const { lodgeWorkingDays, answerWorkingDays, decidedBy, clockStarts } = pack.appeal;
  const later =
    clockStarts.value === "receipt"
      ? ` If this letter took longer to reach you, you have ${counted(lodgeWorkingDays.value, "working day")} from the day it did.`
      : "";
  return [
    `You can appeal until ${ukDate(appealBy)}.${later} Tell us why you disagree, in any way you like, also in one that is restricted above. Give our reference, ${reference}.`,
    `${sentenceCase(withArticle(ROLE_WORDS[decidedBy.value]))} who took no part in this decision will decide your appeal. We will answer within ${counted(answerWorkingDays.value, "working day")}.`,
  ];
}

/** Who to turn to after the appeal, with address, telephone and website, a line each. */
export function ombudsmanLines({ pack }: DecisionRecord): string {
  const { name, address, telephone, website } = pack.ombudsman.value;
  return [
    `If you still disagree after that, you can complain to the ${name}:`,
    ...address,
    `Telephone: ${telephone}`,
    website,
  ].join("\n");
}
