import type { Texts } from "./facts.ts";
import { rankSides, type Sides, whoDecides } from "./rank.ts";
import type { Question } from "./rule.ts";

/** Whether the outcome of those found would be another without the subject (DESIGN decision 14). */
export function isBySubject(sides: Sides, question: Question): boolean {
  const texts = question.texts();
  if (!maySay(texts, sides)) return false;
  const found = { customer: sides.customer.matches, representative: sides.representative.matches };
  const without = whoDecides(rankSides(found, { ...question, texts: () => withoutSubject(texts) }));
  return without?.outcome !== whoDecides(sides)?.outcome;
}

/** A subject says something by words of protection that are nowhere else, or about a closed topic. */
function maySay({ subject, mentionsProtection, excerptMentionsProtection }: Texts, sides: Sides): boolean {
  if (subject === undefined) return false;
  return (
    mentionsProtection !== excerptMentionsProtection ||
    hasClosedTopic(sides.customer) ||
    hasClosedTopic(sides.representative)
  );
}

function hasClosedTopic({ matches }: Sides["customer"]): boolean {
  return matches.some(({ customer }) => customer.restrictions.some(({ kind }) => kind === "topic_closed"));
}

function withoutSubject(texts: Texts): Texts {
  return { ...texts, subject: undefined, mentionsProtection: texts.excerptMentionsProtection };
}
