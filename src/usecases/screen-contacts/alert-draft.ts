/** An alert while a request is worked on: one on record, or one to be raised. */
import type { EarlierAlert } from "../../../db/queries/screening/earlier.ts";
import type { AlertRestriction } from "../../../db/schema/contact.ts";
import type { RaisedAlert } from "../../policy/screening/alert-to-update.ts";
import type { AlertNeeded } from "../../policy/screening/answer.ts";
import { type Channel, type Direction, OUTCOMES, type Outcome, TIERS } from "../../policy/vocabulary.ts";

/** Who is told of an alert, and as what. */
export type Told = { readonly officer: string; readonly part: "reached" | "point_of_contact" | "standing_in" };

/**
 * Whom a contact reached: the key of a person, null for a service line and for somebody who is not on the staff; and the
 * service, as the staff list writes it.
 */
export type Reached = { readonly person: string | null; readonly service: string | null };

/** What one contact adds. */
export type Leg = AlertNeeded & {
  readonly outcome: Outcome;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly service: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly decided: readonly AlertRestriction[];
  readonly handling: readonly string[];
  /** The conversation reached the customer's named officer. */
  readonly handled: boolean;
  /** The key of the person it reached, as in `Reached`. */
  readonly person: string | null;
  readonly told: readonly Told[];
};

export type AlertDraft = RaisedAlert &
  Omit<Leg, "told" | "person"> & {
    readonly conversation: string;
    readonly series: string | null;
    /** What all its contacts say, of a conversation (`seriesOf`); null once they differ, and of a possible match. */
    readonly likeness: string | null;
    /** What its likeness or series begins with (`placeOf`). */
    readonly place: string;
    /** The alert in whose card it stands, which has none itself. */
    readonly gatheredIn: string | null;
    /** The same before this request. */
    readonly wasIn: string | null;
    /** A series in whose card others stand; these are not among the drafts. */
    readonly holdsOthers: boolean;
    readonly contacts: number;
    /** Whom its contacts reached, each once; not kept of a series, whose contacts all reached the same. */
    readonly reached: readonly Reached[];
    /** Whoever is told, the first part counts; those told before this request have no part here. */
    readonly told: ReadonlyMap<string, Told["part"] | undefined>;
    readonly isNew: boolean;
    /** Neither answered nor judged. */
    readonly isOpen: boolean;
    readonly isJudged: boolean;
    readonly isChanged: boolean;
    /** It became more than it was on record. */
    readonly isStronger: boolean;
  };

/** A first contact: the alert it raises. */
export function raised(
  { person, ...leg }: Leg,
  place: Pick<AlertDraft, "id" | "conversation" | "series" | "likeness" | "place">,
): AlertDraft {
  const told = new Map(leg.told.map(({ officer, part }) => [officer, part] as const));
  return {
    ...leg,
    ...place,
    told,
    reached: [{ person, service: leg.service }],
    contacts: 1,
    gatheredIn: null,
    wasIn: null,
    holdsOthers: false,
    isNew: true,
    isOpen: true,
    isJudged: false,
    isChanged: false,
    isStronger: false,
  };
}

/** An alert of the register. Tier and side of the others it names are not kept, and nothing asks for them. */
export function onRecord(alert: EarlierAlert): AlertDraft {
  const { customerRef, others, tier, told, customerId: _, ...row } = alert;
  return {
    ...row,
    about: { ref: customerRef, tier, side: "customer" },
    others: others.map(({ ref }) => ({ ref, tier: "possible", side: "customer" })),
    told: new Map(told.map((officer) => [officer, undefined] as const)),
    wasIn: row.gatheredIn,
    isNew: false,
    isChanged: false,
    isStronger: false,
  };
}

/** The alert with one more contact in it (SCREENING section 6). */
export function joined(alert: AlertDraft, leg: Leg): AlertDraft {
  const { person, service } = leg;
  const isKnown = alert.reached.some((one) => one.person === person && one.service === service);
  const reached = isKnown ? alert.reached : [...alert.reached, { person, service }];
  return { ...strengthened(alert, leg), reached, contacts: alert.contacts + 1 };
}

