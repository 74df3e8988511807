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
  return closedFor(question).map(({ topic, reader, isReader }) => {
    if (isReader) return `You read what comes in about ${topic}; it is not answered or acknowledged.`;
    const present = presentOf(reader, question.standIns);
    return `About ${topic}: do not answer, file it for ${present === null ? "the register team" : nameOf(present)}.`;
  });
}

/** What this officer does not deal with, whatever way it comes; empty for whoever reads it. */
export function topicsToLeave(question: CheckQuestion): string[] {
  return closedFor(question).flatMap(({ topic, isReader }) => (isReader ? [] : [topic]));
}

function closedFor(question: CheckQuestion) {
  return question.restrictions.flatMap((restriction) => {
    if (restriction.kind !== "topic_closed" || !bearsOnService(restriction, question.service)) return [];
    const reader = { officer: restriction.parameters.reader, deputy: undefined };
    return [{ topic: topicWords(restriction.parameters), reader, isReader: isPoint(reader, question) }];
  });
}
