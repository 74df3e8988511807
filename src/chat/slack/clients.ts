/**
 * Two ways to the Web API: one for a person who waits, one for the worker. Neither retries: a retried post after an
 * unclear failure is a second message (PLATFORM 1.8); the ledger decides what is repeated.
 */
import { WebClient, type WebClientOptions } from "@slack/web-api";
import { SILENT } from "./silent.ts";

type Access = {
  readonly botToken: string;
  /** Another Web API address, for tests and the sandbox. */
  readonly apiUrl?: string | undefined;
};
type Clients = { readonly interactive: WebClient; readonly worker: WebClient };

/** A person sees a window within 3 s of the click, so a call made meanwhile must end sooner. */
const INTERACTIVE_MS = 2_000;
const WORKER_MS = 10_000;
/** The SDK gives an untyped error for a 429 that names no wait; this wait is named for it. */
const WAIT_SECONDS = "30";

export function createClients(access: Access): Clients {
  return {
    interactive: new WebClient(access.botToken, clientOptions(access, INTERACTIVE_MS)),
    worker: new WebClient(access.botToken, clientOptions(access, WORKER_MS)),
  };
}

/** The options of every Slack client here; Bolt's own gets them too, so that nothing leaves by another way. */
export function clientOptions({ apiUrl }: Access, timeout = INTERACTIVE_MS): WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/` }),
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: SILENT,
    fetch: (input, init) => patientFetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeout) }),
  };
}

const patientFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const named = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  if (response.status !== 429 || named >= 0) return response;
  const headers = new Headers(response.headers);
  headers.set("retry-after", WAIT_SECONDS);
  return new Response(response.body, { status: 429, headers });
};
