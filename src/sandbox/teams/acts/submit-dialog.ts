/** A dialog is sent, or closed. */
import { z } from "zod";
import type { Outcome, TeamsSubmitDialog } from "../../wire.ts";
import type { Origin } from "../dialogs.ts";
import type { Tenant } from "../state.ts";
import { invoke } from "../to-bot.ts";
import { done, failed, invokeError, json } from "./common.ts";
import { CONTEXT, extensionValue, originScene, show, Task } from "./task.ts";

/** What a submission may answer: go on, say something, put a card in the message box, or nothing, which closes. */
const Submitted = z.object({
  task: Task.nullish(),
  composeExtension: z.looseObject({ type: z.string(), text: z.string().optional() }).nullish(),
});

/** task/submit, or composeExtension/submitAction for what an extension opened. */
export async function submitDialog(
  tenant: Tenant,
  userId: string,
  sent: z.output<typeof TeamsSubmitDialog>,
): Promise<Outcome> {
  const dialog = tenant.dialogs.of(userId);
  if (dialog?.id !== sent.dialog || dialog.card === null) return failed("That form is not open any more.");
  const { origin } = dialog;
  const scene = originScene(tenant, userId, origin);
  if (scene === undefined) return failed("That card is not there any more.");
  const what =
    origin.kind === "task"
      ? { name: "task/submit", value: { data: sent.data, context: CONTEXT }, replyToId: origin.message }
      : {
          name: "composeExtension/submitAction",
          value: { ...extensionValue(tenant, userId, origin), data: sent.data },
        };
  const invoked = await invoke(tenant, scene, { what, read: readSubmitted });
  if (invoked.kind !== "answered") return invokeError(invoked);
  return after(tenant, { userId, origin }, invoked.answer);
}

/** Here nothing is an answer too. */
function readSubmitted(body: string): z.infer<typeof Submitted> | undefined {
  return body.trim() === "" ? {} : Submitted.safeParse(json(body)).data;
}

function after(
  tenant: Tenant,
  at: { userId: string; origin: Origin },
  { task, composeExtension }: z.infer<typeof Submitted>,
): Outcome {
  if (task !== undefined && task !== null) {
    show(tenant, at, task);
    return done;
  }
  tenant.dialogs.close(at.userId);
  if (composeExtension === undefined || composeExtension === null) return done;
  return { ok: true, said: composeExtension.text ?? "A card is in your message box." };
}

export function closeDialog(tenant: Tenant, userId: string): Outcome {
  tenant.dialogs.close(userId);
  return done;
}
