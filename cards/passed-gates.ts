/** The gates that a proposal passed, in one line and in the words that the approval card has left (WORDS: at most 80). */
import { line } from "./blocks.ts";
import type { Block, Span } from "./model.ts";

const WORDS_OF_CARD = 80;

/** As many as fit, in the pack's order, and how many more; nothing when none passed. `others`: all else on the card. */
export function passedGates(passed: readonly string[], others: readonly string[]): readonly Block[] {
  if (passed.length === 0) return [];
  const left = WORDS_OF_CARD - wordsIn(others.join(" "));
  const most = passed.findLastIndex((_, last) => wordsIn(`Passed: ${said(passed, last + 1)}`) <= left) + 1;
  return [line({ strong: "Passed: " }, said(passed, most))];
}

function said(passed: readonly string[], shown: number): string {
  const more = passed.length - shown;
  if (shown === 0) return `all ${more} other questions`;
  return [...passed.slice(0, shown), ...(more > 0 ? [`${more} more`] : [])].join(" · ");
}

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

/** The text of a line of the card. */
export function textOf(block: Block): string {
  return block.kind === "line" ? block.spans.map(plain).join("") : "";
}

const plain = (span: Span): string => (typeof span === "string" ? span : span.strong);
