import type { Pack } from "../packs/pack.ts";
import type { Judgement, Limb } from "../vocabulary.ts";

/** The ground that the proposer named, and whether a report it rests on is of a serious threat. */
export type Grounds = { readonly limb: Limb | null; readonly threat: boolean };

/**
 * What a decision judges the customer's contact to be (clause 7.4), by the pack's word for each ground; a serious threat
 * on record is threatening whatever the ground.
 */
export function judgedAs({ limb, threat }: Grounds, { limbs }: Pack): readonly Judgement[] {
  const ground = limbs.value.flatMap(({ code, judgedAs: word }) => (code === limb ? [word] : []));
  return [...new Set([...ground, ...(threat ? (["threatening"] as const) : [])])];
}
