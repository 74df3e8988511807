import type { Handling, Outcome, RestrictionKind, Tier } from "../vocabulary.ts";
import type { Note } from "./reached.ts";
import type { Verdict } from "./rule.ts";

export type AnsweredRestriction = {
  readonly id: string;
  readonly kind: RestrictionKind;
  readonly clause: string | null;
  readonly outcome: Verdict;
};

/** The part of a result that screening decides, as it goes over the wire (SCREENING section 1). */
export type ScreeningAnswer = {
  readonly outcome: Outcome;
  /** Null on clear and not checked; without a reference on a possible match. */
  readonly match: { readonly tier: Tier; readonly customerRef?: string } | null;
  readonly restrictions: readonly AnsweredRestriction[];
  readonly handling: readonly Handling[];
  /** Present when there is something to say. */
  readonly notes?: readonly Note[];
};

/** Somebody an alert names for the register team. */
export type AlertedCustomer = {
  readonly ref: string;
  readonly tier: Tier;
  readonly side: "customer" | "representative";
};

/** One alert: whom it is about, and whom else the contact may concern. Which alert it is: `alertToUpdate`. */
export type AlertNeeded = { readonly about: AlertedCustomer; readonly others: readonly AlertedCustomer[] };

/** What screening decides about one contact. */
export type Screening = {
  readonly answer: ScreeningAnswer;
  readonly alert: AlertNeeded | undefined;
  /** Restrictions in whose week this call counts (`call_times` with `maxPerWeek`), by id. */
  readonly countsFor: readonly string[];
  /** The outcome would be another without the subject: only then may it be kept (DESIGN decision 14). */
  readonly subjectDecided: boolean;
  /**
   * It reached one of the named officers that bear on it, or their deputy while they are away, whatever else its outcome
   * says: what reaches them is in hand.
   */
  readonly reachedNamedOfficer: boolean;
  /** Named officers and readers, or their deputies while they are away, to whom the handling sends it. */
  readonly sendTo: readonly string[];
};
