/** What people read on cards, and in what opens from them. */
import { expect } from "vitest";
import { read, told, words } from "../../../e2e/hands.ts";
import { holds, until } from "../../../support/person/window.ts";
import type { SeenCard } from "../../../support/person.ts";
import type { Acting } from "../colleague.ts";

export const reading = ({ stage, person, name }: Acting) => ({
  /** Waits for a card with all these words, the newest first; gives back everything it says. */
  sees: async (...say: readonly (string | RegExp)[]): Promise<string> => {
    const saysAll = (card: SeenCard) => say.every((one) => holds(card, one));
    return words(
      await until(async () => (await person.cards()).findLast(saysAll), `${name} to read ${say.join(", ")}`),
    );
  },
  /** Everything is delivered, and no card says this. */
  seesNothingOf: async (say: string | RegExp): Promise<void> => {
    await stage.settled();
    const found = (await person.cards()).filter((card) => words(card).match(say) !== null);
    expect(found.map(words), `${name} reads ${String(say)}`).toEqual([]);
  },
  /** The buttons of the newest card with these words. */
  canPress: async (on: string | RegExp): Promise<readonly string[]> => (await person.card(on)).buttons,
  /** What was done in this case, from the report behind a card with these words. */
  readsHistory: async (on: string | RegExp): Promise<string> => {
    await person.press("Read the report", { on });
    await person.form("That you opened this is recorded.");
    return await told(person, await person.press("Case history"));
  },
  /** Presses a button that shows something, and reads it. */
  opens: async (label: string, on: string | RegExp): Promise<string> => await read(person, label, on),
});
