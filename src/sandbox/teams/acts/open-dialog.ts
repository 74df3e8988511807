/** A dialog is opened by a card's Action.Submit, or by a message-extension command. */
import { z } from "zod";
import type { Outcome, TeamsExtension } from "../../wire.ts";
import type { Origin } from "../dialogs.ts";
import { directId, person, type Tenant } from "../state.ts";
import { type Invoke, invoke } from "../to-bot.ts";
import { done, failed, invokeError, json } from "./common.ts";
import { CONTEXT, extensionValue, originScene, show, Task } from "./task.ts";

const Opened = z.object({ task: Task });
/** task/fetch from a card. `data` is the whole of the action's data. */
export function openFromCard(
  tenant: Tenant,
  userId: string,
  from: { conversation: string; message: string; data: unknown },
) {
  const { conversation, message, data } = from;
  const what = { name: "task/fetch", value: { data, context: CONTEXT }, replyToId: message };
  return open(tenant, userId, { what, origin: { kind: "task", conversation, message } });
}

/** composeExtension/fetchTask: the command of the message extension, from the compose box or from a message. */
export function openFromExtension(
  tenant: Tenant,
  userId: string,
  started: z.output<typeof TeamsExtension>,
): Promise<Outcome> {
  const who = person(tenant.options, userId);
  const conversation = started.conversation ?? (who === undefined ? "" : directId(who));
  const origin: Origin = {
    kind: "extension",
    conversation,
    command: started.command,
    message: started.message ?? null,
  };
  return open(tenant, userId, {
    what: { name: "composeExtension/fetchTask", value: extensionValue(tenant, userId, origin) },
    origin,
  });
}

type Opening = { readonly what: Invoke; readonly origin: Origin };

async function open(tenant: Tenant, userId: string, { what, origin }: Opening): Promise<Outcome> {
  const scene = originScene(tenant, userId, origin);
  if (scene === undefined) return failed("That card is not there any more.");
  const invoked = await invoke(tenant, scene, { what, read: (body) => Opened.safeParse(json(body)).data });
  if (invoked.kind !== "answered") return invokeError(invoked);
  show(tenant, { userId, origin }, invoked.answer.task);
  return done;
}
