import { afterAll, beforeAll } from "vitest";
import { type Product, startProduct } from "../support/product.ts";
import type { CouncilFacts } from "./councils.ts";
import { type CouncilStage, openStage } from "./stage.ts";

type StageOf = (council: CouncilFacts, prepare?: (stage: CouncilStage) => Promise<void>) => () => CouncilStage;

/**
 * One sandbox with both councils for the tests that are told here: started before the first of them, removed after the
 * last. Gives back what opens it for one of the councils, prepared before the first test of that one. Called outside a
 * test, the stage throws.
 */
export function oneSandbox(): StageOf {
  let product: Product | undefined;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.remove());
  return (council, prepare) => {
    let opened: CouncilStage | undefined;
    beforeAll(async () => {
      if (!product) throw new Error("the product did not start");
      opened = await openStage(product, council);
      await prepare?.(opened);
    });
    return () => {
      if (!opened) throw new Error("the stage was not opened");
      return opened;
    };
  };
}
