/**
 * "Quorum … counted over people" (CASEWORK section 4): somebody away and whoever stands in for them decide from one seat,
 * and a seat counts once.
 */
import type { Pack } from "../packs/pack.ts";
import { type Decider, decidingSeats, partIn } from "./may-decide.ts";
import type { Decision, OpenProposal, ProposalRecord } from "./open-proposal.ts";

/**
 * The approvals that count, the earliest first and one for each seat. While it waits, one by somebody who had a part in
 * it, found out since, does not, nor one in the place of such a person; once it is approved, what is found out changes
 * nothing that was counted.
 */
export function approvalsCounted(proposal: ProposalRecord): readonly Decision[] {
  const counting = proposal.decisions
    .filter(({ verdict }) => verdict === "approve")
    .filter(({ by, seat }) => proposal.state === "approved" || !hasPart(proposal, [by, seat]))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return counting.filter((one, place) => place === counting.findIndex(({ seat }) => seat === one.seat));
}

function hasPart(proposal: OpenProposal, people: readonly string[]): boolean {
  return people.some((id) => partIn(proposal, id) !== undefined);
}

/**
 * The decision after which theirs would be a second one from the same seat: their own, one by whoever stood in for them,
 * or one of the only person for whom they stand in. `undefined` when they have not decided in any of these ways.
 */
export function decidedBefore(proposal: ProposalRecord, officer: Decider, pack: Pack): Decision | undefined {
  const counted = approvalsCounted(proposal);
  const theirs =
    proposal.decisions.find(({ by }) => by === officer.id) ?? counted.find(({ seat }) => seat === officer.id);
  if (theirs) return theirs;
  const seats = decidingSeats(proposal, officer, pack);
  const taken = counted.filter(({ seat }) => seats.some(({ id }) => id === seat));
  return taken.length === seats.length ? taken[0] : undefined;
}

/** Whose seat a decision of theirs is from: their own where they carry the authority themselves. */
export function seatToUse(proposal: ProposalRecord, officer: Decider, pack: Pack): string {
  const taken = approvalsCounted(proposal).map(({ seat }) => seat);
  return decidingSeats(proposal, officer, pack).find(({ id }) => !taken.includes(id))?.id ?? officer.id;
}
