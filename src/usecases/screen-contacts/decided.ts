/** Deciding on the contacts of a request one after another, each with what those before it left behind. */
import type { Screening } from "../../policy/screening/answer.ts";
import type { ContactFacts } from "../../policy/screening/facts.ts";
import type { Match } from "../../policy/screening/rank.ts";
import { type ReadyRestriction, readyRestriction } from "../../policy/screening/ready.ts";
import type { CountedCall } from "../../policy/screening/rule.ts";
import { screen } from "../../policy/screening/screen.ts";
import type { AlertDraft } from "./alert-draft.ts";
import { alertsOfRequest, type Taken } from "./alerts-of-request.ts";
import type { Matched } from "./matched.ts";
import type { Nearby } from "./near.ts";
import type { BothFound, FoundPerson, Person } from "./people.ts";
import type { Before } from "./surroundings.ts";

export type Decided = Matched & Taken & { readonly screening: Screening };

/** What earlier requests left: calls of the week by restriction, alerts, and conversations in hand by customer. */
export type Earlier = {
  readonly calls: ReadonlyMap<string, readonly CountedCall[]>;
  readonly alerts: readonly AlertDraft[];
  readonly inHand: ReadonlySet<string>;
  /** Ids of the customers those alerts name, by reference. */
  readonly customers: ReadonlyMap<string, string>;
};

export type Outcome = { readonly decided: readonly Decided[]; readonly alerts: readonly AlertDraft[] };

/** Screens in the order of the request. */
export function decideInOrder(
  contacts: readonly Matched[],
  { before, nearby, earlier }: { readonly before: Before; readonly nearby: Nearby; readonly earlier: Earlier },
): Outcome {
  const calls = new Map(earlier.calls);
  const alerting = alertsOfRequest({ before, nearby, earlier });
  const ready = readyOnce(nearby);

  const decided = contacts.map((contact): Decided => {
    const { facts, given } = contact;
    const ask = (one: ContactFacts, { customer, representative }: BothFound = contact) => {
      const found = { customer: customer.map(ready), representative: representative.map(ready), usable: given.usable };
      return screen(one, found, (restriction) => calls.get(restriction) ?? []);
    };
    const screening = ask(facts);
    for (const id of screening.countsFor)
      calls.set(id, [...(calls.get(id) ?? []), { at: facts.at, conversation: facts.conversation }]);
    return { ...contact, screening, ...alerting.take({ contact, screening, ask }) };
  });
  return { decided, alerts: alerting.all() };
}

/** Makes a person's restrictions ready when first asked for, then gives the same again. */
function readyOnce({ staff }: Nearby): (found: FoundPerson) => Match {
  const known = new Map<Person, readonly ReadyRestriction[]>();
  return ({ person, tier }) => {
    const restrictions =
      known.get(person) ?? person.restrictions.map((restriction) => readyRestriction(restriction, staff));
    known.set(person, restrictions);
    return { customer: { ref: person.known.ref, restrictions }, tier };
  };
}
