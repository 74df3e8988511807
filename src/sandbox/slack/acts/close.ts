/** Somebody closes a modal without sending it, or opens App Home. */
import type { z } from "zod";
import type { Outcome, SlackClose } from "../../wire.ts";
import type { OpenView } from "../open-views.ts";
import { directId, type Workspace } from "../state.ts";
import { sendEvent, sendInteraction } from "../to-bot.ts";
import { viewShape } from "../view-shape.ts";
import { actor, done } from "./common.ts";

/** A modal of the person's stack. */
export function openModal({ views }: Workspace, userId: string, id: string): OpenView | undefined {
  return views.stack(userId).find((view) => view.id === id);
}

/** Closes a form without sending it; the app hears of it when it asked to. */
export async function close(
  workspace: Workspace,
  userId: string,
  closed: z.output<typeof SlackClose>,
): Promise<Outcome> {
  const view = openModal(workspace, userId, closed.view);
  if (view === undefined) return done;
  const all = view.args.type === "modal" && view.args.clear_on_close === true;
  const told = view.args.type === "modal" && view.args.notify_on_close === true;
  const shape = viewShape(workspace, view);
  if (all) workspace.views.clear(userId);
  else workspace.views.close(view);
  if (told)
    await sendInteraction(workspace, {
      type: "view_closed",
      ...actor(workspace.options, userId),
      view: shape,
      is_cleared: all,
    } as const);
  return done;
}

export async function openHome(workspace: Workspace, userId: string): Promise<Outcome> {
  const view = workspace.views.home(userId);
  await sendEvent(workspace, {
    type: "app_home_opened",
    user: userId,
    channel: directId(userId),
    tab: "home",
    ...(view !== undefined && { view: viewShape(workspace, view) }),
    event_ts: (Date.now() / 1000).toFixed(6),
  });
  return done;
}
