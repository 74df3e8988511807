/** To the owner and the register team on the day: an arrangement has ended, and the customer has to be told. */
import { ukDate } from "../src/policy/arrangement/uk-words.ts";
import { line, note } from "./blocks.ts";
import type { Day } from "./dates.ts";
import type { Card } from "./model.ts";

export type ArrangementEndedFacts = { readonly ref: string; readonly customerRef: string; readonly endedOn: Day };

export function arrangementEnded({ ref, customerRef, endedOn }: ArrangementEndedFacts): Card {
  return {
    title: "An arrangement has ended",
    notification: "An arrangement has ended.",
    body: [
      line(`Customer ${customerRef} may contact us as anybody else does, from ${ukDate(endedOn)}.`),
      line("Write to the customer that it has ended. Going on takes a new decision."),
      note(`Arrangement ${ref}`),
    ],
    buttons: [],
  };
}
