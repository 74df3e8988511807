/** Who can change the staff list in the chat now: without anybody, only a world file can (DESIGN decision 8). */
import { isReachable, type Officer } from "./officer.ts";

/** The administrators who are here and have a linked account. */
export function administrators(staff: readonly Officer[]): readonly Officer[] {
  return staff.filter((officer) => isReachable(officer) && officer.roles.includes("administrator"));
}
