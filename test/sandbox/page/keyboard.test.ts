import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../support/browser.ts";
import { DECISION } from "./slack-cards.ts";
import { openStand } from "./stand.ts";
import { focused, SOON, visit } from "./visit.ts";

/** Presses Tab until the focus is on what is asked for. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

describe("with the keyboard alone", async () => {
  const browser = await launchBrowser();
  const stand = await openStand();
  afterAll(async () => {
    await browser.close();
    await stand.close();
  });

  it("a person is chosen, a form is filled in and left, and a card is pressed", async () => {
    await stand.slackCall("chat.postMessage", { channel: "U02", text: "A decision", blocks: DECISION });
    const { page, troubles } = await visit(browser, stand);

    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to the conversation");
    await tabTo(page, /^AG\s+Ailsa Grant/);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toMatch(/Jordan Reid/);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page), SOON).toBe("Message Restricted contact");

    await page.keyboard.type("/report-contact");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page), SOON).toMatch(/^Who was it\?/);
    for (let pressed = 0; pressed < 30; pressed += 1) {
      await page.keyboard.press("Tab");
      const outside = await page.evaluate(
        "document.activeElement !== document.body && document.activeElement.closest('dialog') === null",
      );
      expect(outside).toBe(false);
    }
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page), SOON).toBe("Message Restricted contact");

    await page.keyboard.press("Escape");
    expect(await focused(page)).toMatch(/Ailsa Grant/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "You are Jordan Reid" }).waitFor();
    await expect.poll(() => focused(page), SOON).toBe("Message Restricted contact");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("Reject");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page), SOON).toBe("Keep");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page), SOON).toBe("Reject");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Decided: contact is restricted for 6 months" }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("something is said of a message, from its menu", async () => {
    const { page, troubles } = await visit(browser, stand);
    await page.getByRole("button", { name: /Ailsa Grant/ }).press("Enter");
    await expect.poll(() => focused(page), SOON).toBe("Message Restricted contact");
    await page.keyboard.type("I have rung 14 times");
    await page.keyboard.press("Enter");
    const opener = page.getByRole("button", { name: /^More actions on the message/ }).last();
    await opener.waitFor();
    for (let pressed = 0; pressed < 12 && !(await focused(page)).startsWith("⋯"); pressed += 1)
      await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page), SOON).toBe("Contact from a customer");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toMatch(/^⋯/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Report a contact" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page), SOON).toMatch(/^⋯/);
    expect(troubles).toEqual([]);
  });
});
