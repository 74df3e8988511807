/** Every scenario of SCREENING, over HTTP, against the real router on a real PostgreSQL (issue: `N of M`). */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { SCENARIOS, type Seen, shown } from "../support/scenarios.ts";
import { aBot, aCouncil } from "./a-bot.ts";

const WAYS = ["all contacts in one request", "each contact in its own"];

describe.each(SCENARIOS)("scenarios of $file over HTTP", ({ file, world, scenarios }) => {
  describe.each(WAYS)("%s", async (way) => {
    const db = await freshDatabase();
    const council = await aCouncil(db, world);
    const bot = await aBot(db.app);
    let passed = 0;

    // What screening leaves behind; the register itself stays.
    beforeEach(async () => {
      await db.owner.sql`truncate contact, week_call, alert_recipient, alert, copy, due`;
    });
    afterAll(async () => {
      console.log(`${file} scenarios over HTTP, ${way}: ${passed} of ${scenarios.length}`);
      bot.close();
      await db.drop();
    });

    it.each(scenarios)("$name ($why)", async (scenario) => {
      const requests = way.startsWith("all") ? [scenario.contacts] : scenario.contacts.map((contact) => [contact]);
      const results: Seen[] = [];
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
});
