import type { NeedFacts } from "../../../src/policy/needs/need-facts.ts";

/** A customer without a need or restriction, and a record that has everything to offer; say only what matters. */
export function aCustomer(change: Partial<NeedFacts> = {}): NeedFacts {
  return {
    restrictions: [],
    beside: [],
    provisions: [],
    needs: [],
    openWayBy: null,
    knownToSocialWork: false,
    careWorkerDeclined: null,
    support: {
      point: { officer: "eve@northmoor.example", deputy: "dan@northmoor.example" },
      careWorker: "care-1",
      language: "Polish",
      collectionPoint: "Northmoor Library",
    },
    ...change,
  };
}
