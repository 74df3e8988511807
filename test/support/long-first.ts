/** The order of the test files: those that start a product and play whole cases first, so that a run never ends on one. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The longest first. */
const LONG = ["test/scenarios/", "test/resilience/", "test/e2e/"];

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((folder) => moduleId.includes(`/${folder}`));
  return place < 0 ? LONG.length : place;
}
