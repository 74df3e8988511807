/** How a letter goes to a customer: by post, by email, or handed over. */
import type { PackStep } from "../packs/pack.ts";
import type { Channel } from "../vocabulary.ts";

export const LETTER_WAYS = ["letter", "email", "meeting"] as const satisfies readonly Channel[];
export type LetterWay = (typeof LETTER_WAYS)[number];

/** 7.2.2, "the service manager's letter": what is only said leaves no letter, and one handed over is a letter. */
export const WARNING_WAYS: readonly Channel[] = ["letter", "email"];

/** In which of them a warning of this pack can be recorded as sent: a letter goes by post or by hand. */
export function waysToSend({ how }: Pick<PackStep, "how">): readonly LetterWay[] {
  return LETTER_WAYS.filter((way) => how.value.includes(way === "meeting" ? "letter" : way));
}
