/** Arrangements that were decided before: added, never changed. */
import { v7 as newId } from "uuid";
import {
  type ArrangementRow,
  addArrangements,
  type RestrictionRow,
  recordTold,
} from "../../../db/queries/customers.ts";
import { addDue } from "../../../db/queries/due.ts";
import type { Tx } from "../../../db/transaction.ts";
import { referenceKey } from "../../policy/reference-key.ts";
import { referenceOf } from "./arrangement-reference.ts";
import type { Change } from "./changes.ts";
import type { Known } from "./known.ts";
import type { ArrangementEntry, World } from "./world.ts";

/** The register as it is once customers and staff are written. */
type Setting = { readonly before: Known; readonly after: Known; readonly now: Date };

/** Adds the arrangements that are new; of known ones only that the customer was told may be new. */
export async function writeArrangements(tx: Tx, world: World, setting: Setting): Promise<readonly Change[]> {
  const { before, now } = setting;
  const fresh = world.arrangements.filter((entry) => !before.arrangements.has(referenceOf(entry) ?? ""));
  const pairs = fresh.map((entry) => ({ entry, row: arrangementRow(entry, world, setting) }));
  await addArrangements(
    tx,
    pairs.map(({ row }) => row),
    pairs.flatMap(({ entry, row }) => restrictionRows(entry, row)),
  );
  const ahead = pairs.filter(({ row }) => row.endsAt > now);
  await addDue(
    tx,
    before.id,
    ahead.map(({ row }) => ({ kind: "arrangement-end", subject: row.id, at: row.endsAt })),
  );
  return [
    ...pairs.map(
      ({ row }) => ({ kind: "arrangement", id: row.id, what: "added", facts: { customer: row.customerId } }) as const,
    ),
    ...(await writeTold(tx, world, before)),
  ];
}

/** One that ended before it was imported has nobody left to tell. */
function arrangementRow(
  entry: ArrangementEntry,
  { organisation }: World,
  { after, before, now }: Setting,
): ArrangementRow {
  const endsAt = new Date(entry.endsAt);
  return {
    organisationId: before.id,
    id: newId(),
    ref: referenceOf(entry) ?? "",
    customerId: after.customers.get(referenceKey(entry.customer))?.id ?? "",
    proposalId: null,
    decidedAt: new Date(entry.decidedAt),
    decidedBy: after.staff.get(entry.decidedBy)?.id ?? "",
    startsAt: new Date(entry.startsAt),
    endsAt,
    reviewOn: entry.reviewOn,
    reason: entry.reason,
    judged: [],
    openWay: null,
    openWayReader: null,
    provisions: [],
    standIns: [],
    packId: organisation.policyPack,
    packVersion: after.organisation?.packVersion ?? 1,
    toldAt: entry.toldAt ? new Date(entry.toldAt) : null,
    liftedAt: null,
    endedAt: endsAt <= now ? endsAt : null,
  };
}

function restrictionRows(
  { restrictions }: ArrangementEntry,
  { organisationId, id: arrangementId }: ArrangementRow,
): readonly RestrictionRow[] {
  return restrictions.map(({ kind, clause, scope, parameters }) => ({
    organisationId,
    id: newId(),
    arrangementId,
    kind,
    clause,
    services: scope === "organisation" ? null : scope,
    parameters,
  }));
}

async function writeTold(tx: Tx, { arrangements }: World, known: Known): Promise<readonly Change[]> {
  const told: Change[] = [];
  for (const entry of arrangements) {
    const before = known.arrangements.get(referenceOf(entry) ?? "");
    if (!before || before.toldAt !== null || !entry.toldAt) continue;
    await recordTold(tx, known.id, { id: before.id, at: new Date(entry.toldAt) });
    told.push({ kind: "arrangement", id: before.id, what: "changed", facts: { told: true } });
  }
  return told;
}
