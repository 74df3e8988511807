/** A world file of which some places are faulty: the rest can still be checked, so that all faults are named at once. */
import type { z } from "zod";
import type { Path } from "./fault.ts";
import type { World } from "./world.ts";

type Draft<T> = T extends readonly (infer Element)[]
  ? readonly (Draft<Element> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Draft<T[Key]> | undefined }
    : T;

/** What can be relied on: everything that is there has the right shape. */
export type WorldDraft = Draft<z.input<typeof World>>;

/** The file without the places that its shape forbids. */
export function withoutFaults(json: unknown, issues: readonly z.core.$ZodIssue[]): WorldDraft {
  const root = { world: structuredClone(json) };
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") forget(root, ["world", ...issue.path]);
  }
  return root.world ?? {};
}

function forget(at: unknown, [key, ...rest]: Path): void {
  if (typeof at !== "object" || at === null || key === undefined) return;
  if (rest.length > 0) forget(Reflect.get(at, key), rest);
  else if (Reflect.has(at, key)) Reflect.set(at, key, undefined);
}

/** The entries of a list with their places, the forgotten ones left out. */
export function entriesOf<T>(list: readonly (T | undefined)[] | undefined): readonly (readonly [number, T])[] {
  return (list ?? []).flatMap((entry, index) => (entry === undefined ? [] : [[index, entry] as const]));
}
