import { afterAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./browser.ts";

describe("the browser of the page tests", async () => {
  const browser = await launchBrowser();
  afterAll(() => browser.close());

  it("draws text with a font and moves the focus by keyboard", async () => {
    const page = await browser.newPage({ viewport: { width: 375, height: 667 } });
    await page.setContent("<p id=text>Restricted contact</p><button>Approve</button>");
    await page.keyboard.press("Tab");

    const width = await page.evaluate("document.querySelector('#text').getClientRects().length > 0");
    const focused = await page.evaluate("document.activeElement.textContent");
    expect({ width, focused }).toEqual({ width: true, focused: "Approve" });
  });
});
