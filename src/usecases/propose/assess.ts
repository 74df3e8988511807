/** A proposal looked at whole: its record, its gates, who may decide it. Read anew at every step. */
import { loadNames, type Names } from "../../../db/queries/names.ts";
import { loadOrganisation, type Organisation } from "../../../db/queries/organisation.ts";
import {
  loadProposalParts,
  type ProposalParts,
  type ProposalRow,
  proposalRecord,
  restrictionsOf,
} from "../../../db/queries/proposals.ts";
import { loadStaff, type StaffMember } from "../../../db/queries/staff.ts";
import type { Tx } from "../../../db/transaction.ts";
import { eligibleApprovers } from "../../policy/approval/may-decide.ts";
import type { ProposalRecord } from "../../policy/approval/open-proposal.ts";
import { askGates } from "../../policy/gates/ask-gates.ts";
import type { GateResult } from "../../policy/gates/gate.ts";
import { approverNeeds } from "../../policy/packs/approver-needs.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import type { Restriction } from "../../policy/restrictions/restriction.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";
import { packOf } from "../pack-of.ts";
import { whoAnswersNow } from "../who-answers-now.ts";

export type Assessed = Names & {
  readonly row: ProposalRow;
  readonly parts: ProposalParts;
  readonly organisation: Organisation;
  readonly staff: readonly StaffMember[];
  readonly pack: Pack;
  readonly restrictions: readonly Restriction[];
  readonly record: ProposalRecord;
  readonly gates: readonly GateResult[];
};

/** Loads everything a proposal rests on and asks every gate of its pack. */
export async function assess(
  tx: Tx,
  row: ProposalRow,
  { now, chats }: { now: Date; chats: Context["chats"] },
): Promise<Assessed> {
  const organisation = await loadOrganisation(tx, row.organisationId);
  const staff = await loadStaff(tx, row.organisationId, chats);
  const parts = await loadProposalParts(tx, row);
  const pack = packOf(row);
  const restrictions = restrictionsOf(row);
  const record = proposalRecord(row, parts, organisation.timeZone);
  const day = (at: Date | null) => (at ? localDate(at, organisation.timeZone) : null);
  const gates = askGates(
    {
      restrictions,
      incidents: parts.incidents.map(({ ref }) => ref),
      stepsTaken: parts.steps.map(({ kind, givenOn }) => ({ step: kind, on: givenOn })),
      bypass: row.bypass ? { code: row.bypass, reason: row.bypassReason ?? "" } : null,
      startsOn: day(row.startsAt),
      endsOn: day(row.endsAt),
      reviewOn: row.reviewOn,
      scopeReason: row.scopeReason,
      openWay: row.openWay,
      awayWithoutDeputy: awayWithoutDeputy(restrictions, staff),
      eligibleApprovers: eligibleApprovers(record, staff, pack).length,
      quorum: approverNeeds(record, pack).quorum,
    },
    pack,
    localDate(now, organisation.timeZone),
  );
  return {
    row,
    parts,
    organisation,
    staff,
    ...(await loadNames(tx, row.organisationId, staff)),
    pack,
    restrictions,
    record,
    gates,
  };
}

function awayWithoutDeputy(restrictions: readonly Restriction[], staff: readonly StaffMember[]): readonly string[] {
  return restrictions.flatMap((restriction) => {
    if (restriction.kind !== "named_officer") return [];
    const { parameters } = restriction;
    return whoAnswersNow(staff, parameters) === undefined ? [parameters.officer] : [];
  });
}
