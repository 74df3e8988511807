/**
 * The alerts of a request: what each contact raises, what it adds to one of its conversation, who has one in hand, and
 * which of them share a card.
 */
import { v7 as newId } from "uuid";
import { alertToUpdate } from "../../policy/screening/alert-to-update.ts";
import type { AlertedCustomer, AlertNeeded, Screening } from "../../policy/screening/answer.ts";
import type { ContactFacts } from "../../policy/screening/facts.ts";
import { placeOf, seriesOf } from "../../policy/screening/series.ts";
import { type AlertDraft, inHand, isUnsure, type Leg, raised } from "./alert-draft.ts";
import { alertDrafts } from "./alert-drafts.ts";
import type { Earlier } from "./decided.ts";
import { concerning, earlierLegs } from "./earlier-legs.ts";
import { joined, strengthened } from "./further-contact.ts";
import { pairOf } from "./given.ts";
import type { Matched } from "./matched.ts";
import type { Nearby } from "./near.ts";
import type { BothFound } from "./people.ts";
import { sharedCards } from "./shared-cards.ts";
import type { Before } from "./surroundings.ts";
import { toldAtLast, whoIsTold } from "./who-is-told.ts";

/** A contact with what is decided on it. `ask`: what would be if something about it, or whom it is about, were otherwise. */
export type Asked = {
  readonly contact: Matched;
  readonly screening: Screening;
  readonly ask: (facts: ContactFacts, found?: BothFound) => Screening;
};

/** What became of a contact. */
export type Taken = {
  readonly alertId: string | null;
  /** The customer whose named officer it reached with its conversation. */
  readonly inHandFor: string | undefined;
  /** The register team has said whose the alert is: nobody is asked any more. */
  readonly isJudged: boolean;
};

export type AlertsOfRequest = {
  readonly take: (asked: Asked) => Taken;
  /** All that were there and were raised, the oldest first. */
  readonly all: () => readonly AlertDraft[];
};

type Around = { readonly before: Before; readonly nearby: Nearby; readonly earlier: Earlier };

