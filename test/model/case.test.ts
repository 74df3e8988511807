/**
 * The case and its proposal as state machines: no sequence of presses, repeats and clock jumps reaches a state that the
 * pack forbids, leaves a card that lies, or loses an audit row. Explore with
 * `FC_SEED=$RANDOM FC_RUNS=20 npx vitest run --config .config/vitest.config.ts test/model`.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { aWorld } from "./cast.ts";
import type { Model } from "./commands.ts";
import { OPENINGS } from "./generate/openings.ts";
import { commands } from "./generate/sequences.ts";
import type { PackName } from "./model/pack.ts";
import { openReal } from "./real.ts";

/** Of each opening. */
const RUNS = Number(process.env["FC_RUNS"] ?? 1);
const MAX_COMMANDS = 6;
const PACKS: readonly PackName[] = ["persistent-and-abusive-behaviour", "unacceptable-actions"];
const started = PACKS.flatMap((pack) =>
  OPENINGS.filter(({ only }) => only === undefined || only === pack).map((opening) => ({ pack, ...opening })),
);

it.each(started)(
  "under $pack the product does what the model says: $name",
  { timeout: 60_000 + RUNS * 6_000 },
  async ({ pack, reaches, commands: opening }) => {
    const random = fc.commands(commands, { size: "max", maxCommands: MAX_COMMANDS });
    await fc.assert(
      fc.asyncProperty(opening, random, async (first, then) => {
        const real = await openReal(pack);
        const model: Model = { world: aWorld(pack) };
        try {
          for (const command of first) await command.run(model, real);
          expect([...real.seen], "what the opening is for").toEqual(expect.arrayContaining([...reaches]));
          await fc.asyncModelRun(() => ({ model, real }), then);
        } finally {
          await real.product.council.drop();
        }
      }),
      { numRuns: RUNS, endOnFailure: !process.env["FC_SHRINK"] },
    );
  },
);
