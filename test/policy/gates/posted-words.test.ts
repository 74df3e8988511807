/** What holds a proposal is posted on cards: in a few words, and never what somebody typed (WORDS; DESIGN decision 8). */
import { describe, expect, it } from "vitest";
import { askGates, openPoints } from "../../../src/policy/gates/ask-gates.ts";
import type { GateFacts } from "../../../src/policy/gates/gate.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import type { GateName } from "../../../src/policy/vocabulary.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";
import { ADVICE, a, aProposal, askingAll, result, TODAY, WARNING } from "./some-facts.ts";

const complaint = { kind: "complaint", reference: "about Alex Morgan", answeredOn: null } as const;
const visits = a("premises_by_appointment", { premises: ["Alex’s Hall"] });

const posted = (gate: GateName, change: Partial<GateFacts>, pack: Pack): string => {
  const found = result(gate, change, pack);
  return openPoints(found ? [found] : []).join(" · ");
};

describe("a card says", () => {
  it.each<[GateName, Partial<GateFacts>, string, Pack?]>([
    ["warned", { stepsTaken: [] }, "no advice is on record and no warning is on record"],
    ["warned", { bypass: { code: "whim", reason: "" } }, "that reason does not replace the earlier steps"],
    ["own_house", { limb: "persistent", matters: [complaint] }, "we have not answered their complaint"],
    [
      "social_work",
      { socialWork: { askedOn: "2026-03-02", answer: null, attempts: [] } },
      "Social Work has not answered since 2 March 2026",
      UNACCEPTABLE,
    ],
    ["adjustments", { lacking: true }, "the restrictions do not give what is needed"],
    ["continued", { history: [] }, "nothing is on record between the advice and the warning", PERSISTENT],
    ["continued", { stepsTaken: [ADVICE] }, "an earlier step is not on record"],
    ["dated", { endsOn: "2028-09-04" }, "it is longer than 12 months"],
    [
      "meetings",
      { restrictions: [visits], meetingPremises: ["Alex’s Hall"], meetings: { answer: "none_held", decision: null } },
      "meetings or polling take place there",
    ],
    ["approvers", { eligibleApprovers: 0 }, "1 senior officer must approve and 0 may"],
  ])("%s %j: %s", (gate, change, words, pack = PERSISTENT) => {
    const said = posted(gate, change, pack);
    expect(said).toContain(words);
    expect(said).not.toMatch(/Alex/);
  });
});

it("each reason is at most 12 words, and what opens it at most 30, whatever is missing", () => {
  const missing: readonly Partial<GateFacts>[] = [
    { stepsTaken: [] },
    { stepsTaken: [ADVICE] },
    { stepsTaken: [{ ...ADVICE, on: null }, WARNING] },
    { stepsTaken: [ADVICE, { ...WARNING, on: "2024-02-02" }] },
    { history: [] },
    { bypass: { code: "whim", reason: "" } },
    { limb: "persistent", matters: [complaint, { ...complaint, kind: "appeal" }] },
    { customersAccount: { code: "asked", on: "2027-01-01", how: "phone" } },
    { socialWork: { askedOn: "2026-03-02", answer: null, attempts: [] } },
    { lacking: true },
    { needs: ["cannot_read_or_write"], restrictions: [a("channels_only", { channels: ["letter"] })] },
    { links: [] },
    { restrictions: [visits, a("no_email")], links: [] },
    { startsOn: null },
    { endsOn: "2026-03-01" },
    { endsOn: "2028-03-01" },
    { reviewOn: "2026-12-01" },
    { restrictions: [visits], meetings: { answer: "decided_separately", decision: null } },
    { eligibleApprovers: 1, quorum: 2 },
    { minor: true, approverRole: "senior_officer" },
  ];
  const holding = missing.flatMap((change) => [PERSISTENT, UNACCEPTABLE].flatMap((pack) => blocks(change, pack)));
  expect(new Set(holding.map(({ gate }) => gate)).size).toBeGreaterThanOrEqual(10);
  for (const { because, opens } of holding) {
    for (const reason of because.split(/ and (?=no)/))
      expect([reason, words(reason)]).toEqual([reason, most(reason, 12)]);
    expect([opens, words(opens)]).toEqual([opens, most(opens, 30)]);
    expect(because).not.toMatch(/Alex/);
  }
});

const words = (text: string): number => text.split(" ").length;
const most = (text: string, limit: number): number => Math.min(words(text), limit);

function blocks(change: Partial<GateFacts>, pack: Pack) {
  return askGates(aProposal(change), askingAll(pack), TODAY).flatMap((one) => (one.code === "block" ? [one] : []));
}
