/** Deciding on the contacts of a request one after another, each with what those before it left behind. */
import { v7 as newId } from "uuid";
import type { NearbyOfficer } from "../../../db/queries/screening/people.ts";
import { alertToUpdate } from "../../policy/screening/alert-to-update.ts";
import type { AlertNeeded, Screening } from "../../policy/screening/answer.ts";
import type { ContactFacts } from "../../policy/screening/facts.ts";
import type { Match } from "../../policy/screening/rank.ts";
import { type ReadyRestriction, readyRestriction } from "../../policy/screening/ready.ts";
import type { CountedCall } from "../../policy/screening/rule.ts";
import { screen } from "../../policy/screening/screen.ts";
import { personKey } from "../../policy/screening/staff.ts";
import { foldLabel } from "../../policy/screening/words.ts";
import { type AlertDraft, becomesSure, inHand, joined, type Leg, raised } from "./alert-draft.ts";
import { alertDrafts } from "./alert-drafts.ts";
import type { Matched } from "./matched.ts";
import type { FoundPerson, Person } from "./people.ts";
import { isWithinSeries, seriesOf } from "./series.ts";
import type { Before, Nearby } from "./surroundings.ts";
import { toldAtLast, whoIsTold } from "./who-is-told.ts";

export type Decided = Matched & {
  readonly screening: Screening;
  readonly alertId: string | null;
  /** The customer whose named officer it reached with its conversation. */
  readonly inHandFor: string | undefined;
};

/** What earlier requests left: calls of the week by restriction, alerts, and conversations in hand by customer. */
export type Earlier = {
  readonly calls: ReadonlyMap<string, readonly CountedCall[]>;
  readonly alerts: readonly AlertDraft[];
  readonly inHand: ReadonlySet<string>;
  /** Ids of the customers those alerts name, by reference. */
  readonly customers: ReadonlyMap<string, string>;
};

export type Outcome = { readonly decided: readonly Decided[]; readonly alerts: readonly AlertDraft[] };

/** What is decided on a contact that calls for an alert, and what would be if something about it were otherwise. */
type Alerting = {
  readonly screening: Screening;
  readonly needed: AlertNeeded;
  readonly ask: (facts: ContactFacts) => Screening;
};

/** Whom an earlier leg reached, nobody where they are not on the staff, and what is decided on it. */
type EarlierLeg = { readonly officer: NearbyOfficer | undefined; readonly own: Screening };

/** Screens in the order of the request. */
export function decideInOrder(
  contacts: readonly Matched[],
  { before, nearby, earlier }: { readonly before: Before; readonly nearby: Nearby; readonly earlier: Earlier },
): Outcome {
  const calls = new Map(earlier.calls);
  const alerts = alertDrafts(earlier.alerts);
  const conversationsInHand = new Set(earlier.inHand);
  const ready = readyOnce(nearby);

  const decided = contacts.map((contact): Decided => {
    const { facts } = contact;
    const found = {
      customer: contact.customer.map(ready),
      representative: contact.representative.map(ready),
      usable: contact.given.usable,
    };
    const ask = (one: ContactFacts) => screen(one, found, (restriction) => calls.get(restriction) ?? []);
    const screening = ask(facts);
    for (const id of screening.countsFor)
      calls.set(id, [...(calls.get(id) ?? []), { at: facts.at, conversation: facts.conversation }]);
    const inHandFor = takeInHand(contact, screening);
    return {
      ...contact,
      screening,
      inHandFor,
      alertId: screening.alert ? alertOf(contact, { screening, needed: screening.alert, ask }) : null,
    };
  });
  return { decided, alerts: alerts.all() };

  function takeInHand(
    { facts, inConversation }: Matched,
    { answer, reachedNamedOfficer }: Screening,
  ): string | undefined {
    const ref = answer.match?.customerRef;
    if (!inConversation || !reachedNamedOfficer || ref === undefined) return undefined;
    conversationsInHand.add(conversationKey(facts.conversation, ref));
    for (const alert of alerts.ofConversation(facts.conversation)) {
      if (alert.about.ref === ref) alerts.put(inHand(alert, facts.reached));
    }
    return ref;
  }

  function alertOf(contact: Matched, { screening, needed, ask }: Alerting): string {
    const leg = legOf(contact, screening, needed);
    const series = contact.inConversation ? null : seriesOf(contact.facts, leg);
    const { conversation } = contact.facts;
    const known = series === null ? alertToUpdate(alerts.ofConversation(conversation), needed) : ofSeries(series, leg);
    const alert = known
      ? joined(known, becomesSure(known, leg) ? withEarlierLegs(leg, known.reached.flatMap(ownLeg)) : leg)
      : raised(leg, { id: newId(), conversation, series });
    alerts.put(alert);
    return alert.id;

    /** An earlier leg to somebody else, as it would be decided now that it is sure whose it was. */
    function ownLeg(person: string | null): readonly EarlierLeg[] {
      if (person === null || person === leg.reached) return [];
      const officer = nearby.officers.find(({ email }) => personKey(email) === person);
      return [
        { officer, own: ask({ ...contact.facts, reached: person, service: officer && foldLabel(officer.service) }) },
      ];
    }
  }

  /** Those whom earlier legs reached are told only now, and only of what was not allowed to them; the named officer has it. */
  function withEarlierLegs(leg: Leg, earlier: readonly EarlierLeg[]): Leg {
    const concerned = earlier.filter(({ own }) => own.alert?.about.ref === leg.about.ref);
    return {
      ...leg,
      told: toldAtLast(
        nearby,
        leg.told,
        concerned.flatMap(({ officer }) => officer ?? []),
      ),
      handled: leg.handled || earlier.some(({ own }) => own.reachedNamedOfficer),
    };
  }

  function ofSeries(series: string, leg: Leg): AlertDraft | undefined {
    return alerts.ofSeries(series).find((alert) => isWithinSeries(alert.at, leg.at));
  }

  function legOf({ facts }: Matched, { answer, sendTo, reachedNamedOfficer }: Screening, needed: AlertNeeded): Leg {
    const officer = facts.reached === undefined ? undefined : before.reached.get(facts.reached);
    const service = before.serviceName(facts.service);
    return {
      ...needed,
      outcome: answer.outcome,
      channel: facts.channel,
      direction: facts.direction,
      service,
      at: facts.at,
      decided: answer.restrictions,
      handling: answer.handling,
      // Their own leg is theirs to see to: in hand is what reached others.
      handled: !reachedNamedOfficer && conversationsInHand.has(conversationKey(facts.conversation, needed.about.ref)),
      reached: facts.reached ?? null,
      // The officer learns nothing of a possible match.
      told: answer.outcome === "possible_match" ? [] : whoIsTold(nearby, { officer, service, sendTo }),
    };
  }
}

/** One conversation about one customer. */
export function conversationKey(conversation: string, ref: string): string {
  return JSON.stringify([conversation, ref]);
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
