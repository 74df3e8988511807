/** response_url: five uses in 30 minutes, for the person and the message it was made for (PLATFORM.md 1.3). */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Reply } from "../answer.ts";
import { checkBlocks } from "./check-blocks.ts";
import { withIds } from "./elements.ts";
import { RESPONSE_URL } from "./limits.ts";
import { bot, type SlackBody, type Workspace } from "./state.ts";

/** Whom and what it answers; `message` is the one that was pressed. */
export type ResponseTo = { readonly person: string; readonly conversation: string; readonly message: string | null };
export type ResponseUrls = {
  readonly issue: (to: ResponseTo) => string;
  readonly use: (token: string) => ResponseTo | undefined;
};

export function createResponseUrls(address: () => string): ResponseUrls {
  const issued = new Map<string, ResponseTo & { readonly until: number; left: number }>();
  return {
    issue: (to) => {
      const token = randomUUID();
      issued.set(token, { ...to, until: Date.now() + RESPONSE_URL.ms, left: RESPONSE_URL.uses });
      return `${address()}/response/${token}`;
    },
    use: (token) => {
      const found = issued.get(token);
      if (found === undefined || found.left === 0 || Date.now() > found.until) return undefined;
      found.left -= 1;
      return found;
    },
  };
}

export const Response = z.object({
  text: z.string().default(""),
  blocks: z.unknown().optional(),
  response_type: z.enum(["ephemeral", "in_channel"]).default("ephemeral"),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
});
type Response = z.infer<typeof Response>;

/** A POST to a response_url. */
export function respond(workspace: Workspace, token: string, given: unknown): Reply {
  const response = Response.safeParse(given);
  if (!response.success) return { status: 400, body: "invalid_payload" };
  const to = workspace.responseUrls.use(token);
  if (to === undefined) return { status: 404, body: "used_url" };
  const shown = showResponse(workspace, to, response.data);
  return shown === "ok" ? { status: 200, body: "ok" } : { status: 400, body: shown };
}

/** Shows an answer where the person stands; also for answers given in the acknowledgement of a command. */
export function showResponse(
  workspace: Workspace,
  to: ResponseTo,
  response: Response,
): "ok" | "invalid_blocks" | "no_text" {
  const { rooms } = workspace;
  const original = { conversation: to.conversation, id: to.message ?? "", call: "response_url" };
  if (response.delete_original) {
    rooms.remove(original);
    return "ok";
  }
  const blocks = checkBlocks(response.blocks ?? []);
  if (!blocks.ok) return "invalid_blocks";
  if (response.text === "" && blocks.value.length === 0) return "no_text";

  const body: SlackBody = { blocks: withIds(blocks.value) };
  if (response.replace_original && rooms.edit(original, { text: response.text, body }) !== undefined) return "ok";
  const onlyFor = response.response_type === "ephemeral" ? to.person : null;
  const { conversation } = to;
  rooms.post("response_url", { conversation, from: bot(workspace.options), onlyFor, text: response.text, body });
  return "ok";
}
