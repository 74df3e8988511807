/** Somebody sends a modal, and the answer is obeyed. */
import { z } from "zod";
import type { Delivered } from "../../delivery.ts";
import type { Outcome, SlackSubmit } from "../../wire.ts";
import { checkView } from "../check-blocks.ts";
import { clientFaults } from "../client-faults.ts";
import { keptInputs } from "../elements.ts";
import { LIMITS } from "../limits.ts";
import type { OpenView } from "../open-views.ts";
import type { Workspace } from "../state.ts";
import { sendInteraction } from "../to-bot.ts";
import { viewShape } from "../view-shape.ts";
import { openModal } from "./close.ts";
import { ackBody, actor, done, failed } from "./common.ts";
import { mergeInputs } from "./press.ts";

const TROUBLE = failed("We had some trouble connecting. Try again?");

/** Sends the form. Slack's own checks come first; what they find stands beside the fields and nothing is sent. */
export async function submit(
  workspace: Workspace,
  userId: string,
  sent: z.output<typeof SlackSubmit>,
): Promise<Outcome> {
  const view = openModal(workspace, userId, sent.view);
  if (view === undefined) return failed("That form is not open any more.");
  const inputs = keptInputs(view.args.blocks, mergeInputs(view.inputs, sent.inputs));
  const errors = clientFaults(view.args.blocks, inputs);
  workspace.views.note(view, { inputs, errors });
  if (Object.keys(errors).length > 0) return done;

  const delivered = await sendInteraction(workspace, {
    type: "view_submission",
    ...actor(workspace.options, userId),
    trigger_id: workspace.triggers.issue({ person: userId, view: view.id }),
    view: viewShape(workspace, view),
    response_urls: [],
  });
  return obey(workspace, view, delivered);
}

const Obeyed = z.discriminatedUnion("response_action", [
  z.object({ response_action: z.literal("errors"), errors: z.record(z.string(), z.string().min(1)) }),
  z.object({ response_action: z.literal("update"), view: z.unknown() }),
  z.object({ response_action: z.literal("push"), view: z.unknown() }),
  z.object({ response_action: z.literal("clear") }),
]);

/** Does what the acknowledgement says; an empty one closes the form. */
function obey({ views }: Workspace, view: OpenView, delivered: Delivered): Outcome {
  if (delivered.kind === "late" || delivered.status !== 200) return TROUBLE;
  const said = ackBody(delivered.body);
  if (said === undefined || Object.keys(said as object).length === 0) {
    views.close(view);
    return done;
  }
  const obeyed = Obeyed.safeParse(said);
  if (!obeyed.success) return TROUBLE;
  switch (obeyed.data.response_action) {
    case "clear":
      views.clear(view.person);
      return done;
    case "errors":
      return showErrors({ views }, view, obeyed.data.errors);
    case "update":
    case "push":
      return showView({ views }, view, obeyed.data);
  }
}

/** Slack knows errors only for input blocks of the view. */
function showErrors({ views }: Pick<Workspace, "views">, view: OpenView, errors: Record<string, string>): Outcome {
  const inputs = new Set(view.args.blocks.filter((block) => block.type === "input").map((block) => block.block_id));
  if (Object.keys(errors).length === 0 || Object.keys(errors).some((blockId) => !inputs.has(blockId))) return TROUBLE;
  views.note(view, { errors });
  return done;
}

type Shown = { readonly response_action: "update" | "push"; readonly view?: unknown };

function showView(
  { views }: Pick<Workspace, "views">,
  view: OpenView,
  { response_action, view: given }: Shown,
): Outcome {
  const checked = checkView(given);
  if (!checked.ok || checked.value.type !== "modal") return TROUBLE;
  if (response_action === "update") {
    views.update(view, checked.value);
    return done;
  }
  if (views.stack(view.person).length >= LIMITS.viewStack) return TROUBLE;
  views.push(view.person, checked.value);
  return done;
}
