import type { Parameters } from "../../restrictions/parameters.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { whoAnswers } from "../staff.ts";
import { foldPhrases, mentions } from "../words.ts";

/** 7.3.7: a settled matter is closed. Its reader may always be reached: they look for danger or anything new. */
export function topicClosed(parameters: Parameters<"topic_closed">, { staff }: RuleContext): Rule {
  const readers = whoAnswers(staff, parameters.reader);
  const refs = parameters.topicRefs;
  const keywords = foldPhrases(parameters.keywords);
  return ({ reached, topicRef }, { texts }) => {
    if (reached !== undefined && readers.includes(reached)) return "permitted";
    if (topicRef !== undefined && refs.includes(topicRef)) return "breach";
    const { subject, excerpt } = texts();
    if (mentions(subject, keywords)) return "breach";
    const unknown = topicRef === undefined && subject === undefined;
    return unknown || mentions(excerpt, keywords) ? "conditional" : "permitted";
  };
}
