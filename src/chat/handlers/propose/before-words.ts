import { ukDate } from "../../../policy/arrangement/uk-words.ts";
import type { Assessed } from "../../../usecases/propose/assess.ts";

/** What was done before, or why not: one sentence each. */
export function beforeWords({ row, parts, pack }: Assessed): readonly string[] {
  const bypass = pack.bypass.value.find(({ code }) => code === row.bypass);
  if (bypass) return [`No warning: ${bypass.words}.${row.bypassReason ? ` ${row.bypassReason}` : ""}`];
  return parts.steps.map(
    ({ kind, givenOn }) => `${kind === "advice" ? "Asked to moderate" : "Warned"}, ${ukDate(givenOn)}.`,
  );
}
