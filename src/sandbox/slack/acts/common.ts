/** What every act of a person begins with, and how a failed one reads. */
import type { Delivered } from "../../delivery.ts";
import type { Outcome } from "../../wire.ts";
import { appId } from "../methods/message-shape.ts";
import { handle } from "../methods/people.ts";
import { person, type SlackOptions } from "../state.ts";

export const done: Outcome = { ok: true };
export const failed = (error: string): Outcome => ({ ok: false, error });

/** The part that all interaction payloads share. */
export function actor(options: SlackOptions, id: string) {
  const name = handle(person(options, id)?.name ?? id);
  return {
    user: { id, username: name, name, team_id: options.teamId },
    api_app_id: appId(options.botId),
    token: "sandbox",
    team: { id: options.teamId, domain: "sandbox" },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** What Slack shows when a press was not acknowledged; nothing when it was. */
export function pressOutcome(delivered: Delivered): Outcome {
  if (delivered.kind === "late") return failed("This app did not respond in time (operation_timeout)");
  return delivered.status === 200 ? done : failed(`This app responded with Status Code ${delivered.status}`);
}

/** The JSON of an acknowledgement; undefined when it is empty or not JSON. */
export function ackBody(body: string): unknown {
  try {
    return body === "" ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}
