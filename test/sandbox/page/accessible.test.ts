import { afterAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../support/browser.ts";
import { DECISION, gallery } from "./slack-cards.ts";
import { openStand, PRIYA_WITH_BOT } from "./stand.ts";
import { CARD } from "./teams-cards.ts";
import { audit, be, tooWide, type, visit } from "./visit.ts";

describe("axe-core and the width of the page", async () => {
  const browser = await launchBrowser();
  const stand = await openStand();
  await stand.slackCall("chat.postMessage", { channel: "U01", text: "A decision", blocks: DECISION });
  await stand.slackCall("chat.postMessage", { channel: "U01", text: "All", blocks: gallery() });
  const attachments = [{ contentType: "application/vnd.microsoft.card.adaptive", content: CARD }];
  await stand.teamsPost(PRIYA_WITH_BOT, { summary: "An alert", attachments });
  afterAll(async () => {
    await browser.close();
    await stand.close();
  });

  it.each([
    { width: 1280, scheme: "light" },
    { width: 1280, scheme: "dark" },
    { width: 375, scheme: "light" },
    { width: 375, scheme: "dark" },
  ] as const)(
    "find nothing serious at $width px, $scheme",
    async ({ width, scheme }) => {
      const { page, troubles } = await visit(browser, stand, { width, scheme });
      const faults: string[] = [];
      let looked = 0;
      const look = async (where: string) => {
        const found = await audit(page);
        looked += found.looked;
        faults.push(...found.serious.map((fault) => `${where}: ${fault}`));
        if ((await tooWide(page)) > 0) faults.push(`${where}: wider than the window`);
      };

      await look("people");
      await be(page, "Ailsa Grant");
      await page.locator(".message").first().waitFor();
      await look("Slack");
      await type(page, "/report-contact");
      await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
      await page.locator(".error").first().waitFor();
      await look("Slack form with faults");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });

      if (width < 700) await page.getByRole("button", { name: "People" }).click();
      await be(page, "Priya Shah");
      await page.locator(".card").first().waitFor();
      await look("Teams");
      await page.getByRole("button", { name: "Report as an incident" }).first().click();
      await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
      await page.getByText("Enter an answer.").waitFor();
      await look("Teams dialog with faults");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });

      if (width < 700) await page.getByRole("button", { name: "Tour and contacts" }).click();
      await page.getByText("Simulate a contact", { exact: true }).click();
      await page.getByRole("button", { name: "Send the contact" }).click();
      await page.locator(".contact-answer .notice").waitFor();
      await look("tools");

      expect(faults).toEqual([]);
      expect(looked).toBeGreaterThan(100);
      expect(troubles).toEqual([]);
    },
    60_000,
  );
});
