import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { aRegister, type Result, type World } from "../../support/screening-world.ts";

type Expected = {
  readonly status: "accepted" | "duplicate" | "rejected";
  readonly alert: boolean;
  readonly outcome?: string;
  readonly tier?: string;
  readonly customerRef?: string | null;
  readonly restrictions?: readonly { readonly kind: string; readonly outcome: string }[];
  readonly handling?: readonly string[];
  readonly sameAlertAs?: number;
  readonly otherAlertThan?: number;
};

type Scenario = {
  readonly name: string;
  readonly why: string;
  readonly contacts: readonly unknown[];
  readonly expect: readonly Expected[];
};

type Scenarios = { readonly world: World; readonly scenarios: readonly Scenario[] };

const file = new URL("../../fixtures/screening.json", import.meta.url);
const { world, scenarios }: Scenarios = JSON.parse(readFileSync(file, "utf8"));

let passed = 0;

describe("screening scenarios", () => {
  it.each(scenarios)("$name ($why)", (scenario) => {
    const register = aRegister(world);
    const results = scenario.contacts.map((contact) => register.receive(contact));
    scenario.expect.forEach((expected, place) => {
      expect(shown(results, place, expected), `contact ${place + 1}`).toEqual(expected);
    });
    passed += 1;
  });

  afterAll(() => {
    console.log(`screening scenarios: ${passed} of ${scenarios.length}`);
  });
});

/** The result as the scenario file writes results, with the keys that this expectation has. */
function shown(results: readonly Result[], place: number, expected: Expected): unknown {
  const result = results[place];
  const written = { ...asWritten(result), ...alertsOf(results, place, expected) };
  return Object.fromEntries(Object.entries(written).filter(([key]) => key in expected));
}

function asWritten(result: Result | undefined) {
  if (result === undefined || result.status === "rejected") return { status: result?.status, alert: false };
  return {
    status: result.status,
    alert: result.alertId !== null,
    outcome: result.outcome,
    tier: result.match?.tier ?? "none",
    customerRef: result.match?.customerRef ?? null,
    restrictions: result.restrictions.map(({ kind, outcome }) => ({ kind, outcome })),
    handling: result.handling,
  };
}

function alertsOf(results: readonly Result[], place: number, expected: Expected) {
  const alert = alertId(results[place]);
  const isOf = (other: number | undefined) => other !== undefined && alertId(results[other]) === alert;
  return {
    sameAlertAs: isOf(expected.sameAlertAs) ? expected.sameAlertAs : `not ${expected.sameAlertAs}`,
    otherAlertThan: isOf(expected.otherAlertThan) ? `not ${expected.otherAlertThan}` : expected.otherAlertThan,
  };
}

function alertId(result: Result | undefined): string | null {
  return result === undefined || result.status === "rejected" ? null : result.alertId;
}
