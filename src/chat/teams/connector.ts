/**
 * The Bot Connector's REST API, as far as this product uses it. Plain requests: one attempt each, with an end in time,
 * and no redirect that would carry the token elsewhere.
 */

import { type Failure, failureOfAnswer, failureOfSilence, refused } from "./failure.ts";
import type { AddressRule } from "./service-address.ts";
import type { Token, Tokens } from "./token.ts";

export type Call = {
  readonly method: "GET" | "POST" | "PUT";
  readonly serviceUrl: string;
  /** After the service address, each part encoded: `/v3/…`. */
  readonly path: string;
  readonly body?: unknown;
};
export type Reply = { readonly kind: "answered"; readonly body: unknown } | Failure;

/** Makes one call and says how it ended. Never throws. */
export type Connector = (call: Call) => Promise<Reply>;

export type Access = {
  readonly tokens: Tokens;
  readonly allowed: AddressRule;
  /** Milliseconds a call may take. */
  readonly patience: number;
};

export function createConnector({ tokens, allowed, patience }: Access): Connector {
  return async (call) => {
    if (!allowed(call.serviceUrl)) return refused("service_address_not_allowed");
    const token = await tokens.current();
    if (token.kind !== "token") return token;
    const reply = await send(call, token, patience);
    if (reply.kind === "refused" && reply.reason === "token_invalid") tokens.forget();
    return reply;
  };
}

async function send(call: Call, token: Token, patience: number): Promise<Reply> {
  try {
    const response = await fetch(`${call.serviceUrl.replace(/\/+$/, "")}${call.path}`, {
      method: call.method,
      headers: headersOf(token),
      signal: AbortSignal.timeout(patience),
      redirect: "error",
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    const body = json(await response.text());
    if (response.ok) return { kind: "answered", body };
    return failureOfAnswer({ status: response.status, retryAfter: response.headers.get("retry-after"), body });
  } catch (error) {
    return failureOfSilence(error);
  }
}

function headersOf({ authorization }: Token): Record<string, string> {
  return {
    "content-type": "application/json; charset=utf-8",
    accept: "application/json",
    ...(authorization === undefined ? {} : { authorization }),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
