/** README.md's tour, played on the product itself: once in Slack in a wide window, once in Teams in a narrow one. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TOUR } from "../../src/sandbox/page/browser/panels/tour-steps.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { CASTS } from "./tour/cast.ts";
import { TOUR_STEPS } from "./tour/steps.ts";
import { type Visitor, visitor } from "./tour/visitor.ts";

describe("the tour of README.md", () => {
  let browser: Browser;
  let product: Product;
  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
  });
  afterAll(async () => {
    await browser.close();
    await product.remove();
  });

  describe.each(CASTS)("at $council in $chat, $width px wide", (cast) => {
    let seen: Visitor;
    let played = 0;
    beforeAll(async () => {
      seen = await visitor(browser, product.url, cast.width);
    });
    afterAll(() => seen.page.context().close());

    it.each(TOUR_STEPS.map((step, place) => ({ ...step, place })))("$title", async ({ act, place }) => {
      expect(played, "a step before this one failed").toBe(place);
      await act(seen, cast);
      expect(seen.troubles).toEqual([]);
      played += 1;
    });
  });

  it("is the tour of README.md and of the page", () => {
    const readme = readFileSync(resolve(import.meta.dirname, "../../README.md"), "utf8");
    const steps = [...readme.matchAll(/^\d+\. \*\*(.+)\.\*\* (.+)$/gm)].map(([, title, text]) => ({
      title,
      text: text?.replaceAll(/[*`]/g, ""),
    }));
    expect(steps).toEqual(TOUR);
    expect(TOUR_STEPS.map(({ title }) => title)).toEqual(TOUR.map(({ title }) => title));
  });
});
