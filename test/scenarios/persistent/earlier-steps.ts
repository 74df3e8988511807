/** The earlier steps of a case that is about something later. */
import { earlierSteps } from "../../e2e/proposing.ts";
import type { Filled } from "../../support/person.ts";
import type { TestClock } from "../cast/clock.ts";
import type { Council } from "../cast/council.ts";
import type { Customer } from "../cast/customer.ts";

/** Taken before there was a register: asked to moderate 30 days ago and warned 14 days ago, typed into the first step. */
export const askedAndWarned = (clock: TestClock): Filled =>
  earlierSteps("persistent-and-abusive-behaviour", (days) => clock.day(-days));

/** Asked to moderate two days ago, and again reported; warned today, by a letter that was handed over. */
export async function warnedByHand({ bethan, ruth, clock }: Council, customer: Customer): Promise<void> {
  const first = await bethan.reports(customer, { "Which day?": clock.day(-2) });
  await ruth.asksToModerate(first, {
    "If this was done already, when?": clock.day(-2),
    "If this was done already, what was said?": "That the calls have to become fewer.",
  });
  await ruth.writesWarning(await bethan.reports(customer));
  await ruth.sendsLetter(customer, { "How was it sent?": "By hand" });
}
