import type { Officer } from "./officer.ts";

/** Their own place, and those of the people for whom they stand in at this moment. */
export function seatsOf(officer: Officer & { readonly actsFor: readonly Officer[] }): readonly Officer[] {
  return [officer, ...officer.actsFor];
}
