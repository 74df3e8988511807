/** Contacts over HTTP, as a phone system sends them, and what becomes of each. */
import { z } from "zod";
import { type DayContact, requestOf } from "./day.ts";

export type Door = { readonly url: string; readonly token: string };

/** `alert`: of a contact that was accepted or sent before; null when it raised none. */
export type Answer =
  | { readonly code: "accepted" | "duplicate"; readonly outcome: string; readonly alert: string | null }
  | { readonly code: "failed"; readonly why: string };

const Body = z.object({
  results: z.tuple([
    z.object({ status: z.enum(["accepted", "duplicate"]), outcome: z.string(), alertId: z.string().nullable() }),
  ]),
});

/** Sends one contact in a request of its own. Any refusal or fault of the network has failed. */
export async function sendOne({ url, token }: Door, { contact }: DayContact): Promise<Answer> {
  try {
    const response = await fetch(`${url}/v1/contacts`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(requestOf([contact])),
    });
    if (!response.ok) return { code: "failed", why: `HTTP ${response.status}` };
    const { status, outcome, alertId } = Body.parse(await response.json()).results[0];
    return { code: status, outcome, alert: alertId };
  } catch (error) {
    return { code: "failed", why: error instanceof Error ? error.name : "unknown" };
  }
}
