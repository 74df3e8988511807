import { afterAll, beforeAll } from "vitest";
import type { CouncilFacts } from "./councils.ts";
import { type CouncilStage, openStage } from "./stage.ts";

/**
 * The stage of the tests that are told here: opened and prepared before the first of them, removed after the last.
 * Called outside a test it throws.
 */
export function stageOf(council: CouncilFacts, prepare?: (stage: CouncilStage) => Promise<void>): () => CouncilStage {
  let opened: CouncilStage | undefined;
  beforeAll(async () => {
    opened = await openStage(council);
    await prepare?.(opened);
  });
  afterAll(() => opened?.product.remove());
  return () => {
    if (!opened) throw new Error("the product did not start");
    return opened;
  };
}