/** Begins with what earlier requests left; contacts are taken in their order. */
export function alertsOfRequest({ before, nearby, earlier }: Around): AlertsOfRequest {
  const alerts = alertDrafts(earlier.alerts);
  const cards = sharedCards(alerts);
  const conversationsInHand = new Set(earlier.inHand);
  return {
    take: (asked) => {
      const inHandFor = takeInHand(asked.contact, asked.screening);
      const { alert } = asked.screening;
      if (alert) return { inHandFor, ...put(asked, alert) };
      makeSure(asked);
      return { inHandFor, alertId: null, isJudged: false };
    },
    all: alerts.all,
  };

  function takeInHand(
    { facts, inConversation }: Matched,
    { answer, reachedNamedOfficer }: Screening,
  ): string | undefined {
    const ref = answer.match?.customerRef;
    if (!inConversation || !reachedNamedOfficer || ref === undefined) return undefined;
    conversationsInHand.add(conversationKey(facts.conversation, ref));
    for (const alert of alerts.ofConversation(facts.conversation)) {
      const now = alert.about.ref === ref ? inHand(alert, facts.reached) : alert;
      if (now !== alert) cards.part(now);
    }
    return ref;
  }

  function put(asked: Asked, needed: AlertNeeded): Omit<Taken, "inHandFor"> {
    const { contact } = asked;
    const leg = ownLeg(asked, needed);
    const { conversation } = contact.facts;
    const like = seriesOf(contact.facts, leg);
    const known = contact.inConversation
      ? alertToUpdate(alerts.ofConversation(conversation), leg)
      : cards.ofSeries(like, leg);
    const alert = known ? further(known, leg, asked) : raised(leg, beginning(contact, { leg, like }));
    if (known) cards.putFurther(known, { alert, like });
    else cards.putNew(alert, like);
    return { alertId: alert.id, isJudged: alert.isJudged && !alert.isStronger };
  }

  /** What this contact adds. Where the conversation has said for sure whose it is, that holds for a leg that does not say it. */
  function ownLeg(asked: Asked, needed: AlertNeeded): Leg {
    const { contact, screening } = asked;
    const leg = { ...legOf(contact.facts, { ...screening, alert: needed }), pair: givenBy(contact, screening) };
    const known = isUnsure(leg) && contact.inConversation ? saidBefore(contact.facts, needed) : undefined;
    return (known && asSureAs(known, asked)) ?? leg;
  }

  function saidBefore({ conversation }: ContactFacts, { about, others }: AlertNeeded): AlertedCustomer | undefined {
    const everybody = [about, ...others];
    const sure = alerts.ofConversation(conversation).filter((alert) => !isUnsure(alert));
    const said = sure.find((alert) => everybody.some(({ ref }) => ref === alert.about.ref))?.about;
    const held = everybody.find(({ ref }) => conversationsInHand.has(conversationKey(conversation, ref)));
    // How sure the leg was that reached their named officer is not on record.
    return said ?? (held && { ...held, tier: "probable" });
  }

  /** With one more leg. Those whom unsure legs before a sure one reached are told only now. */
  function further(known: AlertDraft, leg: Leg, asked: Asked): AlertDraft {
    if (!isUnsure(known) || isUnsure(leg)) return joined(known, leg);
    const before = earlierLegs(known, asked, nearby);
    const concerned = concerning(leg.about.ref, before);
    return joined(known, {
      ...leg,
      told: toldAtLast(
        nearby,
        leg.told,
        concerned.map(({ to }) => to),
      ),
      handled: leg.handled || before.some(({ own }) => own.reachedNamedOfficer),
    });
  }

  /** A leg of which it is known from an earlier one whose it is; undefined where it keeps to their arrangement. */
  function asSureAs({ ref, tier }: AlertedCustomer, { contact, ask }: Asked): Leg | undefined {
    const them = (found: BothFound["customer"]) =>
      found.flatMap((one) => (one.person.known.ref === ref ? [{ ...one, tier }] : []));
    const found = { customer: them(contact.customer), representative: them(contact.representative) };
    const own = ask(contact.facts, found);
    return own.alert && legOf(contact.facts, { ...own, alert: own.alert });
  }

  /**
   * A leg that keeps to the arrangement says for sure whose the conversation is: what reached others before it is theirs to
   * hear of now.
   */
  function makeSure(asked: Asked): void {
    const { contact, screening } = asked;
    const { match } = screening.answer;
    if (!contact.inConversation || match?.customerRef === undefined) return;
    const about = { ref: match.customerRef, tier: match.tier, side: "customer" } as const;
    const alert = alertToUpdate(alerts.ofConversation(contact.facts.conversation), { about, others: [] });
    if (!alert || !isUnsure(alert)) return;
    const legs = concerning(about.ref, earlierLegs(alert, asked, nearby));
    const told = toldAtLast(
      nearby,
      [],
      legs.map(({ to }) => to),
    );
    const sure = legs.map(({ to, facts, own }) => ({ ...legOf(facts, own), service: to.service, told }));
    alerts.put(sure.reduce(strengthened, alert));
  }

  function legOf(facts: ContactFacts, decided: Screening & { readonly alert: AlertNeeded }): Leg {
    const { answer, alert: needed, sendTo, reachedNamedOfficer } = decided;
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
      person: facts.reached ?? null,
      pair: null,
      // The officer learns nothing of a possible match.
      told: answer.outcome === "possible_match" ? [] : whoIsTold(nearby, { officer, service, sendTo }),
    };
  }
}

/** Of a possible match, what was given about whoever it may be. */
function givenBy({ given }: Matched, { answer, alert }: Screening): string | null {
  return alert && answer.outcome === "possible_match" ? pairOf(given[alert.about.side]) : null;
}

/** What an alert is from its first contact on. */
function beginning({ inConversation, facts }: Matched, { leg, like }: { readonly leg: Leg; readonly like: string }) {
  const here = { id: newId(), conversation: facts.conversation, place: placeOf(facts, leg.about.ref) };
  if (!inConversation) return { ...here, series: like, likeness: null };
  return { ...here, series: null, likeness: isUnsure(leg) ? null : like };
}

/** One conversation about one customer. */
export function conversationKey(conversation: string, ref: string): string {
  return JSON.stringify([conversation, ref]);
}
