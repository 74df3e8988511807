/** Which reports explain which restriction, by reference: for the dialogs of a proposal. */
import { KIND_WORDS } from "../../policy/arrangement/plain-words.ts";
import { listOf, sentenceCase } from "../../policy/arrangement/uk-words.ts";
import type { Assessed } from "../../usecases/propose/assess.ts";

/** One list when all restrictions rest on the same reports, else a list for each. */
export function linksInWords({ links }: Pick<Assessed, "links">): string {
  const lists = links.map(({ incidents }) => listOf(incidents));
  const [first = ""] = lists;
  if (lists.every((list) => list === first)) return first;
  return links.map(({ kind }, place) => `${sentenceCase(KIND_WORDS[kind])}: ${lists[place] || "none"}`).join(". ");
}
