/** Whom exactly the product asks is its choice, within the rules of CASEWORK section 4. */
import { eligible, excluded, mayStillDecide, mustWait } from "./model/approval.ts";
import { approvalOf } from "./model/pack.ts";
import { carries, standsInFor } from "./model/staff.ts";
import type { Proposal, World } from "./model/world.ts";

/** What is wrong with who is asked of a proposal now; it is the model's from then on. */
export function adopt(world: World, proposal: Proposal, asked: ReadonlySet<string>): string[] {
  const { asked: before, state, decisions } = proposal;
  const fresh = [...asked].filter((person) => !before.has(person));
  const dropped = [...before].filter((person) => !asked.has(person));
  const isNew = before.size === 0 && state === "submitted";
  const waiting = mayStillDecide(world, proposal).filter((person) => asked.has(person));
  proposal.asked = new Set(asked);
  if (state !== "submitted") return dropped.map((person) => `${person} is not asked any more`);
  return [
    ...dropped.map((person) => `${person} is not asked any more`),
    ...fresh
      .filter((person) => excluded(world, proposal, person).length > 0)
      .map((person) => `${person} was asked and may not decide`),
    ...(waiting.length < mustWait(world, proposal) ? [`only ${waiting.join()} of those asked may decide`] : []),
    ...(isNew && decisions.size === 0 ? askedFirst(world, proposal, asked) : []),
  ];
}

/** The quorum and one more, the nearest in the proposer's line first; on the short road an executive among them. */
function askedFirst(world: World, proposal: Proposal, asked: ReadonlySet<string>): string[] {
  const may = eligible(world, proposal);
  const wanted = Math.min(approvalOf(proposal.content.kind).quorum + 1, may.length);
  const near = may.filter((person) => inLine(world, proposal, person));
  const passedOver = near.filter((person) => !asked.has(person));
  const farther = [...asked].filter((person) => !near.includes(person));
  const isShortRoad = proposal.content.bypass !== null;
  const onDuty = may.filter((person) => actsAsExecutive(world, person));
  return [
    ...(asked.size === wanted ? [] : [`${asked.size} were asked, not ${wanted}`]),
    ...(!isShortRoad && farther.length > 0
      ? passedOver.map((person) => `${person} is nearer and was passed over`)
      : []),
    ...(isShortRoad && onDuty.length > 0 && !onDuty.some((person) => asked.has(person))
      ? ["no duty senior was asked"]
      : []),
  ];
}

function actsAsExecutive(world: World, person: string): boolean {
  return [person, ...standsInFor(world, person)].some((one) => carries(world.staff[one]?.roles ?? [], "executive"));
}

/** Above the proposer, or in the place of somebody who is and whose authority counts. */
function inLine(world: World, { proposer, content }: Proposal, person: string): boolean {
  const { role } = approvalOf(content.kind);
  const line: string[] = [];
  for (let above = world.staff[proposer]?.manager ?? null; above !== null && !line.includes(above); ) {
    line.push(above);
    above = world.staff[above]?.manager ?? null;
  }
  return [person, ...standsInFor(world, person)].some(
    (seat) => line.includes(seat) && carries(world.staff[seat]?.roles ?? [], role),
  );
}
