/** What 7.4 records of a customer, in words: what the contact was judged to be, and the restrictions before. */
import { JUDGEMENT_WORDS, KIND_WORDS } from "../../policy/arrangement/plain-words.ts";
import { listOf, ukDate } from "../../policy/arrangement/uk-words.ts";
import { Judgement } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { ReadProposal } from "../../usecases/propose/read-proposal.ts";

type Earlier = Extract<ReadProposal, { code: "opened" }>["earlier"][number];

/** "abusive and threatening"; empty when nothing was judged. */
export function judgedInWords(judged: readonly string[]): string {
  return judged.length === 0 ? "" : listOf(judged.map((word) => JUDGEMENT_WORDS[Judgement.parse(word)]));
}

/** "A-0012, no emails, 3 March 2026 to 3 September 2026" */
export function earlierInWords({ ref, kinds, startsAt, endsAt }: Earlier, timeZone: string): string {
  const day = (at: Date) => ukDate(localDate(at, timeZone));
  return `${ref}, ${listOf(kinds.map((kind) => KIND_WORDS[kind]))}, ${day(startsAt)} to ${day(endsAt)}`;
}
