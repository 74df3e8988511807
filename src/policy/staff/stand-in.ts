/** Who stands in for somebody who is away. */
import { type Officer, officerById, type Staff } from "./officer.ts";

export type StandIn =
  | { readonly code: "present"; readonly officer: Officer }
  /** The chain ends with somebody who is away and has no deputy. */
  | { readonly code: "nobody" }
  /** The deputies are all away and name each other; by id, from the first to the one who leads back. */
  | { readonly code: "cycle"; readonly through: readonly string[] };

/** The officer when present; else the first present one along the chain of deputies, as it is now (CASEWORK section 4). */
export function followDeputies(staff: Staff, officer: Officer): StandIn {
  const passed: string[] = [];
  let now: Officer | undefined = officer;
  while (now !== undefined && now.status !== "active") {
    if (passed.includes(now.id)) return { code: "cycle", through: passed.slice(passed.indexOf(now.id)) };
    passed.push(now.id);
    now = officerById(staff, now.deputy);
  }
  return now ? { code: "present", officer: now } : { code: "nobody" };
}

/** The same without a reason: `undefined` when the chain ends, or turns back on itself. */
export function standIn(staff: Staff, officer: Officer): Officer | undefined {
  const found = followDeputies(staff, officer);
  return found.code === "present" ? found.officer : undefined;
}

/** The line managers of somebody, the nearest first, each once. */
export function lineOf(staff: Staff, officer: Officer): Officer[] {
  const line: Officer[] = [];
  let above = officerById(staff, officer.lineManager);
  while (above !== undefined && above.id !== officer.id && !line.includes(above)) {
    line.push(above);
    above = officerById(staff, above.lineManager);
  }
  return line;
}
