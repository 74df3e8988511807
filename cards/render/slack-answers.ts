/** What comes back from Slack, in the words of the cards. Everything here was in a client's hands: parsed, never trusted. */
import { z } from "zod";
import { PEOPLE, type People } from "../../src/policy/staff/people-found.ts";
import { ActionName, FormName } from "../actions.ts";
import type { Target, Values } from "../model.ts";
import { unpackTarget } from "./target.ts";

const Chosen = z.object({ value: z.string() });
const State = z.record(z.string(), z.record(z.string(), z.unknown()));
const Element = z.object({
  value: z.string().nullish().catch(undefined),
  selected_option: Chosen.nullish().catch(undefined),
  selected_options: z.array(Chosen).nullish().catch(undefined),
  selected_date: z.string().nullish().catch(undefined),
  selected_time: z.string().nullish().catch(undefined),
});

/** What was typed, from `view.state.values`: nothing for a field left empty. */
export function slackValues(state: unknown): Values {
  const blocks = State.safeParse(state);
  if (!blocks.success) return {};
  return Object.fromEntries(Object.entries(blocks.data).map(([field, block]) => [field, valueIn(block)]));
}

/** A block holds one field; whichever way its action_id goes on. */
function valueIn(block: Readonly<Record<string, unknown>>): string | readonly string[] | undefined {
  return elementValue(
    Object.entries(block).find(([action]) => action === "value" || action.startsWith(PEOPLE_ACTION))?.[1],
  );
}

const PEOPLE_ACTION = "value:";

/** Among whom people are searched in a field, by its `action_id`; `undefined` when it is none of ours. */
export function slackSearch(actionId: unknown): People | undefined {
  const named = typeof actionId === "string" && actionId.startsWith(PEOPLE_ACTION);
  return named ? z.enum(PEOPLE).safeParse(actionId.slice(PEOPLE_ACTION.length)).data : undefined;
}

function elementValue(raw: unknown): string | readonly string[] | undefined {
  const element = Element.safeParse(raw);
  if (!element.success) return undefined;
  const { value, selected_option, selected_options, selected_date, selected_time } = element.data;
  if (selected_options && selected_options.length > 0) return selected_options.map((option) => option.value);
  return selected_option?.value ?? selected_date ?? selected_time ?? (value || undefined);
}

/** The target in a button's `value` or a view's `private_metadata`; `undefined` when forged. */
export function slackTarget(value: unknown): Target | undefined {
  if (typeof value !== "string") return undefined;
  try {
    return unpackTarget(JSON.parse(value));
  } catch {
    return undefined;
  }
}

/** The action of an `action_id`, the number that tells twins apart left off; `undefined` when it is none of ours. */
export function slackAction(actionId: unknown): ActionName | undefined {
  return ActionName.safeParse(typeof actionId === "string" ? actionId.split(":")[0] : actionId).data;
}

/** The form of a view's `callback_id`; `undefined` when it is none of ours. */
export function slackForm(callbackId: unknown): FormName | undefined {
  return FormName.safeParse(callbackId).data;
}
