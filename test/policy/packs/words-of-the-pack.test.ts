/** What is printed and asked follows the values of the pack, also where all packs of the product agree. */
import { describe, expect, it } from "vitest";
import { decisionLetter } from "../../../src/letters/decision-letter.ts";
import { askGates } from "../../../src/policy/gates/ask-gates.ts";
import { describePack } from "../../../src/policy/packs/describe-pack.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { parsePack } from "../../../src/policy/packs/parse-pack.ts";
import { shownWords } from "../../../src/policy/packs/shown-words.ts";
import { type Channel, DECIDING_ROLES, type DecidingRole } from "../../../src/policy/vocabulary.ts";
import { aDecision } from "../../letters/a-decision.ts";
import { a, aProposal, TODAY } from "../gates/some-facts.ts";
import { PERSISTENT, REASONABLE, UNACCEPTABLE } from "./known-packs.ts";

const assumed = true as const;

/** The pack with one role wherever a single role is named. */
const decidedBy = (value: DecidingRole): Pack => ({
  ...UNACCEPTABLE,
  appeal: { ...UNACCEPTABLE.appeal, decidedBy: { value, assumed } },
  meetingsDecidedBy: { value, assumed },
  capacityDecidedBy: { value, assumed },
  bypass: { value: UNACCEPTABLE.bypass.value.map((one) => ({ ...one, reasonBy: value })), assumed },
});

describe.each(DECIDING_ROLES)("with the role of %s", (role) => {
  const pack = decidedBy(role);
  const wrong = /\b(a (?=[aeiou])|an (?![aeiou]))(service manager|senior officer|executive)/i;

  it("what is printed of the pack, the letter and the gates name it in English", () => {
    const premises = aProposal({
      restrictions: [a("premises_by_appointment", { premises: ["Town House"] })],
      meetings: { answer: "decided_separately", decision: null },
      minor: true,
      approverRole: "service_manager",
    });
    const said = [
      describePack(pack),
      decisionLetter(aDecision({ pack })),
      JSON.stringify(askGates(premises, pack, TODAY)),
    ];
    expect(said.map((text) => wrong.exec(text)?.[0])).toEqual([undefined, undefined, undefined]);
    expect(wrong.test("A executive") && wrong.test("an senior officer")).toBe(true);
  });
});

describe("what shows a ground", () => {
  const shownBy = (...what: Pack["limbs"]["value"][number]["shownBy"]) => shownWords([{ shownBy: what }]);

  it.each([
    [
      shownBy("contacts", "minutes", "officers"),
      "how many contacts there were, how much time they took and which officers they reached",
    ],
    [shownBy("contacts", "minutes"), "how many contacts there were and how much time they took"],
    [shownBy("minutes"), "how much time the contacts took"],
    [shownBy("officers"), "which officers the contacts reached"],
    [shownBy(), ""],
  ])("%s", (words, expected) => {
    expect(words).toBe(expected);
  });

  it("is said once for several grounds", () => {
    expect(shownWords([{ shownBy: ["minutes"] }, { shownBy: [] }, { shownBy: ["minutes", "contacts"] }])).toBe(
      "how many contacts there were and how much time they took",
    );
  });
});

describe("how a warning may go", () => {
  const faultsOf = (...value: Channel[]) => {
    const steps = REASONABLE.steps.map((step) =>
      step.step === "warning"
        ? { ...step, how: { value, assumed }, script: { value: step.written.value?.lines ?? null, assumed } }
        : step,
    );
    const parsed = parsePack({ ...REASONABLE, steps });
    return parsed.ok ? [] : parsed.faults.filter(({ path }) => path === "steps.1.how.value");
  };

  it("is in writing: what is only said leaves no letter", () => {
    const message = expect.stringContaining("a warning is a letter");
    expect(faultsOf("phone")).toEqual([{ path: "steps.1.how.value", message }]);
    expect(faultsOf("letter", "meeting")).toEqual([{ path: "steps.1.how.value", message }]);
    expect(faultsOf("letter", "social_media")).toHaveLength(1);
  });

  it("may be by letter, by email or both", () => {
    expect([faultsOf("letter"), faultsOf("email"), faultsOf("letter", "email")]).toEqual([[], [], []]);
  });
});

it("a decision letter says of the advice what the pack has it say", () => {
  const [advice, warning] = PERSISTENT.steps;
  if (!advice || !warning) throw new Error("the pack has no steps");
  const only: Pack = {
    ...PERSISTENT,
    steps: [
      { ...advice, contains: { value: ["ask_to_moderate"], assumed }, alsoContains: { value: [], assumed } },
      warning,
    ],
  };
  const stepsTaken = [{ step: "advice" as const, on: "2026-01-12" }];
  expect(decisionLetter(aDecision({ pack: PERSISTENT, stepsTaken }))).toContain("why this was causing concern");
  const letter = decisionLetter(aDecision({ pack: only, stepsTaken }));
  expect(letter).toContain("On 12 January 2026 we asked you to change this.");
  expect(letter).not.toContain("causing concern");
});

it("the reasons to go without a warning need a warning that they leave out", () => {
  const steps = REASONABLE.steps.filter(({ step }) => step === "advice");
  const faultsOf = (pack: Pack) => {
    const parsed = parsePack(pack);
    return parsed.ok ? [] : parsed.faults.map(({ path }) => path);
  };
  expect(faultsOf({ ...REASONABLE, steps })).toEqual(["bypass.value"]);
  expect(faultsOf({ ...REASONABLE, steps, bypass: { value: [], assumed } })).toEqual([]);
});

describe("what is printed of a pack", () => {
  const without = (...gates: readonly string[]): Pack => ({
    ...UNACCEPTABLE,
    gates: { value: UNACCEPTABLE.gates.value.filter((gate) => !gates.includes(gate)), assumed },
  });

  it("says of Social Work, the care worker and council meetings only what is asked", () => {
    const all = describePack(without());
    expect(all).toContain("social work is asked always");
    expect(all).toContain("a social or care worker is offered as the point of contact: mental health");
    expect(all).toContain("council meetings or polling: executive");

    const few = describePack(without("social_work", "adjustments", "meetings"));
    expect(few).not.toContain("social work is asked");
    expect(few).toContain("no social or care worker is offered as the point of contact");
    expect(few).not.toContain("council meetings or polling:");
    expect(describePack(without("social_work"))).toContain("no social or care worker is offered");
  });

  it("says whom Social Work is asked about where no need suggests it", () => {
    const socialWork: Pack["socialWork"] = {
      asked: { value: "when_a_need_suggests", assumed },
      needs: { value: [], assumed },
    };
    expect(describePack({ ...UNACCEPTABLE, socialWork })).toContain(
      "social work is asked of a minor, or somebody who lacks capacity, only (assumed)",
    );
  });

  it("says that a reason is written down to return and to reject, whatever the pack adds", () => {
    const reasonFor = (value: Pack["openProposal"]["reasonFor"]["value"]): Pack => ({
      ...UNACCEPTABLE,
      openProposal: { ...UNACCEPTABLE.openProposal, reasonFor: { value, assumed } },
    });
    expect(describePack(reasonFor([]))).toContain("a reason is written down to return or reject (assumed)");
    expect(describePack(reasonFor(["approve"]))).toContain("a reason is written down to approve, return or reject");
  });
});
