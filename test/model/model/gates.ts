/** CASEWORK section 2: the gates that the record alone can close; the driver answers the others. */
import { eligible } from "./approval.ts";
import { dayOf } from "./calendar.ts";
import { isContinued, isWarned, recordOf } from "./ladder.ts";
import { approvalOf, POLICY } from "./pack.ts";
import { isPresent, standsInFor } from "./staff.ts";
import type { Content, Proposal, World } from "./world.ts";

/** The gates that hold this proposal now, by name. */
export function held(world: World, proposal: Proposal): string[] {
  const { content, report } = proposal;
  const record = recordOf(world, world.reports[report]?.customer ?? "", world.proposals.indexOf(proposal));
  const onShortRoad = content.bypass !== null;
  return [
    ...(bypasses(world, content, report) || isWarned(record) ? [] : ["warned"]),
    ...(onShortRoad || isContinued(record) ? [] : ["continued"]),
    ...(content.kind === "named_officer" && !answers(world, NAMED_OFFICER) ? ["way_left_open"] : []),
    ...(content.startsOn < dayOf(world.now) ? ["dated"] : []),
    ...(eligible(world, proposal).length < approvalOf(content.kind).quorum ? ["approvers"] : []),
    ...(POLICY[world.pack].socialWorkAlwaysAsked && !onShortRoad && !proposal.socialWorkAnswered
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

/** Whom the one point of contact names, in every proposal of the model. */
const NAMED_OFFICER = "p.shah";

/** Whether they are here, or somebody stands in for them. */
function answers(world: World, officer: string): boolean {
  return isPresent(world, officer) || Object.keys(world.staff).some((one) => standsInFor(world, one).includes(officer));
}
