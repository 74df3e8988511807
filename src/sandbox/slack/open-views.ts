/** The views each person has open: a stack of at most three modals, and App Home. */
import { randomUUID } from "node:crypto";
import type { Inputs } from "../wire.ts";
import type { ViewArgs } from "./block-kit.ts";
import { keptInputs, withIds } from "./elements.ts";

export type OpenView = {
  readonly id: string;
  readonly person: string;
  args: ViewArgs;
  hash: string;
  inputs: Inputs;
  errors: Readonly<Record<string, string>>;
};

export type OpenViews = ReturnType<typeof createOpenViews>;

export function createOpenViews(changed: () => void) {
  const views = new Map<string, OpenView>();
  const stacks = new Map<string, string[]>();
  const homes = new Map<string, string>();

  const stack = (person: string): OpenView[] => (stacks.get(person) ?? []).flatMap((id) => views.get(id) ?? []);
  const create = (person: string, args: ViewArgs): OpenView => {
    const blocks = withIds(args.blocks);
    const view = {
      id: `V${newHash()}`,
      person,
      args: { ...args, blocks },
      hash: newHash(),
      inputs: keptInputs(blocks, {}),
      errors: {},
    };
    views.set(view.id, view);
    return view;
  };
  const drop = (ids: readonly string[]) => ids.forEach((id) => void views.delete(id));

  return {
    get: (id: string) => views.get(id),
    byExternalId: (id: string) => [...views.values()].find((view) => view.args.external_id === id),
    stack,
    home: (person: string) => views.get(homes.get(person) ?? ""),
    /** Puts a view on top of the stack. */
    push: (person: string, args: ViewArgs): OpenView => {
      const view = create(person, args);
      stacks.set(person, [...(stacks.get(person) ?? []), view.id]);
      changed();
      return view;
    },
    /** Shows a view in place of whatever modal was open. */
    open(person: string, args: ViewArgs): OpenView {
      this.clear(person);
      return this.push(person, args);
    },
    publish: (person: string, args: ViewArgs): OpenView => {
      drop([homes.get(person) ?? ""]);
      const view = create(person, args);
      homes.set(person, view.id);
      changed();
      return view;
    },
    /** Redraws a view; what was typed stays where block_id and action_id stay. */
    update: (view: OpenView, args: ViewArgs): void => {
      const blocks = withIds(args.blocks);
      Object.assign(view, {
        args: { ...args, blocks },
        hash: newHash(),
        inputs: keptInputs(blocks, view.inputs),
        errors: {},
      });
      changed();
    },
    /** What the person has typed, or the faults the app found. */
    note: (view: OpenView, change: Partial<Pick<OpenView, "inputs" | "errors">>): void => {
      Object.assign(view, change);
      changed();
    },
    /** Closes one modal; the one under it shows again. */
    close: (view: OpenView): void => {
      drop([view.id]);
      stacks.set(
        view.person,
        (stacks.get(view.person) ?? []).filter((id) => id !== view.id),
      );
      changed();
    },
    clear: (person: string): void => {
      drop(stacks.get(person) ?? []);
      stacks.delete(person);
      changed();
    },
  };
}

const newHash = () => randomUUID().replaceAll("-", "").slice(0, 16).toUpperCase();
