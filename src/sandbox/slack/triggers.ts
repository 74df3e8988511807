/** trigger_id: 3 seconds, one use (PLATFORM.md 1.3). */
import { randomUUID } from "node:crypto";
import { TRIGGER_MS } from "./limits.ts";

export type Trigger = { readonly person: string /** The view it was pressed in. */; readonly view: string | null };
export type TriggerRefusal = "expired_trigger_id" | "exchanged_trigger_id" | "invalid_trigger_id";
export type Triggers = {
  readonly issue: (trigger: Trigger) => string;
  readonly use: (id: string) => Trigger | TriggerRefusal;
};

export function createTriggers(): Triggers {
  const issued = new Map<string, Trigger & { readonly until: number; used: boolean }>();
  return {
    issue: (trigger) => {
      const id = `${Date.now()}.${randomUUID()}`;
      issued.set(id, { ...trigger, until: Date.now() + TRIGGER_MS, used: false });
      return id;
    },
    use: (id) => {
      const trigger = issued.get(id);
      if (trigger === undefined) return "invalid_trigger_id";
      if (Date.now() > trigger.until) return "expired_trigger_id";
      if (trigger.used) return "exchanged_trigger_id";
      trigger.used = true;
      return trigger;
    },
  };
}
