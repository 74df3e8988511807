/** 7.3.7: a topic on which nobody replies, in words. */
import type { Parameters } from "../restrictions/parameters.ts";
import { bearsOnService } from "./access.ts";
import { type CheckQuestion, isPoint, presentOf } from "./demand.ts";
import type { Wording } from "./restriction-words.ts";
import { listOf } from "./uk-words.ts";

/** "CT-88 or “parking fine”". */
export function topicWords({ topicRefs, keywords }: Parameters<"topic_closed">): string {
  return listOf([...topicRefs, ...keywords.map((keyword) => `“${keyword}”`)], "or");
}

/** A closed topic is about what is said, not how: a line of its own for each one, for its reader too. */
export function closedTopics(question: CheckQuestion, { nameOf }: Pick<Wording, "nameOf">): string[] {
  const { restrictions, service, standIns } = question;
  return restrictions.flatMap((restriction) => {
    if (restriction.kind !== "topic_closed" || !bearsOnService(restriction, service)) return [];
    const topic = topicWords(restriction.parameters);
    const reader = { officer: restriction.parameters.reader, deputy: undefined };
    if (isPoint(reader, question))
      return [`You read what comes in about ${topic}; it is not answered or acknowledged.`];
    const present = presentOf(reader, standIns);
    return [`About ${topic}: do not answer, file it for ${present === null ? "the register team" : nameOf(present)}.`];
  });
}
