/** How a case that is about something later came to its proposal. */
import type { Filled } from "../../support/person.ts";
import type { TestClock } from "../cast/clock.ts";
import type { Council } from "../cast/council.ts";
import type { Customer } from "../cast/customer.ts";
import type { Wanted } from "../cast/verbs/proposing.ts";
import type { Report } from "../cast/verbs/reporting.ts";

/** A serious threat of violence, that the report itself does not record: the first step of a proposal asks what it was. */
export const THREAT: Filled = {
  "If there was no warning, why not?": "A serious threat of violence was made",
  "Say more about that reason": "They wrote that they would come with a knife.",
};

/** Warned 14 days ago, before there was a register: typed into the first step. */
export const warned = (clock: TestClock): Filled => ({
  "How was the warning letter sent?": "Letter",
  "When was it sent?": clock.day(-14),
});

/** Proposes as far as Social Work is asked, which answers; then it goes to senior staff. Gives back its reference. */
export async function proposedOnceAnswered(
  { ruth, petra }: Council,
  report: Report,
  { wanted, answer = { "Is this customer known to Social Work Services?": "No" } }: { wanted: Wanted; answer?: Filled },
): Promise<string> {
  const ref = await ruth.leavesWaiting(report, wanted);
  await petra.answersSocialWork(ref, answer);
  const said = await ruth.goesOnWith(ref);
  if (!said.includes(`${ref} is with senior staff`)) throw new Error(said);
  putOnRecord(report.customer, await ruth.readsCase(`${ref} is with senior staff`));
  return ref;
}

/** Whoever was nobody on the register has a reference since the proposal: the case names it. */
export function putOnRecord(customer: Customer, caseWords: string): void {
  const [, ref] = /Customer: ([A-Z]-\d+)/.exec(caseWords) ?? [];
  if (ref === undefined) throw new Error(`no customer's reference in: ${caseWords}`);
  customer.ref = ref;
}
