import type { Role } from "../vocabulary.ts";

/**
 * Whether an officer may say what becomes of a report: a service manager of its service, or whoever it was
 * given to when there was none (a deputy, a line manager); the register team when nobody could be found.
 * Source: CASEWORK section 1, triage.
 */
export function mayTriage(
  officer: { readonly id: string; readonly roles: readonly Role[]; readonly service: string },
  report: { readonly service: string; readonly triageOfficerId: string | null },
): boolean {
  if (report.triageOfficerId === officer.id) return true;
  if (report.triageOfficerId === null) return officer.roles.includes("register_team");
  return officer.roles.includes("service_manager") && officer.service === report.service;
}
