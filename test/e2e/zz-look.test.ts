import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { CASTS } from "./tour/cast.ts";
import { fillIn } from "./tour/fields.ts";
import { TOUR_STEPS } from "./tour/steps.ts";
import { visitor } from "./tour/visitor.ts";
let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
}, 60000);
afterAll(async () => {
  await browser.close();
  await product.remove();
});
it.each(CASTS)("$chat", async (cast) => {
  const seen = { ...(await visitor(browser, product.url, cast.width)), look: async () => {} };
  for (const step of TOUR_STEPS.slice(0, 3)) await step.act(seen, cast);
  const first = await seen.window("Step 1 of 4");
  await fillIn(first, cast.before((days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)));
  const shot = async (name: string) => {
    await seen.page.setViewportSize({ width: cast.width === 375 ? 760 : 900, height: 4600 });
    await seen.page.waitForTimeout(500);
    await seen.page.getByRole("dialog").screenshot({ path: `/tmp/${cast.chat}-${name}.png` });
  };
  const group = first.getByLabel(/acting for the customer only/);
  await group.first().check();
  for (const words of ["No emails", "Offices by", "One named officer", "Phone calls at", "Personal contact", "No reply on a closed", "Limited or no", "No home visits", "No contact with named", "Named channels only", "No contact, save"]) {
    const one = first.getByLabel(new RegExp(words));
    if ((await one.count()) > 0) await one.first().check();
  }
  await shot("1");
  await seen.send("Continue");
  await seen.window("Step 2 of 4");
  await shot("2");
  await seen.send("Continue");
  await seen.page.waitForTimeout(1500);
  await shot("3");
  expect(seen.troubles).toEqual([]);
}, 90000);
