import type { Texts } from "./facts.ts";
import { rankSides, type Sides, whoDecides } from "./rank.ts";
import type { Question } from "./rule.ts";
import { mentions } from "./words.ts";

/** Whether the outcome of those found would be another without the subject (DESIGN decision 14). */
export function isBySubject(sides: Sides, question: Question): boolean {
  const texts = question.texts();
  if (!maySay(texts, sides)) return false;
  const found = { customer: sides.customer.matches, representative: sides.representative.matches };
  const without = whoDecides(rankSides(found, { ...question, texts: () => ({ ...texts, subject: undefined }) }));
  return without?.outcome !== whoDecides(sides)?.outcome;
}

/** A subject says something by words of protection, or about a closed topic. */
function maySay({ subject }: Texts, { customer, representative }: Sides): boolean {
  if (subject === undefined) return false;
  return [...customer.matches, ...representative.matches].some((match) =>
    match.customer.restrictions.some(
      ({ kind, protectedPhrases }) => kind === "topic_closed" || mentions(subject, protectedPhrases),
    ),
  );
}
