/** What comes back from Teams, in the words of the cards. Card data is in the client's hands: parsed, never trusted. */
import { z } from "zod";
import { ActionName, FormName } from "../actions.ts";
import type { Target, Values } from "../model.ts";
import { unpackTarget } from "./target.ts";
import { MANY } from "./teams-inputs.ts";

const Data = z.record(z.string(), z.unknown());
/** Keys of the card itself, merged by Teams with what was typed; no field may be called so. */
export const RESERVED = ["action", "form", "i", "v", "msteams"] as const;
const reserved: ReadonlySet<string> = new Set(RESERVED);

/** What was typed, from the data of a submitted dialog: nothing for a field left empty. */
export function teamsValues(data: unknown): Values {
  const parsed = Data.safeParse(data);
  if (!parsed.success) return {};
  const typed = Object.entries(parsed.data).filter(([key]) => !reserved.has(key));
  return Object.fromEntries<string | readonly string[] | undefined>(typed.map(([key, value]) => field(key, value)));
}

function field(key: string, value: unknown): readonly [string, string | readonly string[] | undefined] {
  return key.endsWith(MANY) ? [key.slice(0, -MANY.length), several(value)] : [key, single(value)];
}

function single(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function several(value: unknown): readonly string[] | undefined {
  const chosen = typeof value === "string" ? value.split(",").filter((one) => one !== "") : [];
  return chosen.length === 0 ? undefined : chosen;
}

/** The target in the data of a press or a dialog; `undefined` when forged. */
export function teamsTarget(data: unknown): Target | undefined {
  return unpackTarget(data);
}

/** The action of a press; `undefined` when it is none of ours. */
export function teamsAction(data: unknown): ActionName | undefined {
  return z.object({ action: ActionName }).safeParse(data).data?.action;
}

/** The form that a dialog sends; `undefined` when it is none of ours. */
export function teamsForm(data: unknown): FormName | undefined {
  return z.object({ form: FormName }).safeParse(data).data?.form;
}
