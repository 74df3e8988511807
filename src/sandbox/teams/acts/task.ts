/** What opening and sending a dialog share (PLATFORM.md 2.5). */
import { z } from "zod";
import { Attachment } from "../cards.ts";
import type { Origin } from "../dialogs.ts";
import { person, type Tenant } from "../state.ts";
import { messageOf, sceneOf } from "./common.ts";

const size = z.union([z.number(), z.string()]).nullish();
export const Task = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("continue"),
    value: z.object({ title: z.string().default(""), height: size, width: size, card: Attachment }),
  }),
  z.object({ type: z.literal("message"), value: z.string().min(1) }),
]);
export type Task = z.infer<typeof Task>;

export const CONTEXT = { theme: "default" };

/** What goes with each invoke of a message extension; the message too, when it was started from one. */
export function extensionValue(
  tenant: Tenant,
  userId: string,
  { conversation, command, message }: Extract<Origin, { kind: "extension" }>,
) {
  const found = message === null ? undefined : messageOf(tenant, userId, { conversation, message })?.message;
  const payload = found && {
    id: found.id,
    createdDateTime: found.at.toISOString(),
    from: { user: { id: person(tenant.options, found.from.id)?.aadObjectId, displayName: found.from.name } },
    body: { contentType: "html", content: asHtml(found.text) },
    attachments: [],
  };
  return {
    commandId: command,
    commandContext: message === null ? "compose" : "message",
    context: CONTEXT,
    ...(payload !== undefined && { messagePayload: payload }),
  };
}

/** What people write in Teams travels as HTML; the mark of a mention stays a mark. */
function asHtml(text: string): string {
  const [mention = ""] = /^<at>[^<]*<\/at>/.exec(text) ?? [];
  const typed = text.slice(mention.length).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<div>${mention}${typed.replaceAll("\n", "<br>")}</div>`;
}

/** The scene a dialog belongs to. */
export function originScene(tenant: Tenant, userId: string, origin: Origin) {
  const { conversation, message } = origin;
  return origin.kind === "task" && message !== null
    ? messageOf(tenant, userId, { conversation, message })?.scene
    : sceneOf(tenant, userId, conversation);
}

/** Shows what the app answered: a card, or a text in its place. */
export function show(tenant: Tenant, { userId, origin }: { userId: string; origin: Origin }, task: Task): void {
  const empty = { origin, title: "", height: null, width: null, card: null, message: null };
  if (task.type === "message") tenant.dialogs.show(userId, { ...empty, message: task.value });
  else {
    const { title, height = null, width = null, card } = task.value;
    tenant.dialogs.show(userId, { ...empty, title, height, width, card: card.content });
  }
}
