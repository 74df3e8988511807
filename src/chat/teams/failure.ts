/** How a call to the connector failed, in fixed codes: Teams' own texts go no further than this file. */
import { z } from "zod";
import type { Delivery } from "../messenger.ts";

export type Failure = Exclude<Delivery, { readonly kind: "posted" }>;

/** Teams' answers that nobody but a person can mend, by the reason the ledger keeps. A table. */
const REASONS: Readonly<Record<string, string>> = {
  BotNotInConversationRoster: "not_in_channel",
  // What Teams says of a channel or a chat that the bot was taken out of.
  ConversationNotFound: "not_in_channel",
  MessageWritesBlocked: "person_unreachable",
  ConversationBlockedByUser: "person_unreachable",
  BotDisabledByAdmin: "app_disabled",
  ActivityNotFoundInConversation: "message_gone",
  MessageSizeTooBig: "message_invalid",
  BadSyntax: "message_invalid",
  BadArgument: "message_invalid",
};

const STATUSES: Readonly<Record<number, string>> = {
  400: "message_invalid",
  401: "token_invalid",
  413: "message_invalid",
};

/** Teams' throttling says 412 too, and names no wait (PLATFORM 2.7). */
const UNNAMED_WAIT_MS = 5_000;
/** The request never left: nobody listened, or no such host. */
const UNSENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];

export const notSent = { kind: "busy", retryAfterMs: UNNAMED_WAIT_MS } as const satisfies Failure;
export const refused = (reason: string): Failure => ({ kind: "refused", reason });

const Refusal = z.object({ error: z.object({ code: z.string() }) });

type Answered = { readonly status: number; readonly retryAfter: string | null; readonly body: unknown };

/** The end of a call that was answered with something other than success. */
export function failureOfAnswer({ status, retryAfter, body }: Answered): Failure {
  if (status === 429 || status === 412) return { kind: "busy", retryAfterMs: waitOf(retryAfter) };
  if (status < 400 || status >= 500) return { kind: "unknown", reason: `http_${status}` };
  const code = Refusal.safeParse(body).data?.error.code ?? "";
  return refused(REASONS[code] ?? STATUSES[status] ?? "refused_by_teams");
}

/** The end of a call that was not answered. */
export function failureOfSilence(error: unknown): Failure {
  if (!(error instanceof Error)) return { kind: "unknown", reason: "connection_lost" };
  if (error.name === "TimeoutError") return { kind: "unknown", reason: "timed_out" };
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" && UNSENT.includes(code) ? notSent : { kind: "unknown", reason: "connection_lost" };
}

/** A short code for the log. */
export function codeOf(failure: Failure): string {
  return failure.kind === "busy" ? "busy" : failure.reason;
}

function waitOf(retryAfter: string | null): number {
  const seconds = Number.parseInt(retryAfter ?? "", 10);
  return seconds >= 0 ? seconds * 1_000 : UNNAMED_WAIT_MS;
}
