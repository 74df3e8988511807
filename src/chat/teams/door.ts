/** `POST /api/messages`: the guard, then botbuilder, then the act; every error is JSON and holds a code only. */
import type { InvokeResponse, Activity as VendorActivity } from "botbuilder";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import { errorName, type Log } from "../log.ts";
import type { TurnAdapter } from "./adapter.ts";
import { beginTurn } from "./begin-turn.ts";
import type { Front } from "./front.ts";
import { onlyPossible, type Refused, readActivity, refuse } from "./guard.ts";
import type { AddressRule } from "./service-address.ts";

export type Door = {
  readonly front: Front;
  readonly adapter: TurnAdapter;
  /** The bot; `undefined` in a local tenant. */
  readonly appId: string | undefined;
  readonly allowed: AddressRule;
};

const MESSAGES = "/api/messages";
/** More than Teams sends: a message of 100 KB in UTF-16, escaped. */
const BODY_LIMIT = "1mb";
/** The desk answers within 2.5 s; Teams asks a second time after three, and a dialog cannot be drawn anew. */
const ANSWER_MS = 2_700;

const FOREIGN: Refused = { status: 403, error: "tenant_not_allowed" };
const NOT_AUTHENTIC: Refused = { status: 401, error: "not_authentic" };
const NO_KEYS: Refused = { status: 503, error: "keys_unreachable" };
const BROKEN: Refused = { status: 500, error: "failed" };

export function openDoor(app: Express, door: Door): void {
  const { inFlight, log } = door.front;
  app.post(MESSAGES, onlyPossible(door.appId, log), express.json({ limit: BODY_LIMIT }), (request, response) =>
    inFlight.track(async () => {
      const end = await receive(door, request);
      if ("error" in end) refuse(response, log, end);
      else answer(response, end);
    }),
  );
  app.use(MESSAGES, unreadable(log));
}

/** How a request ended: what botbuilder would answer, or why not. */
async function receive({ front, adapter, allowed }: Door, request: Request): Promise<InvokeResponse | Refused> {
  const until = performance.now() + ANSWER_MS;
  const activity = readActivity(request.body, allowed);
  if ("error" in activity) return activity;

  let verified = false;
  let foreign = false;
  try {
    const sent = { authorization: request.headers.authorization ?? "", activity: request.body as VendorActivity };
    const invoked = await adapter.take(sent, async () => {
      verified = true;
      const handler = await beginTurn(front, activity, until);
      foreign = handler === undefined;
      return handler;
    });
    return foreign ? FOREIGN : (invoked ?? { status: 200 });
  } catch (error) {
    if (!verified) return unverified(error);
    front.log.error({ error: errorName(error) }, "teams-turn-failed");
    return BROKEN;
  }
}

/** A token that does not hold; or keys that could not be had to tell. */
function unverified(error: unknown): Refused {
  const bad = ["JsonWebTokenError", "TokenExpiredError", "NotBeforeError"].includes(errorName(error));
  const denied = error instanceof Error && "statusCode" in error && error.statusCode === 401;
  return bad || denied ? NOT_AUTHENTIC : NO_KEYS;
}

function answer(response: Response, { status, body }: InvokeResponse): void {
  response.status(status);
  if (body === undefined) response.end();
  else response.json(body);
}

/** A body that is too large, or no JSON. */
function unreadable(log: Log): ErrorRequestHandler {
  return (error: { readonly status?: number }, _request, response, _next) => {
    const large = error.status === 413;
    refuse(response, log, large ? { status: 413, error: "too_large" } : { status: 400, error: "bad_request" });
  };
}
