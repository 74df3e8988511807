/** "Simulate a contact": what the page asks for goes to the bot's own intake, with the token kept on this side. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { SimulatedAnswer } from "./facts.ts";

/** Where contacts of one council are handed in. `source` is the one that the token is bound to; `now` the product's clock. */
export type Intake = {
  readonly url: string;
  readonly token: string;
  readonly source: string;
  readonly now: () => Date;
};

export const Simulated = z.object({ council: z.string().min(1), contact: z.record(z.string(), z.unknown()) });

/** Longer than the bot's own limits: when it passes, the bot is not there. */
const PATIENCE_MS = 10_000;

/** Sends one contact that happens now. `ok` says only that the bot answered; its own status and body go back as they are. */
export async function sendContact(
  intake: Intake,
  contact: Readonly<Record<string, unknown>>,
): Promise<SimulatedAnswer> {
  const now = { id: randomUUID(), occurredAt: intake.now().toISOString() };
  try {
    const response = await fetch(intake.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${intake.token}` },
      body: JSON.stringify({ source: intake.source, contacts: [{ ...now, ...contact }] }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { ok: true, status: response.status, body: await bodyOf(response) };
  } catch {
    return { ok: false, error: "The bot did not answer, so the contact was not handed in. Try again in a moment." };
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
