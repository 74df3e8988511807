/** `/check-contact`: how this officer may deal with this customer, in words to act on (WORDS.md, "Check before acting"). */
import { CHANNELS, type Channel } from "../vocabulary.ts";
import { closedTopics, topicsToLeave } from "./closed-topics.ts";
import { type CheckQuestion, type Demand, demandOn, isPointOfContact } from "./demand.ts";
import { CHANNEL_WORDS, CONTACTS_WORDS } from "./plain-words.ts";
import type { Wording } from "./restriction-words.ts";
import { listOf, sentenceCase } from "./uk-words.ts";
import { provisionWords } from "./wording.ts";

export type CheckAnswer = {
  /** Everything in one line: "Deal by letter, or through Priya Shah. Home visits: two of you." */
  readonly instruction: string;
  /** What is asked of the planned channel: "Phone calls: through Priya Shah." Null when none was named. */
  readonly planned: string | null;
};

/** What the answer says beside the restrictions. `openWay`: with who reads at this moment what comes by it. */
type CheckWording = Pick<Wording, "nameOf" | "openWay" | "provisions">;

type ChannelDemand = Demand & { readonly channel: Channel };

/** More open channels than this are not worth listing: the exceptions are. */
const FEW = 3;

/** The same shape whether there is anything to keep to or not: then "Nothing to keep to." */
export function checkAnswer(question: CheckQuestion, wording: CheckWording): CheckAnswer {
  const asking = { question, nameOf: wording.nameOf };
  const demands = CHANNELS.map((channel) => ({ channel, ...demandOn(channel, asking) }));
  const planned = demands.find(({ channel }) => channel === question.channel);
  // Two arrangements may close one topic, or give the same beside their restrictions.
  const notes = [
    ...(isPointOfContact(question) ? ["You are this customer’s point of contact."] : []),
    ...closedTopics(question, wording),
    ...provisionWords(wording.provisions),
  ];
  return {
    instruction: [...leadAndExceptions(demands, wording), ...new Set(notes)].join(" ") || "Nothing to keep to.",
    planned: planned
      ? channelLine([planned], plannedWords(planned, { ...wording, leave: topicsToLeave(question) }))
      : null,
  };
}

function leadAndExceptions(demands: readonly ChannelDemand[], { openWay }: Pick<Wording, "openWay">): string[] {
  const usual = demands.filter(isUsual);
  const open = demands.filter(({ closed }) => !closed);
  if (open.length === 0) return [`No contact, except this way: ${openWay ?? "ask the register team"}.`];
  if (usual.length === demands.length) return [];

  const few = usual.length <= FEW;
  if (demands.length - open.length > FEW)
    return [...lead(usual, null), ...exceptions(open, null), "Any other way: not used."];

  const via = mostCommonVia(demands);
  if (few && (usual.length > 0 || via !== null)) return [...lead(usual, via), ...exceptions(demands, via)];
  return [...exceptions(demands, null), ...(usual.length > 0 ? ["Anything else: as usual."] : [])];
}

/** "Deal by letter, or through Priya Shah." */
function lead(usual: readonly ChannelDemand[], via: string | null): string[] {
  const by =
    usual.length === 0
      ? null
      : `by ${listOf(
          usual.map(({ channel }) => CHANNEL_WORDS[channel]),
          "or",
        )}`;
  if (by === null && via === null) return [];
  if (by === null && via?.startsWith("pass ")) return [`${sentenceCase(via)}.`];
  return [`Deal ${[by, via].filter((words) => words !== null).join(", or ")}.`];
}

/** Channels that ask the same share a line; what the lead has said is not said again. */
function exceptions(demands: readonly ChannelDemand[], said: string | null): string[] {
  const lines = new Map<string, ChannelDemand[]>();
  for (const demand of demands) {
    const words = isUsual(demand) ? "" : wordsOf({ ...demand, via: demand.via === said ? null : demand.via });
    if (words !== "") lines.set(words, [...(lines.get(words) ?? []), demand]);
  }
  return [...lines].map(([words, sharing]) => channelLine(sharing, words));
}

function channelLine(sharing: readonly ChannelDemand[], words: string): string {
  return `${sentenceCase(listOf(sharing.map(({ channel }) => CONTACTS_WORDS[channel])))}: ${words}.`;
}

type PlannedWording = Pick<Wording, "openWay"> & { readonly leave: readonly string[] };

/** A closed matter is left alone on every channel, also on one that is open to all else. */
function plannedWords(demand: ChannelDemand, { openWay, leave }: PlannedWording): string {
  if (isUsual(demand))
    return leave.length > 0 ? `as usual, except about ${listOf([...new Set(leave)])}` : "nothing to keep to";
  return demand.closed && openWay !== null ? `not used. Open: ${openWay}` : wordsOf(demand);
}

function wordsOf({ closed, via, conditions }: Demand): string {
  return closed ? "not used" : [via, ...conditions].filter((words) => words !== null).join(", ");
}

function isUsual({ closed, via, conditions }: Demand): boolean {
  return !closed && via === null && conditions.length === 0;
}

function mostCommonVia(demands: readonly ChannelDemand[]): string | null {
  const vias = demands.flatMap(({ via, closed }) => (via === null || closed ? [] : [via]));
  const times = (via: string) => vias.filter((other) => other === via).length;
  return vias.toSorted((one, other) => times(other) - times(one))[0] ?? null;
}
