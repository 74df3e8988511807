/** Short ways to write the blocks and buttons of model.ts. */
import type { ActionName } from "./actions.ts";
import type { Block, Button, Span, Target } from "./model.ts";

export function line(...spans: readonly Span[]): Block {
  return { kind: "line", spans };
}

export function note(...spans: readonly Span[]): Block {
  return { kind: "note", spans };
}

/** Label and value pairs; those without a value are left out. */
export function facts(pairs: Readonly<Record<string, string | undefined>>): Block {
  const known = Object.entries(pairs).flatMap(([label, value]) => (value ? [{ label, value }] : []));
  return { kind: "facts", facts: known };
}

export function list(items: readonly string[]): Block {
  return { kind: "list", items: items.map((item) => [item]) };
}

/** One thing of a list, with its own button beside it. */
export function row(spans: readonly Span[], button: Button): Block {
  return { kind: "row", spans, button };
}

/** A button whose press opens a dialog. */
export function opens(action: ActionName, label: string, target: Target): Button {
  return { action, label, opens: "form", target };
}

/** A button whose press is the whole act. */
export function acts(action: ActionName, label: string, target: Target): Button {
  return { action, label, opens: "nothing", target };
}

export function primary(button: Button): Button {
  return { ...button, style: "primary" };
}

export function danger(button: Button): Button {
  return { ...button, style: "danger" };
}
