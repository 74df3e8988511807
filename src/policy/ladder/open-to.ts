import type { Decider } from "../approval/may-decide.ts";
import type { Pack } from "../packs/pack.ts";
import type { Rung } from "./continued.ts";
import { type About, mayTake } from "./may-take.ts";

/** The rungs that this officer may take after a report, in the pack's order: what its card offers them. */
export function openTo(officer: Decider, { about, pack }: { about: About; pack: Pack }): readonly Rung[] {
  const rungs: readonly Rung[] = [...pack.steps.map(({ step }) => step), "proposal"];
  return rungs.filter((rung) => mayTake(rung, officer, { about, pack }) === undefined);
}
