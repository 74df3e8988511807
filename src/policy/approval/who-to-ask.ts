/** Whom the approval cards go to: the nearest in the proposer's line first (CASEWORK section 4). */
import { onShortRoad } from "../ladder/bypass.ts";
import { carriesAuthority } from "../packs/approver-needs.ts";
import { dutySenior } from "../packs/duty-senior.ts";
import type { Pack } from "../packs/pack.ts";
import { byName, officerById, type Staff } from "../staff/officer.ts";
import { seatsOf } from "../staff/seats.ts";
import { lineOf } from "../staff/stand-in.ts";
import { approvalNeeds } from "./approval-needs.ts";
import { type Decider, eligibleApprovers } from "./may-decide.ts";
import type { OpenProposal } from "./open-proposal.ts";

export type WhoToAsk = {
  /** To be asked now, the nearest first. */
  readonly ask: readonly Decider[];
  /** The next in the same order, one at each escalation. */
  readonly next: readonly Decider[];
  readonly quorum: number;
  /** Whether as many may decide as must approve. */
  readonly enough: boolean;
};

/** The pack's number of people (`asks`), and those after them for escalation. On the short road the duty senior is among the first. */
export function whoToAsk(proposal: OpenProposal, staff: Staff, pack: Pack): WhoToAsk {
  const { quorum, asks } = approvalNeeds(proposal, pack);
  const ranked = rankedApprovers(proposal, staff, pack);
  return { ask: ranked.slice(0, asks), next: ranked.slice(asks), quorum, enough: ranked.length >= quorum };
}

/** Who is left to ask, in the same order: of those who may still decide, whoever was not asked. */
export function leftToAsk(
  { ask, next }: WhoToAsk,
  { may, asked }: { readonly may: readonly string[]; readonly asked: readonly string[] },
): Decider[] {
  return [...ask, ...next].filter(({ id }) => may.includes(id) && !asked.includes(id));
}

/** All who may decide, the nearest in the proposer's line first; out of the line, the proposer's service, then by name. */
function rankedApprovers(proposal: OpenProposal, staff: Staff, pack: Pack): Decider[] {
  const distance = distanceFrom(proposal, staff, pack);
  const ranked = eligibleApprovers(proposal, staff, pack).toSorted(
    (one, other) => distance(one) - distance(other) || byName(one, other),
  );
  const onDuty = onShortRoad(proposal.bypass, pack) ? firstOnDuty(ranked, proposal, { staff, pack }) : undefined;
  return onDuty ? [onDuty, ...ranked.filter((officer) => officer !== onDuty)] : ranked;
}

/** The duty senior; who had a part in it does not decide, and then it is the nearest who carries the pack's role. */
function firstOnDuty(
  ranked: readonly Decider[],
  { dutySenior: chosen }: OpenProposal,
  { staff, pack }: { staff: Staff; pack: Pack },
): Decider | undefined {
  const onDuty = dutySenior(staff, chosen, pack);
  const role = pack.dutySenior.value;
  if (onDuty === undefined || role === null) return undefined;
  return (
    ranked.find(({ id }) => id === onDuty.id) ??
    ranked.find((officer) => seatsOf(officer).some(({ roles }) => carriesAuthority(roles, role)))
  );
}

/** A delegate stands where the person stands for whom they act. */
function distanceFrom(proposal: OpenProposal, staff: Staff, pack: Pack): (officer: Decider) => number {
  const proposer = officerById(staff, proposal.proposedBy);
  const line = proposer ? lineOf(staff, proposer).map(({ id }) => id) : [];
  const { role } = approvalNeeds(proposal, pack);
  return (officer) => {
    const seats = seatsOf(officer).filter(({ roles }) => carriesAuthority(roles, role));
    const inLine = seats.map(({ id }) => line.indexOf(id)).filter((step) => step >= 0);
    if (inLine.length > 0) return Math.min(...inLine);
    return line.length + (seats.some(({ service }) => service === proposer?.service) ? 0 : 1);
  };
}
