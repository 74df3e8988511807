/** One case of each policy, from the first word with the customer to the decision, played at the page in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startOfDay } from "../../src/policy/working-time/dates.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { LADDER_CASTS } from "./tour/ladder.ts";
import { type Visitor, visitor } from "./tour/visitor.ts";

const DAY = 86_400_000;
const MONDAY = 1;

describe("a case", () => {
  let browser: Browser;
  let product: Product;
  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
    await atTen(Array.from({ length: 7 }, (_, days) => days + 1).find((days) => dayAfter(days).getUTCDay() === MONDAY));
  });
  afterAll(async () => {
    await browser.close();
    await product.remove();
  });

  const dayAfter = (days: number): Date => new Date(product.now().getTime() + days * DAY);
  /** Sets the clock to ten in the morning, so many days on. */
  async function atTen(days = 0): Promise<void> {
    const date = dayAfter(days).toISOString().slice(0, 10);
    await product.setClock(new Date(startOfDay(date, "Europe/London").getTime() + 10 * 60 * 60 * 1_000));
  }

  describe.each(LADDER_CASTS)("at $council in $chat, $width px wide", (cast) => {
    let seen: Visitor;
    let played = 0;
    beforeAll(async () => {
      seen = await visitor(browser, product.url, cast.width);
    });
    afterAll(() => seen.page.context().close());

    it.each(cast.steps.map((step, place) => ({ ...step, place })))("$title", async ({ act, place }) => {
      expect(played, "a step before this one failed").toBe(place);
      await act(seen, cast, atTen);
      expect(seen.troubles).toEqual([]);
      played += 1;
    });
  });
});
