/** Windows of the day in a form: up to three, each from a time until a time. */
import type { Values } from "./model.ts";
import { one, type Question, text } from "./parameter-questions.ts";

/** So many windows of the day can be given. */
const PAIRS = ["", "2", "3"] as const;

/** Windows of the day, each in two fields that may stay empty. */
export function timeWindows(parameter: string, asked: { readonly from: string; readonly to: string }): Question {
  return {
    parameter,
    fields: () =>
      PAIRS.flatMap((pair) => [
        { kind: "time", id: `from${pair}`, label: nth(asked.from, pair), required: false },
        { kind: "time", id: `to${pair}`, label: nth(asked.to, pair), required: false },
      ]),
    read: (values) => {
      const given = windowsIn(values).map(({ from, to }) => ({ from, to }));
      return given.length > 0 ? given : undefined;
    },
    shown: (list) => Object.fromEntries(PAIRS.flatMap((pair, place) => shownPair(pair, list, place))),
    at: (values, [index, half]) => `${half ?? "to"}${windowsIn(values)[Number(index ?? 0)]?.pair ?? ""}`,
  };
}

const nth = (label: string, pair: (typeof PAIRS)[number]): string =>
  pair === "" ? label : `${pair === "2" ? "Second" : "Third"} time: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;

/** Those that were given, the earliest first. One half goes on with an empty time, so that the policy's check says what is missing. */
function windowsIn(values: Values) {
  return PAIRS.map((pair) => ({
    pair,
    from: one(values[`from${pair}`]) ?? "",
    to: one(values[`to${pair}`]) ?? "",
  }))
    .filter(({ from, to }) => from !== "" || to !== "")
    .toSorted((a, b) => a.from.localeCompare(b.from, "en-GB"));
}

function shownPair(pair: string, list: unknown, place: number): readonly (readonly [string, string | undefined])[] {
  return [
    [`from${pair}`, text(timeOf(list, place, "from"))],
    [`to${pair}`, text(timeOf(list, place, "to"))],
  ];
}

function timeOf(list: unknown, place: number, key: "from" | "to"): unknown {
  const window: unknown = Array.isArray(list) ? list[place] : undefined;
  return typeof window === "object" && window !== null && key in window
    ? Object.getOwnPropertyDescriptor(window, key)?.value
    : undefined;
}
