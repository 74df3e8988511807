/** views.*: modals and App Home. */
import { z } from "zod";
import type { ViewArgs } from "../block-kit.ts";
import { checkView } from "../check-blocks.ts";
import { LIMITS } from "../limits.ts";
import type { OpenView } from "../open-views.ts";
import { person, type Workspace } from "../state.ts";
import type { Trigger } from "../triggers.ts";
import { viewShape } from "../view-shape.ts";
import { json } from "./message-shape.ts";
import { type Answer, type Method, method, refused } from "./method.ts";

const view = json(z.unknown());
const Triggered = z.object({ trigger_id: z.string(), view });

const open = method(Triggered, (workspace, args) =>
  withTrigger(workspace, args, (trigger, checked) => shown(workspace, workspace.views.open(trigger.person, checked))),
);

const push = method(Triggered, (workspace, args) =>
  withTrigger(workspace, args, (trigger, checked) => {
    const stack = workspace.views.stack(trigger.person);
    if (trigger.view === null || stack.length === 0) return refused("invalid_trigger_id");
    if (stack.length >= LIMITS.viewStack) return refused("push_limit_reached");
    return shown(workspace, workspace.views.push(trigger.person, checked));
  }),
);

/** The view is judged before the trigger is used up. */
function withTrigger(
  workspace: Workspace,
  args: z.infer<typeof Triggered>,
  show: (trigger: Trigger, view: ViewArgs) => Answer,
): Answer {
  return withView(workspace, args.view, (checked) => {
    if (checked.type !== "modal")
      return refused("invalid_arguments", ["[ERROR] not a modal [json-pointer:/view/type]"]);
    const trigger = workspace.triggers.use(args.trigger_id);
    return typeof trigger === "string" ? refused(trigger) : show(trigger, checked);
  });
}

function withView(workspace: Workspace, given: unknown, show: (view: ViewArgs) => Answer, own?: OpenView): Answer {
  if (Buffer.byteLength(JSON.stringify(given) ?? "") > LIMITS.viewBytes) return refused("view_too_large");
  const checked = checkView(given);
  if (!checked.ok) return refused("invalid_arguments", checked.messages);
  const { external_id: external } = checked.value;
  const holder = external === undefined || external === "" ? undefined : workspace.views.byExternalId(external);
  return holder !== undefined && holder !== own ? refused("duplicate_external_id") : show(checked.value);
}

const Update = z.object({
  view_id: z.string().optional(),
  external_id: z.string().optional(),
  hash: z.string().optional(),
  view,
});
const update = method(Update, (workspace, args) => {
  const { views } = workspace;
  const found = args.view_id === undefined ? views.byExternalId(args.external_id ?? "") : views.get(args.view_id);
  if (found === undefined) return refused("not_found");
  if (args.hash !== undefined && args.hash !== found.hash) return refused("hash_conflict");
  return withView(
    workspace,
    args.view,
    (checked) => {
      views.update(found, checked);
      return shown(workspace, found);
    },
    found,
  );
});

const publish = method(z.object({ user_id: z.string(), hash: z.string().optional(), view }), (workspace, args) => {
  const { views, options } = workspace;
  if (person(options, args.user_id) === undefined) return refused("user_not_found");
  const old = views.home(args.user_id);
  if (args.hash !== undefined && args.hash !== old?.hash) return refused("hash_conflict");
  return withView(
    workspace,
    args.view,
    (checked) =>
      checked.type === "home"
        ? shown(workspace, views.publish(args.user_id, checked))
        : refused("invalid_arguments", ["[ERROR] not a home view [json-pointer:/view/type]"]),
    old,
  );
});

const shown = (workspace: Workspace, view: OpenView): Answer => ({ ok: true, view: viewShape(workspace, view) });

export const views: Readonly<Record<string, Method>> = {
  "views.open": open,
  "views.push": push,
  "views.update": update,
  "views.publish": publish,
};
