/** Requests to the local servers. Trouble comes back as a value with words that can be shown. */
import type { Outcome } from "../../wire.ts";

/** Longer than the longest that a chat waits for the bot (15 seconds in Teams). */
const PATIENCE_MS = 25_000;
const AWAY = "The sandbox cannot be reached. Check that it is still running, then try again.";

/** Reads JSON, or gives back nothing when the server is away. */
export async function get<T>(path: string): Promise<T | undefined> {
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Does something as a person. A server that is away, slow or strange reads as a failed outcome. */
export async function post<T extends { readonly ok: boolean } = Outcome>(
  path: string,
  body: unknown,
): Promise<T | Failed> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return (await response.json()) as T;
  } catch (error) {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    return {
      ok: false,
      error: late ? "Nothing came back in time. Check the conversation before you try again." : AWAY,
    };
  }
}

export type Failed = { readonly ok: false; readonly error: string };

/** Reads JSON by POST (options of a menu that the bot fills). */
export async function ask<T extends object>(path: string, body: unknown): Promise<T | undefined> {
  const answer: object = await post(path, body);
  return "error" in answer ? undefined : (answer as T);
}
