/** Only this machine may talk to the sandbox: it holds no secrets, but it can press Approve as anybody. */
import type { RequestHandler } from "express";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Refuses with 403 a Host or Origin that is not loopback, and whatever came through a proxy (DESIGN section 6). */
export const onlyLoopback: RequestHandler = (request, response, next) => {
  const { host, origin } = request.headers;
  const local = isLoopback(`http://${host ?? ""}`) && (origin === undefined || isLoopback(origin));
  const proxied = Object.keys(request.headers).some((name) => name === "forwarded" || name.startsWith("x-forwarded-"));
  if (local && !proxied) return next();
  response.status(403).json({ ok: false, error: "The sandbox answers this machine only." });
};

function isLoopback(address: string): boolean {
  return URL.canParse(address) && LOOPBACK.has(new URL(address).hostname);
}
