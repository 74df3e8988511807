/** CASEWORK section 1: every decision says what the contact is judged to be, whatever else the pack asks. */
import { describe, expect, it } from "vitest";
import { askGates, holds } from "../../../src/policy/gates/ask-gates.ts";
import type { GateFacts } from "../../../src/policy/gates/gate.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { PERSISTENT } from "../packs/known-packs.ts";
import { aProposal, TODAY } from "./some-facts.ts";

const without: Pack = {
  ...PERSISTENT,
  gates: { value: PERSISTENT.gates.value.filter((gate) => gate !== "own_house"), assumed: true },
};
const onlyAbuse: Pack = {
  ...PERSISTENT,
  limbs: { ...PERSISTENT.limbs, value: PERSISTENT.limbs.value.filter(({ code }) => code === "abusive") },
};
const asks = (facts: Partial<GateFacts>, pack: Pack) =>
  askGates(aProposal(facts), pack, TODAY)
    .filter(holds)
    .flatMap((one) => (one.code === "ask" ? [one.question] : []));

describe("where the pack does not ask our own answer", () => {
  it("the ground is asked all the same", () => {
    const [question, ...others] = asks({ limb: null }, without);
    expect(question).toMatch(/^Which is it: /);
    expect(others).toEqual([]);
  });

  it("and nothing about the customer's own matter", () => {
    expect(asks({ limb: "persistent", matters: [] }, without)).toEqual([]);
    expect(asks({ limb: "persistent", matters: [] }, PERSISTENT)).toHaveLength(1);
    expect(askGates(aProposal(), without, TODAY).map(({ gate }) => gate)).toEqual(without.gates.value);
  });
});

it("a ground that the policy does not have is asked anew", () => {
  expect(asks({ limb: "persistent" }, onlyAbuse)).toHaveLength(1);
  expect(asks({ limb: null }, onlyAbuse)).toHaveLength(1);
  expect(asks({ limb: "abusive" }, onlyAbuse)).toEqual([]);
});
