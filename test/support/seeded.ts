/**
 * Property tests draw the same cases in every run, so that a red one is red for its change. Explore with
 * `FC_SEED=$RANDOM npx vitest run --config .config/vitest.config.ts test/policy`; what that finds becomes a case of its own.
 */
import fc from "fast-check";

const SEED = 20_261_122;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env["FC_SEED"] ?? SEED) });
