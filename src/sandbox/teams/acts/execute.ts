/** Somebody presses an Action.Execute of a message (PLATFORM.md 2.2, 2.3). */
import { z } from "zod";
import type { Outcome, TeamsExecute } from "../../wire.ts";
import { AdaptiveCard } from "../cards.ts";
import type { CardContent, Tenant } from "../state.ts";
import { invoke } from "../to-bot.ts";
import { done, failed, invokeError, json, messageOf, type OnMessage } from "./common.ts";

const Answer = z.union([
  z.object({
    statusCode: z.literal(200),
    type: z.literal("application/vnd.microsoft.card.adaptive"),
    value: AdaptiveCard,
  }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal("application/vnd.microsoft.activity.message"),
    value: z.string().min(1),
  }),
  z.object({
    statusCode: z.number().int().min(400),
    type: z.literal("application/vnd.microsoft.error"),
    value: z.object({ code: z.string(), message: z.string() }),
  }),
]);
type Answer = z.infer<typeof Answer>;

const read = (body: string): Answer | undefined => Answer.safeParse(json(body)).data;

/** The answer changes only this person's view of the card, or says something to them. */
export async function execute(
  tenant: Tenant,
  userId: string,
  pressed: z.output<typeof TeamsExecute>,
): Promise<Outcome> {
  const on = messageOf(tenant, userId, pressed);
  if (on === undefined) return failed("That card is not there any more.");
  const { verb, data, id } = pressed;
  const action = { type: "Action.Execute", verb, data, ...(id !== undefined && { id }) };
  const what = { name: "adaptiveCard/action", value: { action, trigger: "manual" }, replyToId: pressed.message };
  const invoked = await invoke(tenant, on.scene, { what, read });
  // botbuilder repeats the statusCode of an error answer as the HTTP status.
  const answer =
    invoked.kind === "failed" ? read(invoked.body) : invoked.kind === "answered" ? invoked.answer : undefined;
  if (answer !== undefined) return shown(tenant, on, answer);
  return invoked.kind === "answered" ? done : invokeError(invoked);
}

function shown(tenant: Tenant, on: OnMessage, answer: Answer): Outcome {
  switch (answer.type) {
    case "application/vnd.microsoft.card.adaptive":
      return replaceFor(tenant, on, answer.value);
    case "application/vnd.microsoft.activity.message":
      return { ok: true, said: answer.value };
    case "application/vnd.microsoft.error":
      return failed(answer.value.message);
  }
}

function replaceFor(tenant: Tenant, { scene, message }: OnMessage, card: CardContent): Outcome {
  message.body = { ...message.body, personal: { ...message.body.personal, [scene.who.userId]: card } };
  tenant.changes.bump();
  return done;
}
