/** Why a proposal with the seniors cannot be approved, as the record keeps it (CASEWORK sections 2 and 4). */
import { z } from "zod";

/** Codes and a count: the audit holds no more. */
export const StuckReasons = z.object({
  /** The gates that hold it. */
  gates: z.array(z.string()),
  /** How many fewer may decide than must approve. */
  lacking: z.number(),
});
export type StuckReasons = z.infer<typeof StuckReasons>;

/** What is not recorded yet, each reason once in a round; `undefined` when all of it is. */
export function newReasons(now: StuckReasons, recorded: readonly StuckReasons[]): StuckReasons | undefined {
  const gates = now.gates.filter((gate) => !recorded.some((before) => before.gates.includes(gate)));
  const lacking = recorded.some((before) => before.lacking > 0) ? 0 : now.lacking;
  return gates.length > 0 || lacking > 0 ? { gates, lacking } : undefined;
}
