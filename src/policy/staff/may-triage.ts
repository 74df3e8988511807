import type { Role } from "../vocabulary.ts";

/**
 * Whether an officer may say what becomes of a report: a service manager of its service, or whoever it was
 * given to when there was none (a deputy, a line manager); and the register team, so that no report waits for a card
 * that did not arrive. Source: CASEWORK section 1, triage.
 */
export function mayTriage(
  officer: { readonly id: string; readonly roles: readonly Role[]; readonly service: string },
  report: { readonly service: string; readonly triageOfficerId: string | null },
): boolean {
  if (report.triageOfficerId === officer.id || officer.roles.includes("register_team")) return true;
  return officer.roles.includes("service_manager") && officer.service === report.service;
}
