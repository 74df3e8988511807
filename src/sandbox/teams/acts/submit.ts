/** Somebody presses an Action.Submit of a message: it opens a dialog, or travels as a message with a value. */
import { z } from "zod";
import type { Outcome, TeamsSubmit } from "../../wire.ts";
import type { Tenant } from "../state.ts";
import { sendActivity } from "../to-bot.ts";
import { done, failed, messageOf } from "./common.ts";
import { openFromCard } from "./open-dialog.ts";

const Hint = z.object({
  msteams: z.looseObject({
    type: z.string(),
    text: z.string().optional(),
    value: z.unknown().optional(),
  }),
});

export async function submit(tenant: Tenant, userId: string, pressed: z.output<typeof TeamsSubmit>): Promise<Outcome> {
  const on = messageOf(tenant, userId, pressed);
  if (on === undefined) return failed("That card is not there any more.");
  const hint = Hint.safeParse(pressed.data).data?.msteams;
  if (hint?.type === "task/fetch") return openFromCard(tenant, userId, pressed);

  const value = hint?.type === "messageBack" ? (hint.value ?? pressed.data) : pressed.data;
  const text = hint?.type === "messageBack" || hint?.type === "imBack" ? (hint.text ?? hint.value) : undefined;
  const said = typeof text === "string" ? { text } : {};
  const delivered = await sendActivity(tenant, on.scene, {
    type: "message",
    value,
    replyToId: pressed.message,
    ...said,
  });
  return delivered.kind === "answered" && delivered.status < 300
    ? done
    : failed("Something went wrong. Please try again.");
}
