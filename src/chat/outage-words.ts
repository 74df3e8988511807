/** What is said while the register is away. */
import type { Answer } from "./desk.ts";
import { refused } from "./handlers/handler.ts";

export const UNAVAILABLE = refused({ code: "unavailable" });
const UNCONFIRMED = refused({ code: "unconfirmed" });

/** What an error says of the database: away, or the answer to COMMIT lost; nothing when it is a bug. */
export type Outage = (error: unknown) => "unavailable" | "unconfirmed" | undefined;

/** An outage has words of its own; told it failed means that nothing was written (DESIGN decision 4). A bug goes on. */
export async function answering(outage: Outage, answer: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    const code = outage(error);
    if (code === undefined) throw error;
    return code === "unavailable" ? UNAVAILABLE : UNCONFIRMED;
  }
}

/** A check that was not made is never silence, and never "nothing to keep to" (DESIGN section 7). */
export function saidAsNotChecked(answer: Answer): Answer {
  return answer === UNAVAILABLE || answer === UNCONFIRMED ? refused({ code: "not-checked" }) : answer;
}
