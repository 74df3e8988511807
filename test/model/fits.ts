/** Whether what the product said is what the model allows. */
import type { Answer } from "./model/world.ts";

/** Gates are named all together; any other reason that applies will do. */
export function fits(outcome: string, answer: Answer): boolean {
  if (answer.code === "accepted") return outcome === "accepted";
  const gates = answer.reasons.filter((reason) => reason.startsWith("gate:"));
  if (outcome.startsWith("gate:")) return outcome === gates.toSorted().join();
  return answer.reasons.includes(outcome);
}

export const words = (answer: Answer): string =>
  answer.code === "accepted" ? "accepted" : `refused because of ${answer.reasons.join(" or ")}`;
