/** The dialog each person has open: at most one. */
import { randomUUID } from "node:crypto";
import type { CardContent } from "./state.ts";

/** Where it came from, so that its submission goes back the same way. */
export type Origin =
  | { readonly kind: "task"; readonly conversation: string; readonly message: string }
  | {
      readonly kind: "extension";
      readonly conversation: string;
      readonly command: string;
      readonly message: string | null;
    };

export type Dialog = {
  readonly id: string;
  readonly origin: Origin;
  readonly title: string;
  readonly height: string | number | null;
  readonly width: string | number | null;
  readonly card: CardContent | null;
  readonly message: string | null;
};

export type Dialogs = ReturnType<typeof createDialogs>;

export function createDialogs(changed: () => void) {
  const open = new Map<string, Dialog>();
  return {
    of: (person: string): Dialog | null => open.get(person) ?? null,
    /** Opens it, or replaces what the person has open. */
    show: (person: string, dialog: Omit<Dialog, "id">): void => {
      open.set(person, { ...dialog, id: open.get(person)?.id ?? randomUUID() });
      changed();
    },
    close: (person: string): void => {
      open.delete(person);
      changed();
    },
  };
}
