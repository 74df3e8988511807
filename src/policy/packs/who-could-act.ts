/** Parts that a pack gives to roles which nobody holds: such a case waits for whoever the line of managers leads to. */
import { asDecider, rolesNow } from "../approval/may-decide.ts";
import { isReachable, type Staff } from "../staff/officer.ts";
import type { Role } from "../vocabulary.ts";
import type { Pack } from "./pack.ts";

/** `does`: what they would do, as in "who give the warning". */
export type RoleGap = { readonly roles: readonly Role[]; readonly does: string };

/** One gap for each part that nobody present could take; empty when every part is taken. */
export function roleGaps(pack: Pack, staff: Staff): RoleGap[] {
  const held = new Set(staff.filter(isReachable).flatMap((officer) => rolesNow(asDecider(officer, staff))));
  return partsOf(pack).filter(({ roles }) => !roles.some((role) => held.has(role)));
}

function partsOf(pack: Pack): RoleGap[] {
  const { steps, proposedBy, dutySenior, gates, meetingsDecidedBy, capacityDecidedBy } = pack;
  return [
    ...steps.map(({ step, by }) => ({ roles: by.value, does: `give the ${step}` })),
    { roles: proposedBy.value, does: "propose a restriction" },
    ...(dutySenior.value === null ? [] : [part(dutySenior.value, "are on duty for the short road")]),
    ...(gates.value.includes("social_work") ? [part("social_work", "answer the question to Social Work")] : []),
    // No pack gives this to another role: CASEWORK sections 1 and 5 fall back on the register team.
    part("register_team", "see to reports, letters and alerts that reach nobody"),
    part(meetingsDecidedBy.value, "decide about council meetings and polling"),
    part(capacityDecidedBy.value, "decide about a minor or somebody who lacks capacity"),
  ];
}

const part = (role: Role, does: string): RoleGap => ({ roles: [role], does });
