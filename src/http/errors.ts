/** What is not a route, and what went wrong: JSON, and never a stack trace or an SQL text (DESIGN decision 12). */
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";

export const notFound: RequestHandler = (_request, response) => {
  response.status(404).json({ error: "there is nothing at this address" });
};

/** Faults of the request keep their status (a body too large, not JSON); everything else is 500. */
export function failed(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500)
      log.error({ code: "request-failed", name: error instanceof Error ? error.name : "unknown" }, "a request failed");
    response
      .status(status)
      .json({ error: status >= 500 ? "something went wrong on our side" : "the request cannot be read" });
  };
}

function statusOf(error: unknown): number {
  const status: unknown = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
