/** A view as the Web API and the interaction payloads show it, and as the page gets it. */
import type { SlackView } from "../wire.ts";
import { stateOf } from "./elements.ts";
import { appId } from "./methods/message-shape.ts";
import type { OpenView } from "./open-views.ts";
import type { Workspace } from "./state.ts";

export function viewShape({ options, views }: Workspace, view: OpenView) {
  const { args } = view;
  const stack = views.stack(view.person);
  const under = stack[stack.indexOf(view) - 1];
  const modal = args.type === "modal" ? args : undefined;
  return {
    id: view.id,
    team_id: options.teamId,
    type: args.type,
    blocks: args.blocks,
    private_metadata: args.private_metadata ?? "",
    callback_id: args.callback_id ?? "",
    external_id: args.external_id ?? "",
    state: { values: stateOf(args.blocks, view.inputs) },
    hash: view.hash,
    title: modal?.title ?? null,
    submit: modal?.submit ?? null,
    close: modal?.close ?? null,
    clear_on_close: modal?.clear_on_close ?? false,
    notify_on_close: modal?.notify_on_close ?? false,
    submit_disabled: modal?.submit_disabled ?? false,
    previous_view_id: under?.id ?? null,
    root_view_id: stack[0]?.id ?? view.id,
    app_id: appId(options.botId),
    app_installed_team_id: options.teamId,
    bot_id: options.botId,
  };
}

export function wireView({ id, args, inputs, errors }: OpenView): SlackView {
  const modal = args.type === "modal" ? args : undefined;
  return {
    id,
    type: args.type,
    callbackId: args.callback_id ?? "",
    title: modal?.title.text ?? "",
    submit: modal?.submit?.text ?? null,
    close: modal?.close?.text ?? "Cancel",
    blocks: args.blocks,
    inputs,
    errors,
  };
}
