/** What is wrong with a pack although axes have the right shape: their values contradict each other, or leave a gap. */
import { approverFaults, catalogueFaults, idleRuleFaults } from "./faults/catalogue.ts";
import { clockFaults, effectiveFaults, hourFaults, lengthFaults, retentionFaults } from "./faults/dates.ts";
import type { PackFault, PackRule } from "./faults/fault.ts";
import { gateFaults, heldFaults, socialWorkFaults } from "./faults/gates.ts";
import { behaviourFaults, groundFaults } from "./faults/grounds.ts";
import { bypassFaults, dutySeniorFaults, writtenReasonFaults } from "./faults/short-road.ts";
import { stepFaults } from "./faults/steps.ts";

const RULES: readonly PackRule[] = [
  catalogueFaults,
  stepFaults,
  approverFaults,
  idleRuleFaults,
  bypassFaults,
  dutySeniorFaults,
  writtenReasonFaults,
  gateFaults,
  socialWorkFaults,
  heldFaults,
  lengthFaults,
  clockFaults,
  hourFaults,
  effectiveFaults,
  retentionFaults,
  groundFaults,
  behaviourFaults,
];

/** Every contradiction and gap among the axes that can be read; empty when there is none (CASEWORK section 6). */
export function contradictions(json: unknown): readonly PackFault[] {
  return RULES.flatMap((faults) => faults(json));
}
