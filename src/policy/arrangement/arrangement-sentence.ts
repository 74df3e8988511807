/** The one text of an arrangement: approval card, register, letter and `/check-contact` all print this (DESIGN section 7). */
import type { Restriction } from "../restrictions/restriction.ts";
import { restrictionWords, type Wording } from "./restriction-words.ts";
import { scopeWords } from "./where-words.ts";
import { provisionWords } from "./wording.ts";

/**
 * One entry for each restriction, in the order given: what may be done, then what may not. Then what is given beside.
 * `bears`: of the whole arrangement only these, each exactly as it stands in the whole.
 */
export function arrangementSentences(
  restrictions: readonly Restriction[],
  wording: Wording,
  bears: (restriction: Restriction) => boolean = () => true,
): string[] {
  const mixed = restrictions.some(({ scope }) => scope !== "organisation");
  const sentences = restrictions.filter(bears).map((restriction) => {
    const { may, mayNot } = restrictionWords(restriction, wording);
    return `${mixed ? `${reach(restriction)} ` : ""}${may} ${mayNot}`;
  });
  return [...sentences, ...provisionWords(wording.provisions)];
}

/** The same as one paragraph. */
export function arrangementSentence(restrictions: readonly Restriction[], wording: Wording): string {
  return arrangementSentences(restrictions, wording).join(" ");
}

function reach({ scope }: Restriction): string {
  return `For contact with ${scopeWords(scope)}.`;
}
