/** Who presses, about which of the things there are: mostly the likely one, and now and then another. */
import fc from "fast-check";
import { MANAGERS, SENIORS, STAFF } from "../cast.ts";
import type { Chosen } from "../commands.ts";
import type { World } from "../model/world.ts";

/** Minutes. */
export const DAY = 24 * 60;

export const anybody = fc.constantFrom(...Object.keys(STAFF));
export const manager = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...MANAGERS) },
  { weight: 1, arbitrary: anybody },
);
export const senior = fc.constantFrom(...SENIORS);
export const often = fc.nat(9).map((n) => n > 0);
export const seldom = fc.nat(9).map((n) => n === 0);
/** Which of those there are: the newest first. */
export const which = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(5) });
export const newest = (things: readonly unknown[], back: number): number =>
  things.length - 1 - (back % Math.max(1, things.length));
export const ago = fc.constantFrom(0, 3, 10, 40, 200);

export const about =
  (of: (world: World) => readonly unknown[], back: number, press: (number: number) => ReturnType<Chosen>): Chosen =>
  (world) =>
    of(world).length === 0 ? undefined : press(newest(of(world), back));
export const reports = ({ reports: all }: World) => all;
export const proposals = ({ proposals: all }: World) => all;
