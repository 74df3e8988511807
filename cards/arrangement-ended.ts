/** To the owner and the register team on the day: an arrangement has ended, and the customer has to be told. */
import { listOf, ukDate } from "../src/policy/arrangement/uk-words.ts";
import { line, note } from "./blocks.ts";
import type { Day } from "./dates.ts";
import type { Card } from "./model.ts";

export type ArrangementEndedFacts = {
  readonly ref: string;
  readonly customerRef: string;
  readonly endedOn: Day;
  /** References of others that the customer still has to keep to. */
  readonly goesOn: readonly string[];
};

export function arrangementEnded({ ref, customerRef, endedOn, goesOn }: ArrangementEndedFacts): Card {
  const free = `Customer ${customerRef} may contact us as anybody else does from ${ukDate(endedOn)}.`;
  const others = goesOn.length === 1 ? "Another arrangement is" : "Other arrangements are";
  const bound = `${others} in force for customer ${customerRef}: ${listOf(goesOn)}. Only this one has ended, on ${ukDate(endedOn)}.`;
  return {
    title: "An arrangement has ended",
    notification: "An arrangement has ended.",
    body: [
      line(goesOn.length === 0 ? free : bound),
      line("Write to the customer to say that it has ended. To go on with it takes a new decision."),
      note(`Arrangement ${ref}`),
    ],
    buttons: [],
  };
}
