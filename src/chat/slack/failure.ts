/** How a call to the Web API failed, in fixed codes: Slack's own texts go no further than this file. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import type { Delivery } from "../messenger.ts";

type Failure = Exclude<Delivery, { readonly kind: "posted" }>;

/** Slack's answers that nobody but a person can mend, by the reason the ledger keeps. A table. */
const REASONS: Readonly<Record<string, string>> = {
  not_in_channel: "not_in_channel",
  // What Slack says of a private channel that the bot is not in.
  channel_not_found: "not_in_channel",
  is_archived: "archived",
  user_not_found: "person_not_found",
  user_disabled: "person_not_found",
  cannot_dm_bot: "person_not_found",
  user_not_visible: "person_not_found",
  messages_tab_disabled: "person_unreachable",
  invalid_auth: "token_invalid",
  not_authed: "token_invalid",
  token_revoked: "token_invalid",
  token_expired: "token_invalid",
  account_inactive: "token_invalid",
  org_login_required: "token_invalid",
  missing_scope: "scope_missing",
  restricted_action: "posting_restricted",
  restricted_action_read_only_channel: "posting_restricted",
  restricted_action_thread_only_channel: "posting_restricted",
  restricted_action_non_threadable_channel: "posting_restricted",
  ekm_access_denied: "posting_restricted",
  message_not_found: "message_gone",
  cant_update_message: "message_locked",
  edit_window_closed: "message_locked",
  update_failed: "message_locked",
  no_text: "message_invalid",
  msg_too_long: "message_invalid",
  msg_blocks_too_long: "message_invalid",
  invalid_blocks: "message_invalid",
  invalid_blocks_format: "message_invalid",
  invalid_arguments: "message_invalid",
  invalid_metadata_format: "message_invalid",
};

/** Slack answered, but not whether it did it. */
const UNCLEAR = ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"];
/** The request never left: nobody listened, or no such host. */
const UNSENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];
const UNSENT_WAIT_MS = 5_000;

/** The end of a failed post or update, as messenger.ts words it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { kind: "busy", retryAfterMs: error.retryAfter * 1_000 };
  const code = slackError(error);
  if (code === "ratelimited") return { kind: "busy", retryAfterMs: UNSENT_WAIT_MS };
  if (UNSENT.includes(code)) return { kind: "busy", retryAfterMs: UNSENT_WAIT_MS };
  if (!(error instanceof WebAPIPlatformError) || UNCLEAR.includes(code)) return { kind: "unknown", reason: code };
  return { kind: "refused", reason: REASONS[code] ?? "refused_by_slack" };
}

/** Slack's code for a failure, or one of ours; safe to log. */
export function slackError(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return /^[a-z_]{1,60}$/.test(error.data.error) ? error.data.error : "other";
  if (error instanceof WebAPIRateLimitedError) return "ratelimited";
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  return error instanceof WebAPIRequestError ? connectionCode(error.original) : "unreadable_answer";
}

function connectionCode({ name, cause }: Error): string {
  if (name === "TimeoutError" || name === "AbortError") return "timed_out";
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" && UNSENT.includes(code) ? code : "connection_lost";
}
