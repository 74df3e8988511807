/** 7.2, "time consuming and disruptive": what a ground of the pack has to be shown by, as it is asked for. */
import { listOf } from "../arrangement/uk-words.ts";
import type { Pack } from "./pack.ts";

type ShownBy = Pack["limbs"]["value"][number]["shownBy"][number];

/** After the first of them "they" says whose. */
const SHOWN_WORDS: Readonly<Record<ShownBy, (who: string) => string>> = {
  contacts: () => "how many contacts there were",
  minutes: (who) => `how much time ${who} took`,
  officers: (who) => `which officers ${who} reached`,
};
const IN_ORDER = ["contacts", "minutes", "officers"] as const satisfies readonly ShownBy[];

/** "how many contacts there were and how much time they took", each once; empty when nothing has to be shown. */
export function shownWords(grounds: readonly { readonly shownBy: readonly ShownBy[] }[]): string {
  const asked = IN_ORDER.filter((what) => grounds.some(({ shownBy }) => shownBy.includes(what)));
  return listOf(asked.map((what, place) => SHOWN_WORDS[what](place === 0 ? "the contacts" : "they")));
}
