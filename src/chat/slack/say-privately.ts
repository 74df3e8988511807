/** A few words under a message, to the person who acted on it and to nobody else. */
import type { RespondFn } from "@slack/bolt";
import type { Log } from "../log.ts";
import { slackError } from "./failure.ts";

/** The last way to reach the person; never throws. The address it uses is a secret: it is not logged. */
export async function sayPrivately(
  respond: RespondFn | undefined,
  { text, log }: { readonly text: string; readonly log: Log },
): Promise<void> {
  try {
    await respond?.({ response_type: "ephemeral", replace_original: false, text });
  } catch (error) {
    log.warn({ reason: slackError(error) }, "slack-person-not-told");
  }
}
