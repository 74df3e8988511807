/**
 * Text that shows as typed where Teams reads Markdown: headings, faults, and the labels of radio buttons and boxes.
 * Everything else goes into TextRuns, which read none.
 */
import { oneLine } from "./plain.ts";

const ANYWHERE = /[\\`*[\]<>&~|!]/g;
/** An underscore inside a word marks nothing, and e-mail addresses are full of them. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const LINE_START = /^([#+=:-])/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;

/** One line, every mark escaped that Markdown would read. */
export function markdownSafe(text: string): string {
  return oneLine(text)
    .replace(ANYWHERE, "\\$&")
    .replace(UNDERSCORE, "\\_")
    .replace(LINE_START, "\\$1")
    .replace(NUMBERED, "$1\\$2");
}

/** The date functions that Adaptive Cards hosts expand even in plain runs, broken by a space of no width. */
export function withoutFunctions(text: string): string {
  return text.replace(/\{\{(?=\s*(?:DATE|TIME))/gi, "{\u200B{");
}
