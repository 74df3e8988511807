/** Parts that a pack gives to roles which nobody holds: such a case waits for whoever the line of managers leads to. */
import { asDecider, rolesNow } from "../approval/may-decide.ts";
import { isReachable, type Staff } from "../staff/officer.ts";
import type { Role } from "../vocabulary.ts";
import { carriesAuthority } from "./approver-needs.ts";
import type { Pack } from "./pack.ts";

/** `does`: what they would do, as in "who give the warning". */
export type RoleGap = { readonly roles: readonly Role[]; readonly does: string };

/** One gap for each part that nobody present could take; empty when every part is taken. */
export function roleGaps(pack: Pack, staff: Staff): RoleGap[] {
  const present = staff.filter(isReachable).map((officer) => asDecider(officer, staff));
  const held = [...new Set(present.flatMap(rolesNow))];
  return [
    ...partsOf(pack).filter(({ roles }) => !roles.some((role) => isTaken(role, held))),
    ...decisionsOf(pack).filter(({ roles }) => !roles.some((role) => carriesAuthority(held, role))),
  ];
}

/** Whoever it happened to is an officer, whatever else they are. */
const isTaken = (role: Role, held: readonly Role[]): boolean =>
  role === "officer" ? held.length > 0 : held.includes(role);

function partsOf({ steps, proposedBy, gates }: Pack): RoleGap[] {
  return [
    ...steps.map(({ step, by }) => ({ roles: by.value, does: `give the ${step}` })),
    { roles: proposedBy.value, does: "propose a restriction" },
    ...(gates.value.includes("social_work") ? [part("social_work", "answer the question to Social Work")] : []),
    // No pack gives this to another role: CASEWORK sections 1 and 5 fall back on the register team.
    part("register_team", "see to reports, letters and alerts that reach nobody"),
  ];
}

/** What a higher role may do too (CASEWORK section 4: "an executive may decide what a senior officer may"). */
function decisionsOf({ dutySenior, meetingsDecidedBy, capacityDecidedBy }: Pack) {
  return [
    ...(dutySenior.value === null ? [] : [part(dutySenior.value, "are on duty for the short road")]),
    part(meetingsDecidedBy.value, "decide about council meetings and polling"),
    part(capacityDecidedBy.value, "decide about a minor or somebody who lacks capacity"),
  ];
}

const part = <Of extends Role>(role: Of, does: string) => ({ roles: [role], does });
