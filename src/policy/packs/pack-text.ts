/** Words of a pack that are said or written to a customer: with places to fill, and neutral about them. */
import { z } from "zod";

/** What a text may leave open. Whoever sends it sees it filled in, and can change it. */
export const PLACEHOLDERS = [
  "customer",
  "officer",
  "service",
  "organisation",
  "policy",
  "reference",
  "what_happened",
  "what_to_change",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What a script or a letter has to get across (7.2.1, 7.2.2; "They will be told why … and asked to moderate"). */
const TEXT_PARTS = [
  "opening",
  "what_happened",
  "why_it_causes_concern",
  "why_unacceptable",
  "ask_to_moderate",
  "procedures_in_place",
  "what_may_follow",
  "help_and_adjustments",
  "policy_copy",
  "how_to_appeal",
  "closing",
] as const;
export const TextPart = z.enum(TEXT_PARTS);
export type TextPart = z.infer<typeof TextPart>;

const IN_BRACES = /\{([^{}]*)\}/g;

/** Words that judge a person. A letter says what happened and what to change (WORDS: neutral about the customer). */
const JUDGING =
  /\b(abusive|abuser|aggressive|vexatious|nuisance|trouble-?maker|time-?waster|liar|lying|rude|difficult|offender|harass(?:ed|ing|ment)?|unreasonable)\b/i;

/** A sentence or more, with known places only. */
export const PackText = z
  .string()
  .trim()
  .min(1)
  .superRefine((text, context) => {
    for (const message of faultsOfText(text)) context.addIssue({ code: "custom", message });
  });

/** One thing that is said, and the words for it. */
export const TextLine = z.strictObject({ says: TextPart, words: PackText });
export type TextLine = z.infer<typeof TextLine>;

function faultsOfText(text: string): readonly string[] {
  const named = [...text.matchAll(IN_BRACES)].map(([, name = ""]) => name);
  const unknown = named.filter((name) => !PLACEHOLDERS.some((known) => known === name));
  const judging = JUDGING.exec(text)?.[0];
  return [
    ...unknown.map(
      (name) => `{${name}} is not a place to fill: use ${PLACEHOLDERS.map((known) => `{${known}}`).join(", ")}`,
    ),
    ...(/[{}]/.test(text.replaceAll(IN_BRACES, "")) ? ["has a brace without its other one"] : []),
    ...(judging === undefined ? [] : [`"${judging}" judges the customer: say what happened and what to change`]),
  ];
}

/** The text with every place filled in, once: what is filled in may hold braces of its own. */
export function fillText(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replaceAll(IN_BRACES, (place, name: string) => {
    const known = PLACEHOLDERS.find((one) => one === name);
    return known ? values[known] : place;
  });
}
