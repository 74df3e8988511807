/** Who is asked on the short road: the pack says the role, the organisation the person (CASEWORK section 3). */
import { byName, isReachable, type Officer, officerById, type Staff } from "../staff/officer.ts";
import { standIn } from "../staff/stand-in.ts";
import { carriesAuthority } from "./approver-needs.ts";
import type { Pack } from "./pack.ts";

/**
 * The senior on duty at this moment: whom the organisation chose, or who stands in for them; where nobody was chosen, or
 * nobody of that line is there, the first by name who carries the pack's role. `undefined`: the pack names no duty
 * senior, or nobody present carries the role.
 */
export function dutySenior(
  staff: Staff,
  chosen: string | null,
  { dutySenior: { value: role } }: Pack,
): Officer | undefined {
  if (role === null) return undefined;
  const named = officerById(staff, chosen);
  const present = named && carriesAuthority(named.roles, role) ? standIn(staff, named) : undefined;
  if (present && isReachable(present)) return present;
  return staff.filter((officer) => isReachable(officer) && carriesAuthority(officer.roles, role)).toSorted(byName)[0];
}
