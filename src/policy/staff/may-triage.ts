import { type Decider, servicesManaged } from "../approval/may-decide.ts";
import { seatsOf } from "./seats.ts";

/**
 * Whether an officer may say what becomes of a report: a service manager of its service, whoever it was given to (a
 * deputy, a line manager, a senior), or whoever stands in for one of them at this moment; and the register team, so that
 * no report waits for a card that did not arrive. Source: CASEWORK section 1, triage.
 */
export function mayTriage(
  officer: Decider,
  { service, triageOfficerId }: { readonly service: string; readonly triageOfficerId: string | null },
): boolean {
  if (officer.roles.includes("register_team")) return true;
  return servicesManaged(officer).includes(service) || seatsOf(officer).some(({ id }) => id === triageOfficerId);
}
