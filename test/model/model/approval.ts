/** CASEWORK section 4: who decides a proposal, and who has to be asked. */
import { approvalOf } from "./pack.ts";
import { carries, isPresent, standsInFor } from "./staff.ts";
import type { Proposal, World } from "./world.ts";

/** Why this person does not decide it, whenever they press; empty: they may. */
export function excluded(world: World, proposal: Proposal, person: string): string[] {
  return [
    ...partIn(world, proposal, person),
    ...(isPresent(world, person) ? [] : ["not-present"]),
    ...(hasAuthority(world, proposal, person) ? [] : ["role-too-low"]),
  ];
}

/** Their own part in it. */
function partIn(world: World, proposal: Proposal, person: string): string[] {
  const report = world.reports[proposal.report];
  return [
    ...(proposal.proposer === person ? ["own-proposal"] : []),
    ...(report?.reporter === person ? ["own-report"] : []),
    ...(report?.affected.includes(person) ? ["own-harm"] : []),
    ...(complaints(world, proposal).includes(person) ? ["complained-about"] : []),
    ...(proposal.declared.has(person) ? ["declared-interest"] : []),
  ];
}

/** What happens may take a complaint back: whoever it bars no more, and approved before or was away meanwhile, is asked anew. */
export function unbarring(world: World, happens: () => void): void {
  const before = world.proposals.map((proposal) => complaints(world, proposal));
  happens();
  for (const [number, proposal] of world.proposals.entries()) {
    const barred = complaints(world, proposal);
    const freed = (before[number] ?? []).filter((person) => !barred.includes(person));
    if (proposal.state !== "submitted") continue;
    for (const [person, { seat }] of proposal.decisions)
      if (freed.includes(person) || freed.includes(seat)) proposal.decisions.delete(person);
  }
}

/** Whom the customer complained about, in any proposal about them that was not at its end before this one began. */
function complaints({ proposals, reports }: World, proposal: Proposal): string[] {
  const customerOf = ({ report }: Proposal) => reports[report]?.customer;
  return proposals
    .filter((other) => customerOf(other) === customerOf(proposal))
    .filter(({ closedAt }) => closedAt === null || closedAt >= proposal.begunAt)
    .flatMap(({ content }) => content.complainedAbout);
}

const hasAuthority = (world: World, proposal: Proposal, person: string): boolean =>
  seatsFor(world, proposal, person).length > 0;

/** Whose authority they could use: their own, or that of somebody away for whom they stand in and who had no part in it. */
function seatsFor(world: World, proposal: Proposal, person: string): string[] {
  const { role } = approvalOf(proposal.content.kind);
  const principals = standsInFor(world, person).filter((away) => partIn(world, proposal, away).length === 0);
  return [person, ...principals.toSorted()].filter((one) => carries(world.staff[one]?.roles ?? [], role));
}

/** Whose authority they would use: somebody away and whoever stands in for them are one person; nothing when that was used. */
export function seatFor(world: World, proposal: Proposal, person: string): string | undefined {
  const taken = seatsTaken(world, proposal);
  if (proposal.decisions.has(person) || taken.has(person)) return undefined;
  return seatsFor(world, proposal, person).find((seat) => !taken.has(seat));
}

/** They did, or somebody in their place, or the one in whose place they would. */
export function hasDecided(world: World, proposal: Proposal, person: string): boolean {
  const mayOnce = hasAuthority(world, proposal, person) || seatsTaken(world, proposal).has(person);
  return proposal.decisions.has(person) || (mayOnce && seatFor(world, proposal, person) === undefined);
}

/** An approval by somebody who had a part in it does not count, nor one in the place of such a person. */
function seatsTaken(world: World, proposal: Proposal): ReadonlySet<string> {
  const counted = [...proposal.decisions].filter(
    ([person, { verdict, seat }]) =>
      verdict === "approve" && [person, seat].every((one) => partIn(world, proposal, one).length === 0),
  );
  return new Set(counted.map(([, { seat }]) => seat));
}

/** Everybody who may decide it now. */
export function eligible(world: World, proposal: Proposal): string[] {
  return Object.keys(world.staff).filter((person) => excluded(world, proposal, person).length === 0);
}

/** Those who may still decide: nobody is asked twice. */
export function mayStillDecide(world: World, proposal: Proposal): string[] {
  return eligible(world, proposal).filter((person) => !hasDecided(world, proposal, person));
}

/** How many more must approve, each with an authority that was not used. */
export function stillNeeded(world: World, proposal: Proposal): number {
  return Math.max(0, approvalOf(proposal.content.kind).quorum - seatsTaken(world, proposal).size);
}

/** How many of those asked must still be able to decide: the quorum and one more, as far as there are people. */
export function mustWait(world: World, proposal: Proposal): number {
  return Math.min(stillNeeded(world, proposal) + 1, mayStillDecide(world, proposal).length);
}
