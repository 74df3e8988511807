import { ukDate } from "../../../policy/arrangement/uk-words.ts";
import { bypassOf } from "../../../policy/ladder/bypass.ts";
import type { Assessed } from "../../../usecases/propose/assess.ts";

/** What was done before, and why no more of it: one sentence each. A warning that is on record is never denied. */
export function beforeWords({ row, parts, pack }: Assessed): readonly string[] {
  const taken = parts.steps.map(
    ({ kind, givenOn }) => `${kind === "advice" ? "Asked to moderate" : "Warned"}, ${ukDate(givenOn)}.`,
  );
  const bypass = bypassOf(row.bypass, pack);
  if (!bypass) return taken;
  const leftOut = parts.steps.some(({ kind }) => kind === "warning") ? "No other warning" : "No warning";
  return [...taken, `${leftOut}: ${bypass.words}.${row.bypassReason ? ` ${row.bypassReason}` : ""}`];
}
