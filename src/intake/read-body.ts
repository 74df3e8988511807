/** Reads the JSON of one request, bounded in size. */
import { json, type Request, type Response } from "express";
import type { Refusal } from "./refusal.ts";

/**
 * Compressed bodies are refused: a small one may unfold into gigabytes. Any JSON is read: "strict" would say of `null`
 * that it is none.
 */
const parse = json({ limit: "4mb", inflate: false, strict: false, type: "application/json" });

/** The body, or why it is not read. */
export async function readBody(
  request: Request,
  response: Response,
): Promise<{ readonly code: "read"; readonly json: unknown } | Refusal> {
  if (!request.is("application/json")) return { code: "not-json" };
  const error = await new Promise<unknown>((resolve) => {
    parse(request, response, resolve);
  });
  return error === undefined ? { code: "read", json: request.body as unknown } : refusalOf(error);
}

/** What went wrong, by the status that the parser gives it. */
function refusalOf(error: unknown): Refusal {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  if (status === 413) return { code: "too-large" };
  if (status === 415) return { code: "not-json" };
  if (status === 400) return { code: "not-the-shape", errors: [{ path: "", message: "must be valid JSON" }] };
  throw error;
}
