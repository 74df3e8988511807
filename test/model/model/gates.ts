/** CASEWORK section 2: the gates that the record alone can close; the driver answers the others. */
import { eligible } from "./approval.ts";
import { dayOf, workingDaysLater } from "./calendar.ts";
import { isContinued, isWarned, recordOf } from "./ladder.ts";
import { approvalOf, POLICY, SOCIAL_WORK_WORKING_DAYS } from "./pack.ts";
import { isPresent, standsInFor } from "./staff.ts";
import type { Content, Proposal, World } from "./world.ts";

/** The gates that keep this proposal from being sent now, by name. */
export function held(world: World, proposal: Proposal): string[] {
  const { content } = proposal;
  return [
    ...heldByRecord(world, proposal, dayOf(world.now)),
    ...(content.startsOn < dayOf(world.now) ? ["dated"] : []),
    ...(eligible(world, proposal).length < approvalOf(content.kind).quorum ? ["approvers"] : []),
  ];
}

/**
 * Those that keep it from being approved: what only time changed since it was sent does not; what happened since counts.
 * Nor is anything put into force that was to be reviewed already.
 */
export function heldAtApproval(world: World, proposal: Proposal): string[] {
  const toBeReviewed = proposal.content.reviewOn <= dayOf(world.now);
  return [...heldByRecord(world, proposal, dayOf(proposal.submittedAt)), ...(toBeReviewed ? ["dated"] : [])];
}

function heldByRecord(world: World, proposal: Proposal, today: string): string[] {
  const { content, report } = proposal;
  const customer = world.reports[report]?.customer ?? "";
  const record = { ...recordOf(world, customer, world.proposals.indexOf(proposal)), today };
  const onShortRoad = content.bypass !== null;
  return [
    ...(bypasses(world, content, report) || isWarned(record) ? [] : ["warned"]),
    ...(onShortRoad || isContinued(record) ? [] : ["continued"]),
    ...(content.kind === "named_officer" && !answers(world, NAMED_OFFICER) ? ["way_left_open"] : []),
    ...(POLICY[world.pack].socialWorkAlwaysAsked && !onShortRoad && !socialWorkWasAsked(world, proposal)
      ? ["social_work"]
      : []),
  ];
}

/** Whether a reason of the pack leaves out the warning (section 3): written down where it has to be. */
export function bypasses(world: World, { bypass }: Pick<Content, "bypass">, report: number): boolean {
  const offered = POLICY[world.pack].bypass.find(({ code }) => code === bypass?.code);
  if (!offered || !bypass) return false;
  const onRecord = bypass.code === "serious_threat" && world.reports[report]?.threat === true;
  return bypass.written || (onRecord && !offered.written);
}

/** "an answer, or a recorded attempt after the pack's working days, passes". */
function socialWorkWasAsked(
  { pack }: World,
  { socialWorkAskedAt, socialWorkAnswered, socialWorkTriedOn }: Proposal,
): boolean {
  if (socialWorkAskedAt === null) return false;
  const enoughOn = workingDaysLater(dayOf(socialWorkAskedAt), SOCIAL_WORK_WORKING_DAYS, pack);
  return socialWorkAnswered || socialWorkTriedOn.some((on) => on >= enoughOn);
}

/** Whom the one point of contact names, in every proposal of the model. */
const NAMED_OFFICER = "p.shah";

/** Whether they are here, or somebody stands in for them. */
function answers(world: World, officer: string): boolean {
  return isPresent(world, officer) || Object.keys(world.staff).some((one) => standsInFor(world, one).includes(officer));
}
