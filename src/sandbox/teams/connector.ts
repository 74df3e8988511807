/** The Bot Connector: how the bot writes. Sizes, rates and faults in one place; each route is a line of a table. */
import express, { type Request, type Response, type Router } from "express";
import { answer, type FaultWords, type Reply } from "../answer.ts";
import { createRates } from "../rates.ts";
import { createConversation, postActivity, putActivity, removeActivity } from "./connector/activities.ts";
import { failure } from "./connector/failure.ts";
import { allMembers, oneMember, pagedMembers, team, teamChannels } from "./connector/rosters.ts";
import { MEMBER_RATES, MESSAGE_BYTES, SEND_RATES } from "./limits.ts";
import { roomOf, type Tenant } from "./state.ts";

export type Asked = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};
type Run = (tenant: Tenant, asked: Asked) => Reply;

/** Route, the call's name for faults and the log, and what it does. */
const ROUTES: readonly (readonly [verb: "get" | "post" | "put" | "delete", path: string, call: string, run: Run])[] = [
  ["post", "/v3/conversations", "POST conversations", createConversation],
  ["post", "/v3/conversations/:conversation/activities", "POST activities", postActivity],
  ["post", "/v3/conversations/:conversation/activities/:activity", "POST activities", postActivity],
  ["put", "/v3/conversations/:conversation/activities/:activity", "PUT activity", putActivity],
  ["delete", "/v3/conversations/:conversation/activities/:activity", "DELETE activity", removeActivity],
  ["get", "/v3/conversations/:conversation/members", "GET members", allMembers],
  ["get", "/v3/conversations/:conversation/pagedmembers", "GET members", pagedMembers],
  ["get", "/v3/conversations/:conversation/members/:member", "GET member", oneMember],
  ["get", "/v3/teams/:team", "GET team", team],
  ["get", "/v3/teams/:team/conversations", "GET team", teamChannels],
];

const words: FaultWords = {
  rateLimited: (seconds) => ({
    ...failure(429, "TooManyRequests", "Too many requests"),
    headers: { "retry-after": String(seconds) },
  }),
  broken: failure(500, "ServiceError", "An error occurred"),
};

export function openConnector(router: Router, tenant: Tenant): void {
  const limited = rateLimits(tenant);
  router.use("/v3", express.json({ limit: "4mb" }));
  for (const [verb, path, call, run] of ROUTES) {
    router[verb](path, async (request: Request, response: Response) => {
      const params = request.params as Record<string, string>;
      const conversation = roomOf(tenant, params["conversation"] ?? "")?.id;
      const fault = tenant.faults.take({ call, conversation });
      const checked = (): Reply => {
        if (tooBig(request.body)) return failure(413, "MessageSizeTooBig", "Message size too large.");
        const wait = limited(call, conversation);
        return wait > 0 ? words.rateLimited(wait) : run(tenant, { params, query: request.query, body: request.body });
      };
      await answer(response, words, { fault, run: checked });
    });
  }
}

function tooBig(body: unknown): boolean {
  return (JSON.stringify(body) ?? "").length * 2 > MESSAGE_BYTES;
}

function rateLimits({ options }: Tenant): (call: string, conversation: string | undefined) => number {
  const sends = createRates(SEND_RATES);
  const members = createRates(MEMBER_RATES);
  return (call, conversation) => {
    if (options.rates === false || conversation === undefined) return 0;
    return call.startsWith("GET") ? members(conversation) : sends(conversation);
  };
}
