/**
 * CASEWORK section 4: "a person named in a counter-complaint" does not decide. A complaint is the customer's, whichever
 * proposal it was recorded with.
 */
import type { Role } from "../vocabulary.ts";
import { partIn } from "./may-decide.ts";
import { mayMove } from "./moves.ts";
import type { Involved, ProposalRecord } from "./open-proposal.ts";

/** A proposal of the customer, with the officers whom a complaint recorded in it names. */
export type Recorded = Pick<ProposalRecord, "state"> & {
  readonly id: string;
  readonly startedAt: Date;
  readonly decidedAt: Date | null;
  readonly complainedAbout: readonly string[];
};

/**
 * Whom a complaint bars from this one of the customer's proposals, each once, in one order. A complaint counts in every
 * proposal that was open at some time since the one that carries it began, and goes on counting when that one closes.
 * What closed before was carried over when this one began, and may have been taken back in it.
 */
export function complainedAbout(
  { id, startedAt }: Pick<Recorded, "id" | "startedAt">,
  ofCustomer: readonly Recorded[],
): string[] {
  const counting = ofCustomer.filter(
    (one) => one.id === id || isOpen(one) || (one.decidedAt !== null && one.decidedAt >= startedAt),
  );
  return [...new Set(counting.flatMap(({ complainedAbout: officers }) => officers))].toSorted();
}

/** Not at its end: a time-out or questions are none. */
export function isOpen({ state }: Pick<Recorded, "state">): boolean {
  return mayMove(state, "withdrawn");
}

/** Why a complaint bars nobody any more. */
export const SETTLED_BECAUSE = ["answered", "taken_back", "by_mistake"] as const;
export type SettledBecause = (typeof SETTLED_BECAUSE)[number];

/** Who has what to do with the customer's open proposals. */
export type Parts = {
  /** One for each of them. */
  readonly involved: readonly Involved[];
  /** To decide one of them, an interest declared or not. */
  readonly asked: readonly string[];
};

/** Whom complaints bar from one of them, each once. */
export function barredFrom({ involved }: Parts): readonly string[] {
  return [...new Set(involved.flatMap((one) => one.complainedAbout))];
}

/**
 * Whether this officer may record that a complaint is settled, so that it bars nobody any more: the register team, which
 * keeps the central record (7.4), and of it only who has no part. Whoever proposes would choose who decides, and no card
 * tells those who decide of a complaint.
 */
export function maySettle({ id, roles }: { readonly id: string; readonly roles: readonly Role[] }, parts: Parts) {
  const hasPart = parts.asked.includes(id) || parts.involved.some((one) => partIn(one, id) !== undefined);
  return roles.includes("register_team") && barredFrom(parts).length > 0 && !hasPart;
}
