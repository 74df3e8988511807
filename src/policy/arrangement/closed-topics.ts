/** 7.3.7: a topic on which nobody replies, in words. */
import type { Parameters } from "../restrictions/parameters.ts";
import { bearsOnService } from "./access.ts";
import type { CheckQuestion } from "./demand.ts";
import type { Wording } from "./restriction-words.ts";
import { listOf } from "./uk-words.ts";

/** "CT-88 or “parking fine”". */
export function topicWords({ topicRefs, keywords }: Parameters<"topic_closed">): string {
  return listOf([...topicRefs, ...keywords.map((keyword) => `“${keyword}”`)], "or");
}

/** A closed topic is about what is said, not how: a line of its own for each one, for its reader too. */
export function closedTopics({ restrictions, officer, service }: CheckQuestion, { nameOf }: Wording): string[] {
  return restrictions.flatMap((restriction) => {
    if (restriction.kind !== "topic_closed" || !bearsOnService(restriction, service)) return [];
    const { reader } = restriction.parameters;
    return reader === officer
      ? [`You read what comes in about ${topicWords(restriction.parameters)}; it is not answered or acknowledged.`]
      : [`About ${topicWords(restriction.parameters)}: do not answer, file it for ${nameOf(reader)}.`];
  });
}
