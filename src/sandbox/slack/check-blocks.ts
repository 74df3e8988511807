/** What Slack says about blocks and views that break its rules, with the path of each fault. */
import { z } from "zod";
import { Block, ViewArgs } from "./block-kit.ts";
import { elementsOf } from "./elements.ts";
import { LIMITS } from "./limits.ts";

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly messages: readonly string[] };

/** Blocks of a message. */
export function checkBlocks(given: unknown): Checked<Block[]> {
  const blocks = z.array(Block).max(LIMITS.messageBlocks).safeParse(given);
  if (!blocks.success) return { ok: false, messages: messagesOf(blocks.error, "/blocks") };
  return withIds(blocks.data, "/blocks", blocks.data);
}

/** A modal or a home view. */
export function checkView(given: unknown): Checked<ViewArgs> {
  const view = ViewArgs.safeParse(given);
  if (!view.success) return { ok: false, messages: messagesOf(view.error, "/view") };
  const { data } = view;
  const hasInputs = data.blocks.some((block) => block.type === "input");
  if (data.type === "modal" && hasInputs && data.submit === undefined) {
    return { ok: false, messages: [said("must define `submit` to use an `input` block in modals", "/view")] };
  }
  return withIds(data, "/view/blocks", data.blocks);
}

function withIds<T>(value: T, path: string, blocks: readonly Block[]): Checked<T> {
  const messages = [...twiceUsed(blocks, path), ...strangeInitials(blocks, path)];
  return messages.length === 0 ? { ok: true, value } : { ok: false, messages };
}

function twiceUsed(blocks: readonly Block[], path: string): string[] {
  const ids = blocks.map((block) => block.block_id);
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) !== index
      ? [said(`\`block_id\` ${id} already exists`, `${path}/${index}/block_id`)]
      : [],
  );
}

/** An initial option must be one of the options, exactly. */
function strangeInitials(blocks: readonly Block[], path: string): string[] {
  return elementsOf(blocks).flatMap(({ block, element, options }) => {
    const initial = [element["initial_option"], element["initial_options"]].flat().filter((one) => one !== undefined);
    const known = new Set(options.map((option) => JSON.stringify(option)));
    const strange = known.size > 0 && initial.some((option) => !known.has(JSON.stringify(option)));
    return strange ? [said("initial option was not found in the list of options", `${path}/${block}`)] : [];
  });
}

function messagesOf(error: z.ZodError, root: string): string[] {
  return error.issues.map((issue) => said(issue.message, [root, ...issue.path.map(String)].join("/")));
}

const said = (what: string, path: string) => `[ERROR] ${what} [json-pointer:${path}]`;
