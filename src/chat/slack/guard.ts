/** What stands in front of Bolt: requests from the future, and answers without a body. */
import type { RequestHandler } from "express";
import type { Log } from "../log.ts";

const WINDOW_SECONDS = 300;

/**
 * Refuses with 401 a request dated more than five minutes before or after now. Bolt refuses only the old ones
 * (PLATFORM 1.2). It reads the machine's clock, as Slack's own signature does, never the product's.
 */
export const onlyRecent: RequestHandler = (request, response, next) => {
  const sent = Number(request.headers["x-slack-request-timestamp"] ?? Number.NaN);
  if (Math.abs(Date.now() / 1000 - sent) <= WINDOW_SECONDS) return next();
  response.status(401).send();
};

const CODES: Readonly<Record<number, string>> = { 400: "bad_request", 401: "not_authentic", 413: "too_large" };

/** Bolt refuses with an empty body; every error of this server is JSON, and leaves a line in the log. */
export function jsonErrors(log: Log): RequestHandler {
  return (_request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body?: unknown) => {
      if (body !== undefined || response.statusCode < 400) return send(body);
      log.warn({ status: response.statusCode }, "slack-request-refused");
      return response.json({ error: CODES[response.statusCode] ?? "refused" });
    };
    next();
  };
}
