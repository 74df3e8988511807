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

/** What happens may take a complaint back: whoever it bars no more, and approved before, is asked anew. */
export function unbarring(world: World, happens: () => void): void {
  const before = world.proposals.map((proposal) => complaints(world, proposal));
  happens();
  for (const [number, proposal] of world.proposals.entries()) {
    const barred = complaints(world, proposal);
    const freed = (before[number] ?? []).filter((person) => !barred.includes(person));
    if (proposal.state === "submitted") for (const person of freed) proposal.decisions.delete(person);
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

/** Their own, or that of somebody away for whom they stand in and who had no part in it. */
function hasAuthority(world: World, proposal: Proposal, person: string): boolean {
  const { role } = approvalOf(proposal.content.kind);
  const principals = standsInFor(world, person).filter((away) => partIn(world, proposal, away).length === 0);
  return [person, ...principals].some((one) => carries(world.staff[one]?.roles ?? [], role));
}

/** Everybody who may decide it now. */
export function eligible(world: World, proposal: Proposal): string[] {
  return Object.keys(world.staff).filter((person) => excluded(world, proposal, person).length === 0);
}

/** Those who may still decide: nobody is asked twice. */
export function mayStillDecide(world: World, proposal: Proposal): string[] {
  return eligible(world, proposal).filter((person) => !proposal.decisions.has(person));
}

/** How many more must approve; an approval by somebody who had a part in it does not count. */
export function stillNeeded(world: World, proposal: Proposal): number {
  const counted = [...proposal.decisions].filter(
    ([person, verdict]) => verdict === "approve" && partIn(world, proposal, person).length === 0,
  );
  return Math.max(0, approvalOf(proposal.content.kind).quorum - counted.length);
}

/** How many of those asked must still be able to decide: the quorum and one more, as far as there are people. */
export function mustWait(world: World, proposal: Proposal): number {
  return Math.min(stillNeeded(world, proposal) + 1, mayStillDecide(world, proposal).length);
}
