/** An alert while a request is worked on: one on record, or one to be raised. */
import type { EarlierAlert } from "../../../db/queries/screening/earlier.ts";
import type { AlertRestriction } from "../../../db/schema/contact.ts";
import type { RaisedAlert } from "../../policy/screening/alert-to-update.ts";
import type { AlertNeeded } from "../../policy/screening/answer.ts";
import type { ToldAs } from "../../policy/screening/same-card.ts";
import type { Channel, Direction, Outcome } from "../../policy/vocabulary.ts";

/** Who is told of an alert, and as what. */
export type Told = { readonly officer: string; readonly part: ToldAs };

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
  /** What was given about whom it may be, of a possible match: what the register team judges it by (`pairOf`). */
  readonly pair: string | null;
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
    readonly contacts: number;
    /** Whom its contacts reached, each once; not kept of a series, whose contacts all reached the same. */
    readonly reached: readonly Reached[];
    /** Whoever is told, the first part counts; those told before this request have no part here. */
    readonly told: ReadonlyMap<string, ToldAs | undefined>;
    readonly isNew: boolean;
    /** Neither answered nor judged. */
    readonly isOpen: boolean;
    readonly isJudged: boolean;
    /** The register team was asked whose it was, because an officer says that it is someone else, and has not said. */
    readonly isAsked: boolean;
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
    isNew: true,
    isOpen: true,
    isJudged: false,
    isAsked: false,
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
