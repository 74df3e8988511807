import type { Parameters } from "../../restrictions/parameters.ts";
import type { ContactFacts } from "../facts.ts";
import type { CountedCall, Rule, RuleContext } from "../rule.ts";

type Window = { readonly from: number; readonly to: number };

/** 7.3.5: calls on set days, in set hours, of a set length, so many a week. The start of the call counts. */
export function callTimes(parameters: Parameters<"call_times">, { restrictionId }: RuleContext): Rule {
  const { days, maxMinutes, maxPerWeek } = parameters;
  const windows = parameters.windows?.map(({ from, to }) => ({ from: seconds(from), to: seconds(to) }));
  return (contact, { calls }) => {
    if (contact.channel !== "phone") return "permitted";
    if (days !== undefined && !days.includes(contact.local().weekday)) return "breach";
    if (windows !== undefined && !isInside(windows, contact.local().secondOfDay)) return "breach";
    if (maxPerWeek !== undefined && callsBefore(contact, calls(restrictionId)) >= maxPerWeek) return "breach";
    if (maxMinutes === undefined) return "permitted";
    if (contact.durationMinutes === undefined) return "conditional";
    return contact.durationMinutes > maxMinutes ? "breach" : "permitted";
  };
}

function seconds(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 3600 + minutes * 60;
}

function isInside(windows: readonly Window[], second: number): boolean {
  return windows.some(({ from, to }) => from <= second && second < to);
}

/** Other conversations with a counted call earlier in the same local ISO week, each once. */
function callsBefore({ at, local, conversation }: ContactFacts, calls: readonly CountedCall[]): number {
  if (calls.length === 0) return 0;
  const { weekStartsAt } = local();
  const earlier = calls.filter((call) => weekStartsAt <= call.at && call.at < at && call.conversation !== conversation);
  return new Set(earlier.map((call) => call.conversation)).size;
}
