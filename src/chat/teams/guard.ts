/**
 * What stands in front of botbuilder (PLATFORM 2.8): the holes in it that are known are closed here, cheaply and before
 * anything is read, looked up or remembered. It verifies no signature; botbuilder does that next.
 */
import type { Request, RequestHandler, Response } from "express";
import { z } from "zod";
import type { Log } from "../log.ts";
import { Activity, tenantsOf } from "./activity.ts";
import { ISSUER } from "./adapter.ts";
import { type AddressRule, isLoopback } from "./service-address.ts";

export type Refused = { readonly status: number; readonly error: string };

const NOT_AUTHENTIC: Refused = { status: 401, error: "not_authentic" };
const NOT_LOCAL: Refused = { status: 403, error: "local_only" };
const BAD_REQUEST: Refused = { status: 400, error: "bad_request" };
const BAD_ADDRESS: Refused = { status: 403, error: "service_address_not_allowed" };
const NO_TENANT: Refused = { status: 403, error: "tenant_not_allowed" };

/** Answers with a code and no detail, and leaves a line in the log. */
export function refuse(response: Response, log: Log, { status, error }: Refused): void {
  log.warn({ status, reason: error }, "teams-request-refused");
  response.status(status).json({ error });
}

/** Lets through what its headers make possible: a token for this bot, or this machine when nothing is signed. */
export function onlyPossible(appId: string | undefined, log: Log): RequestHandler {
  return (request, response, next) => {
    const fault = appId === undefined ? localFault(request) : tokenFault(request, appId);
    if (fault === undefined) next();
    else refuse(response, log, fault);
  };
}

const Claims = z.object({ iss: z.string(), aud: z.string() });

/**
 * The emulator's way in is open in botbuilder, for any tenant's token, and each unknown one makes it grow: only a token
 * that says it is the Bot Service's own, for this bot, goes on (points 4 and 5).
 */
function tokenFault({ headers }: Request, appId: string): Refused | undefined {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(headers.authorization ?? "") ?? [];
  const claims = Claims.safeParse(json(Buffer.from(payload ?? "", "base64url").toString())).data;
  return claims?.iss === ISSUER && claims.aud === appId ? undefined : NOT_AUTHENTIC;
}

/** Without credentials anybody who reaches the port is believed, so nobody from outside may (DESIGN section 6). */
function localFault({ headers }: Request): Refused | undefined {
  const forwarded = Object.keys(headers).some((name) => name === "forwarded" || name.startsWith("x-forwarded-"));
  const named = [`http://${headers.host ?? ""}`, headers.origin ?? "http://localhost"];
  const local = named.every((address) => URL.canParse(address) && isLoopback(new URL(address).hostname));
  return local && !forwarded ? undefined : NOT_LOCAL;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The activity in a body, when it may be looked at: well formed, of a tenant, from an address of Teams (points 2, 3). */
export function readActivity(body: unknown, allowed: AddressRule): Activity | Refused {
  const addressed = z.object({ serviceUrl: z.string() }).safeParse(body).data;
  if (typeof body === "object" && body !== null && !allowed(addressed?.serviceUrl ?? "")) return BAD_ADDRESS;
  const activity = Activity.safeParse(body).data;
  if (activity === undefined) return BAD_REQUEST;
  return tenantsOf(activity).length === 0 ? NO_TENANT : activity;
}
