/** What the report form keeps in few codes, as people read it again: the customer's own matter, and that they were asked to moderate. */
import { MATTER_KINDS, MATTER_WORDS, MODERATED_WORDS } from "../../../cards/report-form.ts";
import { ukDate } from "../../policy/arrangement/uk-words.ts";
import { CHANNELS, type Channel } from "../../policy/vocabulary.ts";
import { among } from "./handler.ts";

/** Kept as "complaint CO-17": "A complaint, CO-17". A reference alone stays as it was typed. */
export function matterWords(kept: string): string {
  const [first = "", ...reference] = kept.split(" ");
  const [kind] = among(MATTER_KINDS, [first]);
  return kind ? [MATTER_WORDS[kind], reference.join(" ")].filter(Boolean).join(", ") : kept;
}

/** How and when the reporter had asked the customer already; each null where they did not say. */
export function askedBefore(kept: string | null): { readonly how: Channel | null; readonly on: string | null } {
  const [how] = among(CHANNELS, kept?.split(" ") ?? []);
  return { how: how ?? null, on: kept?.match(/\d{4}-\d{2}-\d{2}/)?.[0] ?? null };
}

/** Kept as "phone 2026-03-01": "By phone, 1 March 2026". */
export function askedWords(kept: string): string {
  const { how, on } = askedBefore(kept);
  const way = Object.entries(MODERATED_WORDS).find(([code]) => code === how)?.[1];
  return [way, on && ukDate(on)].filter(Boolean).join(", ") || kept;
}
