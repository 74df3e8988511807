/**
 * 7.2.1 "The employee or service manager": a step that the pack gives to the employee is begun by whoever sees to the
 * report, who takes it themselves or has it taken by whoever reported it.
 */
import type { Decider } from "../approval/may-decide.ts";
import type { Pack, PackStep } from "../packs/pack.ts";
import type { Officer } from "../staff/officer.ts";
import type { Rung } from "./continued.ts";
import { type About, mayTake, seesTo, type TakeRefusal } from "./may-take.ts";

type After = { readonly about: About; readonly pack: Pack };

/** Why this officer may not begin the rung after the report; `undefined` when they may. */
export function mayBegin(rung: Rung, officer: Decider, after: After): TakeRefusal | undefined {
  const refusal = mayTake(rung, officer, after);
  const step = after.pack.steps.find((one) => one.step === rung);
  const isEmployees = refusal?.code === "role-too-low" && step !== undefined && byEmployee(step);
  return isEmployees && seesTo(officer, after.about) ? undefined : refusal;
}

/** Whoever reported it, where they are here and the pack lets the employee give this step: then it can be their task. */
export function employeeFor<Member extends Officer>(
  step: PackStep,
  { metBy }: Pick<About, "metBy">,
  staff: readonly Member[],
): Member | undefined {
  const found = byEmployee(step) ? staff.find(({ id }) => id === metBy[0]) : undefined;
  return found?.status === "active" ? found : undefined;
}

/**
 * Whether they take it themselves when they begin it: they may, or the employee whose it is is not here and they do it in
 * their place. Otherwise it is the employee's.
 */
export function takesItSelf(
  rung: Rung,
  officer: Decider,
  { staff, ...after }: After & { readonly staff: readonly Officer[] },
): boolean {
  if (mayTake(rung, officer, after) === undefined) return true;
  const step = after.pack.steps.find((one) => one.step === rung);
  const employee = step && employeeFor(step, after.about, staff);
  return employee === undefined && mayBegin(rung, officer, after) === undefined;
}

const byEmployee = ({ by }: PackStep): boolean => by.value.includes("officer");
