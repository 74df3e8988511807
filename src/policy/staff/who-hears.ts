/** Who looks at a report first, and who is told of a serious threat (CASEWORK section 1). */
import { byName, isReachable, type Officer, officerById, type Staff } from "./officer.ts";
import { lineOf, standIn } from "./stand-in.ts";

export type TriageOfficer =
  | { readonly code: "found"; readonly officer: Officer; readonly as: "service_manager" | "deputy" | "line_manager" }
  /** Nobody in the service and nobody in the line can be reached: the register team takes it. */
  | { readonly code: "nobody" };

/** The service manager of that service; else their deputy; else the nearest line manager of the reporter who is present. */
export function triageOfficer(staff: Staff, service: string | null, reporter: string): TriageOfficer {
  const managers = managersOf(staff, service);
  const manager = managers.find(isReachable);
  if (manager) return { code: "found", officer: manager, as: "service_manager" };

  const deputy = managers.map((away) => standIn(staff, away)).find((found) => found?.linked);
  if (deputy) return { code: "found", officer: deputy, as: "deputy" };

  const above = lineAbove(staff, reporter).find(isReachable);
  return above ? { code: "found", officer: above, as: "line_manager" } : { code: "nobody" };
}

/**
 * Everybody a safety alert can go to, in order: service manager, their deputy, then the line above the reporter and
 * above the manager. The first gets it at once, each next one when nobody acknowledged in 15 minutes. Without the
 * reporter, without anybody who cannot be reached; empty when only the register team is left.
 */
export function safetyChain(staff: Staff, service: string | null, reporter: string): Officer[] {
  const managers = managersOf(staff, service);
  const deputies = managers.map(({ deputy }) => officerById(staff, deputy)).filter((found) => found !== undefined);
  const standIns = [...managers, ...deputies].map((officer) => standIn(staff, officer));
  const above = [...lineAbove(staff, reporter), ...managers.flatMap((manager) => lineOf(staff, manager))];
  const chain = [...standIns, ...above].filter((found) => found !== undefined);
  return [...new Set(chain)].filter((officer) => isReachable(officer) && officer.id !== reporter);
}

function managersOf(staff: Staff, service: string | null): Officer[] {
  if (service === null) return [];
  return staff
    .filter(({ roles, service: own }) => own === service && roles.includes("service_manager"))
    .toSorted(byName);
}

function lineAbove(staff: Staff, id: string): Officer[] {
  const officer = officerById(staff, id);
  return officer ? lineOf(staff, officer) : [];
}
