/** Slack's Web API: token, rates and faults in one place; each method is a line of a table. */
import type { Request, Response } from "express";
import { answer, type FaultWords, type Reply } from "../answer.ts";
import { createRates } from "../rates.ts";
import { TIERS } from "./limits.ts";
import { chat } from "./methods/chat.ts";
import { conversations } from "./methods/conversations.ts";
import { type Answer, type Method, refused } from "./methods/method.ts";
import { people } from "./methods/people.ts";
import { views } from "./methods/views.ts";
import { roomFor, type Workspace } from "./state.ts";

const METHODS: Readonly<Record<string, Method>> = { ...chat, ...conversations, ...people, ...views };

/** How Slack says that it is busy, or broken. */
export const faultWords: FaultWords = {
  rateLimited: (seconds) => ({
    status: 429,
    headers: { "retry-after": String(seconds) },
    body: { ok: false, error: "ratelimited" },
  }),
  broken: { status: 500, body: { ok: false, error: "internal_error" } },
};

/** The handler of POST and GET /api/:method. */
export function webApi(workspace: Workspace) {
  const limited = rateLimits(workspace);
  return async (request: Request, response: Response) => {
    const call = String(request.params["method"]);
    const args: Record<string, unknown> = { ...request.query, ...(request.body as object | undefined) };
    const conversation = typeof args["channel"] === "string" ? roomFor(workspace, args["channel"])?.id : undefined;
    const fault = workspace.faults.take({ call, conversation });
    const run = (): Reply => {
      if (!authorised(workspace, request, args)) return { status: 200, body: refused("invalid_auth") };
      const wait = limited(call, conversation);
      return wait > 0 ? faultWords.rateLimited(wait) : { status: 200, body: callMethod(workspace, call, args) };
    };
    await answer(response, faultWords, { fault, run });
  };
}

function callMethod(workspace: Workspace, call: string, { token: _token, ...args }: Record<string, unknown>): Answer {
  const method = METHODS[call];
  if (method === undefined) return refused("unknown_method");
  const checked = method.args.safeParse(args);
  if (checked.success) return method.run(workspace, args);
  return refused(
    "invalid_arguments",
    checked.error.issues.map((issue) => `[ERROR] ${issue.message} [json-pointer:/${issue.path.join("/")}]`),
  );
}

function authorised({ options }: Workspace, request: Request, args: Record<string, unknown>): boolean {
  return request.headers.authorization === `Bearer ${options.botToken}` || args["token"] === options.botToken;
}

/** Seconds to wait: about one message a second in each channel after a short burst, and the tiers when asked for. */
function rateLimits({ options }: Workspace): (call: string, conversation: string | undefined) => number {
  const burst = options.burst ?? 5;
  const posts = createRates([{ count: burst, seconds: burst }]);
  const tiers = new Map(Object.entries(TIERS).map(([call, count]) => [call, createRates([{ count, seconds: 60 }])]));
  return (call, conversation) => {
    if (call === "chat.postMessage" && conversation !== undefined) return posts(conversation);
    return options.tiers === true ? (tiers.get(call)?.(call) ?? 0) : 0;
  };
}