/**
 * The alert with what a contact says of it. The strongest contact says what it is; contacts as strong as each other say it
 * together; the surest says who it is about.
 */
export function strengthened(alert: AlertDraft, leg: Leg): AlertDraft {
  const difference = OUTCOMES.indexOf(leg.outcome) - OUTCOMES.indexOf(alert.outcome);
  const meant = whoIsMeant(alert, leg);
  const both = {
    ...alert,
    told: withTold(alert.told, leg.told),
    isChanged: true,
    // Each says so of the named officer of whom it was about.
    handled: [alert, leg].some(({ about, handled }) => handled && about.ref === meant.about.ref),
  };
  // Whoever said that it was someone else said it of what was less sure.
  const surer = alert.isStronger || isSurer(leg, alert);
  const people = { ...meant, isStronger: surer, isOpen: alert.isOpen || surer };
  if (difference > 0) return { ...both, ...people };
  if (difference === 0)
    return {
      ...both,
      ...people,
      decided: together(alert.decided, leg.decided),
      handling: union(alert.handling, leg.handling),
    };
  const { outcome, channel, direction, service, decided, handling } = leg;
  return {
    ...both,
    ...people,
    outcome,
    channel,
    direction,
    service,
    decided,
    handling,
    isStronger: true,
    isOpen: true,
  };
}

/** The same alert, now that this person has the conversation, as far as it reached anybody else. */
export function inHand(alert: AlertDraft, person: string | undefined): AlertDraft {
  if (alert.handled || alert.reached.every((reached) => reached.person === person)) return alert;
  return { ...alert, handled: true, isChanged: true };
}

/** The alert in the card of another one, which holds for it. */
export function gathered(alert: AlertDraft, head: string): AlertDraft {
  return { ...alert, gatheredIn: head, isChanged: true };
}

/** The alert with a card of its own: it says what no other does. */
export function parted(alert: AlertDraft): AlertDraft {
  return { ...alert, gatheredIn: null, likeness: null, isChanged: true };
}

/** The alert with a card of its own, in which what says the same may stand. */
export function released(alert: AlertDraft): AlertDraft {
  return { ...alert, gatheredIn: null, isChanged: true };
}

/** Nobody who was reached is told: it may be a customer of the register, and nothing says so for sure. */
export function isUnsure({ outcome }: Pick<Leg, "outcome">): boolean {
  return outcome === "possible_match";
}

function whoIsMeant(alert: AlertNeeded, leg: AlertNeeded): AlertNeeded {
  const about = isSurer(leg, alert) ? leg.about : alert.about;
  const everybody = [alert.about, ...alert.others, leg.about, ...leg.others].filter(({ ref }) => ref !== about.ref);
  return { about, others: [...new Map(everybody.map((one) => [one.ref, one])).values()] };
}

function isSurer(leg: AlertNeeded, alert: AlertNeeded): boolean {
  return TIERS.indexOf(leg.about.tier) < TIERS.indexOf(alert.about.tier);
}

function withTold(before: AlertDraft["told"], now: readonly Told[]): AlertDraft["told"] {
  const fresh = now.filter(({ officer }) => !before.has(officer));
  return new Map([...before, ...fresh.map(({ officer, part }) => [officer, part] as const)]);
}

/** Each restriction once, with its strongest outcome. */
function together(one: readonly AlertRestriction[], other: readonly AlertRestriction[]): readonly AlertRestriction[] {
  const strongest = new Map(one.map((restriction) => [restriction.id, restriction]));
  for (const restriction of other) {
    const known = strongest.get(restriction.id);
    if (!known || place(restriction) < place(known)) strongest.set(restriction.id, restriction);
  }
  return [...strongest.values()];
}

const place = ({ outcome }: AlertRestriction): number => (OUTCOMES as readonly string[]).indexOf(outcome);

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])].sort();
}
