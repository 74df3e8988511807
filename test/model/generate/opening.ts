/**
 * An opening brings a case to a moment at which the policy forbids something, and presses it. Random presses come there
 * too seldom for a run that has to be short; they go on from where it ends.
 */
import type fc from "fast-check";
import { type Chosen, type Command, Pass, Presses } from "../commands.ts";
import type { PackName } from "../model/pack.ts";
import { DAY } from "./choose.ts";

export type Opening = {
  readonly name: string;
  /** What the product has to have answered, or the opening no longer comes where it should. */
  readonly reaches: readonly string[];
  readonly commands: fc.Arbitrary<readonly Command[]>;
  /** Both where nothing is said. */
  readonly only?: PackName;
};

export const press = (...presses: Chosen[]): Command => new Presses(presses);
export const pass = (days: number): Command => new Pass(days * DAY);
