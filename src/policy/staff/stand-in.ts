/** Who stands in for somebody who is away. */
import { type Officer, officerById, type Staff } from "./officer.ts";

/**
 * The officer themselves when present; else the first present one along the chain of deputies. `undefined` when the
 * chain ends or turns back on itself (CASEWORK section 4: chains followed at the moment of sending, cycles refused).
 */
export function standIn(staff: Staff, officer: Officer): Officer | undefined {
  const passed = new Set<string>();
  let now: Officer | undefined = officer;
  while (now !== undefined && now.status !== "active") {
    if (passed.has(now.id)) return undefined;
    passed.add(now.id);
    now = officerById(staff, now.deputy);
  }
  return now;
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
