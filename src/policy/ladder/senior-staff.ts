/** CASEWORK section 1, "service manager or senior officer": the rungs that a pack gives to senior staff, and who of them gets a report. */
import { asDecider, type Decider } from "../approval/may-decide.ts";
import type { Pack } from "../packs/pack.ts";
import { byName, isReachable, officerById, type Staff } from "../staff/officer.ts";
import { seatsOf } from "../staff/seats.ts";
import { lineOf } from "../staff/stand-in.ts";
import type { LadderRole, Role } from "../vocabulary.ts";

const SENIOR: readonly LadderRole[] = ["senior_officer", "executive"];

/** The roles of senior staff to which the pack gives a rung of the ladder; empty when it gives them none. */
export function seniorRoles({ steps, proposedBy }: Pack): readonly Role[] {
  const given = [...steps.flatMap(({ by }) => by.value), ...proposedBy.value];
  return SENIOR.filter((role) => given.includes(role));
}

/** Whether they hold one of these roles, or stand in for somebody who does. */
export function isSenior(officer: Decider, roles: readonly Role[]): boolean {
  return seatsOf(officer).some((seat) => seat.roles.some((role) => roles.includes(role)));
}

type Given = {
  readonly by: string;
  /** Those who reported it, and those it happened to: somebody else looks at it afresh. */
  readonly metBy: readonly string[];
  readonly pack: Pack;
};

/** Who of senior staff gets a report: the nearest in the line of whoever gives it, then by name; undefined: a card reaches none. */
export function nearestSenior(staff: Staff, { by, metBy, pack }: Given): Decider | undefined {
  const giver = officerById(staff, by);
  const line = giver ? lineOf(staff, giver).map(({ id }) => id) : [];
  const distance = (officer: Decider) =>
    Math.min(line.length, ...seatsOf(officer).flatMap(({ id }) => (line.includes(id) ? [line.indexOf(id)] : [])));
  const roles = seniorRoles(pack);
  const [nearest] = staff
    .filter((officer) => isReachable(officer) && officer.id !== by && !metBy.includes(officer.id))
    .map((officer) => asDecider(officer, staff))
    .filter((officer) => isSenior(officer, roles))
    .toSorted((one, other) => distance(one) - distance(other) || byName(one, other));
  return nearest;
}
