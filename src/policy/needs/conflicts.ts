/** Needs against restrictions, computed from the ways that the arrangement as a whole leaves open (CASEWORK section 2). */
import type { Pack } from "../packs/pack.ts";
import { careWorkerFirst } from "./care-worker.ts";
import { otherLanguage } from "./language.ts";
import type { Conflict, NeedFacts } from "./need-facts.ts";
import { noUsableWay } from "./usable-way.ts";

/** Every conflict of a proposal, each with the alternatives that the record has; empty when there is none. */
export function conflicts(facts: NeedFacts, pack: Pack): Conflict[] {
  return [...noUsableWay(facts, pack), ...otherLanguage(facts), ...careWorkerFirst(facts, pack)];
}
