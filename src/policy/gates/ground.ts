/**
 * CASEWORK section 1, decision: "whether the customer is judged abusive, threatening or unreasonably persistent". The
 * judgement follows from the ground of the policy, so no proposal goes out without one.
 */
import { listOf } from "../arrangement/uk-words.ts";
import type { Pack } from "../packs/pack.ts";
import type { Limb } from "../vocabulary.ts";
import type { GateResult } from "./gate.ts";

/** The ground in this pack; `undefined` when nobody has named one, or when the pack has no such ground. */
export function groundOf(limb: Limb | null, { limbs }: Pack): Pack["limbs"]["value"][number] | undefined {
  return limbs.value.find(({ code }) => code === limb);
}

/** Asks for the ground while there is none. It stands where our own answer is asked, which rests on it. */
export function askGround(limb: Limb | null, pack: Pack): Extract<GateResult, { code: "ask" }> | undefined {
  if (groundOf(limb, pack)) return undefined;
  const grounds = listOf(
    pack.limbs.value.map(({ words }) => words),
    "or",
  );
  const source = pack.limbs.from ?? "CASEWORK section 1";
  return { code: "ask", gate: "own_house", source, question: `Which is it: ${grounds}?` };
}
