/** An import never edits a decision: what the register knows of an arrangement must be what the file says. */
import { isDeepStrictEqual } from "node:util";
import type { KnownArrangement } from "../../../db/queries/customers.ts";
import { referenceKey } from "../../policy/reference-key.ts";
import { PARAMETERS } from "../../policy/restrictions/parameters.ts";
import type { RestrictionKind } from "../../policy/vocabulary.ts";
import { referenceOf } from "./arrangement-reference.ts";
import type { ArrangementDraft } from "./check-arrangements.ts";
import { entriesOf, type WorldDraft } from "./draft.ts";
import { fault, type WorldFault } from "./fault.ts";
import { emailKey, type Known } from "./known.ts";

/** Each fact of a known arrangement that the file has otherwise. */
export function decidedFaults(draft: WorldDraft, known: Known): readonly WorldFault[] {
  return entriesOf(draft.arrangements).flatMap(([i, entry]) => {
    const before = known.arrangements.get(referenceOf(entry) ?? "");
    if (!before) return [];
    return differences(entry, before, known).map((key) =>
      fault(
        ["arrangements", i, key],
        `differs from arrangement ${before.ref} in the register. A decision is not edited by an import`,
      ),
    );
  });
}

function differences(entry: ArrangementDraft, before: KnownArrangement, known: Known): readonly string[] {
  const customer = known.customers.get(referenceKey(entry.customer ?? ""));
  const decidedBy = known.staff.get(emailKey(entry.decidedBy ?? ""));
  const same: Readonly<Record<string, boolean>> = {
    customer: entry.customer === undefined || customer?.id === before.customerId,
    decidedBy: entry.decidedBy === undefined || decidedBy?.id === before.decidedBy,
    decidedAt: sameInstant(entry.decidedAt, before.decidedAt),
    startsAt: sameInstant(entry.startsAt, before.startsAt),
    endsAt: sameInstant(entry.endsAt, before.endsAt),
    reviewOn: entry.reviewOn === undefined || entry.reviewOn === before.reviewOn,
    reason: entry.reason === undefined || entry.reason.trim() === before.reason,
    toldAt: before.toldAt === null || sameInstant(entry.toldAt ?? undefined, before.toldAt),
    restrictions: sameRestrictions(entry, before),
  };
  return Object.keys(same).filter((key) => !same[key]);
}

/** A fact that is faulty in the file is named for that. */
function sameInstant(given: string | undefined, before: Date): boolean {
  return given === undefined || Date.parse(given) === before.getTime();
}

/** In any order. Parameters are compared with their defaults filled in. */
function sameRestrictions({ restrictions }: ArrangementDraft, before: KnownArrangement): boolean {
  if (restrictions?.some((one) => one?.kind === undefined || one.parameters === undefined || one.scope === undefined))
    return true;
  const given = entriesOf(restrictions).map(([, { kind, clause, scope, parameters }]) => ({
    kind,
    clause: clause ?? null,
    services: typeof scope === "string" ? null : scope,
    parameters: kind && withDefaults(kind, parameters),
  }));
  const known = before.restrictions.map(({ kind, clause, services, parameters }) => ({
    kind,
    clause,
    services,
    parameters,
  }));
  return isDeepStrictEqual(inOrder(given), inOrder(known));
}

function withDefaults(kind: RestrictionKind, parameters: unknown): unknown {
  const parsed = PARAMETERS[kind].safeParse(parameters);
  return parsed.success ? parsed.data : parameters;
}

/** Compared as JSON with sorted keys, which is how they are kept. */
function inOrder(restrictions: readonly unknown[]): readonly string[] {
  return restrictions.map((one) => JSON.stringify(one, sortedKeys)).toSorted();
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
