import { findDelegation } from "../../../db/queries/delegations.ts";
import type { Tx } from "../../../db/transaction.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Scene } from "./copy-scene.ts";

/** Facts of the card that whoever is away and whoever stands in have of a delegation. */
export async function delegationFacts(tx: Tx, { copy, organisation, nameOf }: Scene, { now }: { now: Date }) {
  const row = await findDelegation(tx, copy.organisationId, { id: copy.subjectId });
  if (!row) return undefined;
  const { startsOn, endsOn } = row;
  const today = localDate(now, organisation.timeZone);
  return {
    target: { id: row.id, version: 1 },
    away: nameOf(row.officerId),
    delegate: nameOf(row.delegateId),
    to: copy.officerId === row.officerId ? ("away" as const) : ("delegate" as const),
    startsOn,
    endsOn,
    state: state(),
  };

  function state() {
    if (row?.endedAt) return "ended" as const;
    if (endsOn < today) return "over" as const;
    return startsOn <= today ? ("now" as const) : ("ahead" as const);
  }
}
