/** What a fault of a pack is, and how a rule looks at the axes it needs, whatever is wrong with the others. */
import { z } from "zod";
import { Pack } from "../pack.ts";

/** One fault: where in the file, in dots and numbers, and what to do about it in plain words. */
export type PackFault = { readonly path: string; readonly message: string };

/** Faults among axes that each have the right shape. */
export type PackRule = (json: unknown) => readonly PackFault[];

/**
 * A rule about these axes. It is silent where one of them has the wrong shape, which is a fault of its own, and it looks
 * at them although other axes are wrong: so that all faults are named at once.
 */
export function rule<Name extends keyof Pack>(
  axes: readonly Name[],
  faults: (part: Pick<Pack, Name>) => readonly PackFault[],
): PackRule {
  const shape = z.object(Object.fromEntries(axes.map((name) => [name, Pack.shape[name]])));
  return (json) => {
    const { data } = shape.safeParse(json);
    // The shape is made of exactly these axes; TypeScript cannot follow that through `fromEntries`.
    return data ? faults(data as unknown as Pick<Pack, Name>) : [];
  };
}

/** The places of entries that repeat an earlier one. */
export function repeats<T>(entries: readonly T[], keyOf: (entry: T) => unknown = (entry) => entry): readonly number[] {
  return entries.flatMap((entry, index) =>
    entries.slice(0, index).some((earlier) => keyOf(earlier) === keyOf(entry)) ? [index] : [],
  );
}
