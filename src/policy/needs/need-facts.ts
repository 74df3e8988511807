/** What conflicts between needs and restrictions are computed from, and what one says. */
import type { Restriction } from "../restrictions/restriction.ts";
import type { Channel, Need } from "../vocabulary.ts";
import type { Beside } from "./beside.ts";
import type { Offer, Terms } from "./offer.ts";
import type { Point } from "./point-of-contact.ts";

/** What the record has to offer. Each is null when nothing is on record. */
export type Support = {
  /** Who could be the customer's one officer; somebody who is at work. */
  readonly point: Point | null;
  /** The id of the customer's care or social worker among the contacts outside the staff. */
  readonly careWorker: string | null;
  readonly language: string | null;
  /** Where the customer could collect letters. */
  readonly collectionPoint: string | null;
};

export type NeedFacts = Terms & {
  /** The customer's other arrangements that hold at some time of this one. */
  readonly beside: readonly Beside[];
  readonly needs: readonly Need[];
  /** The channel of the way left open under `all_contact`; null when it is not said. */
  readonly openWayBy: Channel | null;
  readonly knownToSocialWork: boolean;
  /** Why the care or social worker is not to be the point of contact. */
  readonly careWorkerDeclined: string | null;
  readonly support: Support;
};

export type Conflict = {
  /** `point_of_contact` is offered and may be declined with a reason; the others block until they are answered. */
  readonly code: "no_usable_way" | "language" | "point_of_contact";
  readonly needs: readonly Need[];
  /** For dialogs only: it names the need. */
  readonly because: string;
  /** What to do, also when nothing on record can be offered. */
  readonly opens: string;
  readonly offers: readonly Offer[];
};

/** The needs that nothing beside the restrictions meets. */
export function unmetNeeds({ needs, provisions }: Pick<NeedFacts, "needs" | "provisions">): Need[] {
  const given = provisions.map(({ kind }) => kind);
  return needs.filter(
    (need) =>
      !(need === "no_fixed_address" && given.includes("collection_point")) &&
      !(need === "interpreter" && given.includes("language")),
  );
}

/** Those who read what comes about closed topics (7.3.7). */
export function readersOf(restrictions: readonly Restriction[]): string[] {
  return restrictions.flatMap((one) => (one.kind === "topic_closed" ? [one.parameters.reader] : []));
}

/** The sole points of contact that the restrictions name. */
export function pointsOf(restrictions: readonly Restriction[]): Point[] {
  return restrictions.flatMap((one) => (one.kind === "named_officer" ? [one.parameters] : []));
}
