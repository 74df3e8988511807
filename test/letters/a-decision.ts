import type { DecisionRecord } from "../../src/letters/decision-record.ts";
import { a, WORDING } from "../policy/arrangement/some-restrictions.ts";
import { PERSISTENT } from "../policy/packs/known-packs.ts";

/** A decision on record; say only what is different. */
export function aDecision(change: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    reference: "P-0311",
    pack: PERSISTENT,
    organisation: { name: "Northmoor Council", address: ["1 Moor Street", "Northmoor"] },
    customer: { name: "Alex Morgan", address: ["2 Hill Road", "Northmoor"] },
    letterDate: "2026-03-03",
    decidedOn: "2026-03-03",
    decidedBy: { role: "senior_officer", count: 1 },
    judged: ["unreasonably_persistent"],
    reasons: "You rang 9 officers 14 times in 5 days after our final answer.",
    tailored: "One officer, whom you know from your last repair.",
    stepsTaken: [
      { step: "advice", on: "2026-01-12" },
      { step: "warning", on: "2026-02-02" },
    ],
    bypass: null,
    restrictions: [a("named_officer", { officer: "priya" }), a("no_email")],
    openWay: null,
    provisions: [],
    startsOn: "2026-03-04",
    endsOn: "2026-09-04",
    reviewOn: "2026-08-04",
    appealBy: "2026-04-02",
    nameOf: WORDING.nameOf,
    reachOf: WORDING.reachOf,
    ...change,
  };
}
