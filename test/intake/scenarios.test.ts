/** Every scenario of SCREENING, over HTTP, against the real router on a real PostgreSQL (issue: `N of M`). */
import { readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { aBot, aCouncil } from "./a-bot.ts";

type Expected = {
  readonly status: string;
  readonly alert: boolean;
  readonly sameAlertAs?: number;
  readonly otherAlertThan?: number;
};
type Scenario = {
  readonly name: string;
  readonly why: string;
  readonly contacts: readonly unknown[];
  readonly expect: readonly Expected[];
};
type Answered = {
  readonly id: string;
  readonly status: string;
  readonly outcome: string;
  readonly match: { readonly tier: string; readonly customerRef?: string } | null;
  readonly restrictions: readonly { readonly kind: string; readonly outcome: string }[];
  readonly handling: readonly string[];
  readonly alertId: string | null;
};

const file = new URL("../fixtures/screening.json", import.meta.url);
const { world, scenarios }: { world: unknown; scenarios: readonly Scenario[] } = JSON.parse(readFileSync(file, "utf8"));

let passed = 0;

describe.each(["all contacts in one request", "each contact in its own"])("scenarios over HTTP, %s", async (way) => {
  const db = await freshDatabase();
  const council = await aCouncil(db, world);
  const bot = await aBot(db.app);
  passed = 0;

  // What screening leaves behind; the register itself stays.
  beforeEach(async () => {
    await db.owner.sql`truncate contact, week_call, alert_recipient, alert, copy, due`;
  });
  afterAll(async () => {
    console.log(`screening scenarios over HTTP, ${way}: ${passed} of ${scenarios.length}`);
    passed = 0;
    bot.close();
    await db.drop();
  });

  it.each(scenarios)("$name ($why)", async (scenario) => {
    const requests = way.startsWith("all") ? [scenario.contacts] : scenario.contacts.map((contact) => [contact]);
    const results: Answered[] = [];
    for (const contacts of requests) {
      const { status, body } = await bot.send(council.token, { source: "phone-system", contacts });
      expect(status).toBe(200);
      results.push(...body.results);
    }
    expect(results).toHaveLength(scenario.expect.length);
    scenario.expect.forEach((expected, place) => {
      expect(shown(results, place, expected), `contact ${place + 1}`).toEqual(expected);
    });
    passed += 1;
  });
});

/** The result as the scenario file writes results, with the keys that this expectation has. */
function shown(results: readonly Answered[], place: number, expected: Expected): unknown {
  const result = results[place];
  const written =
    result?.status === "rejected"
      ? { status: "rejected", alert: false }
      : { ...asWritten(result), ...alertsOf(results, place, expected) };
  return Object.fromEntries(Object.entries(written).filter(([key]) => key in expected));
}

function asWritten(result: Answered | undefined) {
  return {
    status: result?.status,
    alert: typeof result?.alertId === "string",
    outcome: result?.outcome,
    tier: result?.match?.tier ?? "none",
    customerRef: result?.match?.customerRef ?? null,
    restrictions: result?.restrictions.map(({ kind, outcome }) => ({ kind, outcome })),
    handling: result?.handling,
  };
}

function alertsOf(results: readonly Answered[], place: number, { sameAlertAs, otherAlertThan }: Expected) {
  const isOf = (other: number | undefined) =>
    other !== undefined && results[other]?.alertId === results[place]?.alertId;
  return {
    sameAlertAs: isOf(sameAlertAs) ? sameAlertAs : `not ${sameAlertAs}`,
    otherAlertThan: isOf(otherAlertThan) ? `not ${otherAlertThan}` : otherAlertThan,
  };
}
