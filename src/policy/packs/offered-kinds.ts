import type { Pack } from "./pack.ts";

/** What the pack offers, with its clauses: first those that it offers before the others, in its order, then the rest as listed. */
export function offeredKinds({ restrictions, offeredFirst }: Pack): Pack["restrictions"]["value"] {
  const first = offeredFirst.value.flatMap((kind) => restrictions.value.filter((entry) => entry.kind === kind));
  return [...first, ...restrictions.value.filter((entry) => !first.includes(entry))];
}
