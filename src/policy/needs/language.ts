/** Somebody who needs an interpreter: letters and calls in their language (CASEWORK section 2). */
import { type Conflict, type NeedFacts, unmetNeeds } from "./need-facts.ts";
import { NEED_WORDS } from "./need-words.ts";
import type { Offer } from "./offer.ts";

/** Whatever is restricted, until the proposal says in which language. */
export function otherLanguage(facts: NeedFacts): Conflict[] {
  if (facts.restrictions.length === 0 || !unmetNeeds(facts).includes("interpreter")) return [];
  const { language } = facts.support;
  const offers: Offer[] =
    language === null
      ? []
      : [
          {
            code: "provision",
            words: `letters and calls in ${language}`,
            provision: { kind: "language", detail: language },
          },
        ];
  return [
    {
      code: "language",
      needs: ["interpreter"],
      because: `the customer ${NEED_WORDS.interpreter}`,
      opens: language === null ? "Record the customer’s language." : `Write and speak to them in ${language}.`,
      offers,
    },
  ];
}
