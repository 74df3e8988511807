/** 7.3.5, "specified days / times / duration", in words. */
import type { Parameters } from "../restrictions/parameters.ts";
import { WEEKDAY_WORDS } from "./plain-words.ts";
import { counted, listOf, ukTime } from "./uk-words.ts";

/** "on Monday and Wednesday, between 10am and midday, for up to 10 minutes, at most 2 calls a week". */
export function callLimits({ days, windows, maxMinutes, maxPerWeek }: Parameters<"call_times">): string {
  const limits = [
    days && `on ${listOf(days.map((day) => WEEKDAY_WORDS[day]))}`,
    windows &&
      listOf(
        windows.map(({ from, to }) => `between ${ukTime(from)} and ${ukTime(to)}`),
        "or",
      ),
    maxMinutes !== undefined && `for up to ${counted(maxMinutes, "minute")}`,
    maxPerWeek !== undefined && `at most ${counted(maxPerWeek, "call")} a week`,
  ];
  return limits.filter((limit) => typeof limit === "string").join(", ");
}
