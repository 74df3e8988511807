/** The product's pure functions and an independent model of the contract answer the same, in worlds made to collide. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameAgreement } from "../../../src/matching/name-agreement.ts";
import { foldName } from "../../../src/matching/names.ts";
import { aRegister, type Result } from "../../support/screening-world.ts";
import { busyWeeks, type Story, stories } from "../screening-model/generate/steps.ts";
import { aModel } from "../screening-model/model.ts";
import { agreement } from "../screening-model/names.ts";
import type { Answer } from "../screening-model/shapes.ts";

const SEED = 20_260_915;
const STORIES = 500;
const WEEKS = 200;

describe("the product and the model", () => {
  it(`agree about every contact of ${STORIES} stories`, { timeout: 120_000 }, () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(stories({ most: 12 }), (story) => agree(story, (outcome) => outcomes.add(outcome))),
      { seed: SEED, numRuns: STORIES },
    );
    // Two that are never asked agree as well: every outcome came up.
    expect([...outcomes].sort()).toEqual([
      "breach",
      "clear",
      "conditional",
      "not_checked",
      "permitted",
      "possible_match",
    ]);
  });

  it("agree about every name, also one with a word or an initial twice", () => {
    const word = fc.constantFrom("Anna", "Ada", "Brid", "Bernadette", "O'Hanlon", "A", "B.", "O");
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    const seen = new Set<string>();
    fc.assert(
      fc.property(name, fc.array(name, { minLength: 1, maxLength: 2 }), (given, names) => {
        const answer = agreement(given, names);
        seen.add(answer);
        expect(nameAgreement(foldName(given), names.map(foldName))).toBe(answer.replace(" ", "-"));
      }),
      { seed: SEED, numRuns: 5_000 },
    );
    expect([...seen].toSorted()).toEqual(["agrees", "contradicts", "in full"]);
  });

  it(`agree about the calls of ${WEEKS} busy weeks`, { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(busyWeeks, (story) => agree(story, () => {})),
      { seed: SEED, numRuns: WEEKS },
    );
  });
});

function agree({ world, steps }: Story, saw: (outcome: string) => void): void {
  const register = aRegister(world);
  const model = aModel(world);
  for (const { contact, notTheSame } of steps) {
    const answer = model.screen(contact);
    saw(answer.outcome);
    expect(ofProduct(register.receive(contact)), contact.id).toEqual(sorted(answer));
    if (notTheSame === undefined) continue;
    register.judgeNotTheSame(contact.customer, notTheSame);
    model.judgeNotTheSame(contact.customer, notTheSame);
  }
}

function ofProduct(result: Result): Answer | undefined {
  if (result.status === "rejected") return undefined;
  const { outcome, match, restrictions, handling, alertId } = result;
  return sorted({ outcome, match, restrictions, handling, alert: alertId !== null });
}

/** The contract gives restrictions no order. */
function sorted(answer: Answer): Answer {
  return { ...answer, restrictions: answer.restrictions.toSorted((one, other) => (one.id < other.id ? -1 : 1)) };
}
