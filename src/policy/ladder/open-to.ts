import { asDecider, type Decider } from "../approval/may-decide.ts";
import type { Pack } from "../packs/pack.ts";
import { mayTriage } from "../staff/may-triage.ts";
import { isReachable, type Officer, officerById, type Staff } from "../staff/officer.ts";
import { standIn } from "../staff/stand-in.ts";
import type { Rung } from "./continued.ts";
import { mayBegin } from "./may-begin.ts";
import type { About } from "./may-take.ts";
import { isSenior, seniorRoles } from "./senior-staff.ts";

/** A rung of the ladder, or to give the report to senior staff. */
export type Offered = Rung | "give";

type After = { readonly about: About; readonly pack: Pack; readonly staff: Staff };

/**
 * What this officer may do after a report, in the pack's order: what its card offers them, beside no further action.
 * `null`: what becomes of it is not theirs to say.
 */
export function openTo(officer: Decider, { about, pack, staff }: After): readonly Offered[] | null {
  if (!mayTriage(officer, about)) return null;
  const rungs: readonly Rung[] = [...pack.steps.map(({ step }) => step), "proposal"];
  const own = rungs.filter((rung) => mayBegin(rung, officer, { about, pack }) === undefined);
  return mayGive(officer, { about, pack, staff }) ? [...own, "give"] : own;
}

/** Where the pack gives senior staff a rung, and none of them has the report. */
const mayGive = (officer: Decider, after: After): boolean =>
  seniorRoles(after.pack).length > 0 && seniorWithIt(officer, after) === undefined;

/**
 * A senior who has the report: this officer, or whom it was given to, or whoever stands in for them; undefined when it is
 * with none of them, or with one whom nothing reaches.
 */
export function seniorWithIt(officer: Decider, { about, pack, staff }: After): Decider | undefined {
  const roles = seniorRoles(pack);
  const holder = presentHolder(about, staff);
  return [officer, ...(holder ? [asDecider(holder, staff)] : [])].find((one) => isSenior(one, roles));
}

/** Nobody stands in for somebody who has left: what they had in hand is free to be given again. */
function presentHolder({ triageOfficerId }: About, staff: Staff): Officer | undefined {
  const holder = officerById(staff, triageOfficerId);
  const present = holder && holder.status !== "left" ? standIn(staff, holder) : undefined;
  return present && isReachable(present) ? present : undefined;
}
