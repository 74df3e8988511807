import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../../support/browser.ts";
import { openStand, type Stand } from "./stand.ts";
import { be, leave, SOON, type, type Visit, visit } from "./visit.ts";

describe("a Teams persona", async () => {
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  let stand: Stand;
  let seen: Visit;
  beforeEach(async () => {
    stand = await openStand();
    seen = await visit(browser, stand);
    await be(seen.page, "Priya Shah");
    await type(seen.page, "report-contact");
    await seen.page.locator(".card").waitFor();
  });
  afterEach(async () => {
    await stand.close();
    await leave(seen);
  });

  it("sees their own words on the right and the card drawn by the renderer of Microsoft", async () => {
    const { page } = seen;
    expect(await page.locator(".message.own .typed p").textContent()).toBe("report-contact");
    const card = page.locator(".card");
    await card.getByRole("heading", { name: "This contact is outside an arrangement" }).waitFor();
    expect(await card.getByRole("button").allInnerTexts()).toEqual(["Acknowledge", "Report as an incident", "Reject"]);
  });

  it("sees Markdown as in Teams: bold and links, no headings, and none in text runs", async () => {
    const card = seen.page.locator(".card");
    expect(await card.locator("strong").allInnerTexts()).toEqual(["danger"]);
    expect(await card.getByRole("link", { name: "Guidance" }).getAttribute("target")).toBe("_blank");
    await card.getByText("# not a heading").waitFor();
    await card.getByText("**as typed**").waitFor();
  });

  it("presses an Execute: the answer takes the place of the card", async () => {
    const { page } = seen;
    await page.getByRole("button", { name: "Acknowledge" }).click();
    await page.locator(".card").getByText("Acknowledged by you, 10:44am.").waitFor();
    expect(await page.locator(".card button").count()).toBe(0);
  });

  it("says of a message that it is contact: Teams sends the action with its words, and a dialog opens", async () => {
    const { page } = seen;
    await page.getByRole("button", { name: "More actions on the message from Priya Shah" }).click();
    await page.getByRole("menuitem", { name: "This is contact from a customer" }).click();
    await page.getByRole("dialog", { name: "Report a contact" }).waitFor();
    const invokes = stand.teams.driver.sent().filter((body) => body.includes("composeExtension/fetchTask"));
    expect(invokes.map((body) => JSON.parse(body))).toMatchObject([
      {
        value: {
          commandId: "screen-contact",
          commandContext: "message",
          messagePayload: { body: { contentType: "html", content: "<div>report-contact</div>" } },
        },
      },
    ]);
  });

  it("fills in a dialog: a fault comes back with what was typed, then a text, then it closes", async () => {
    const { page } = seen;
    await page.getByRole("button", { name: "Report as an incident" }).click();
    const dialog = page.getByRole("dialog", { name: "Report a contact" });
    await dialog.getByRole("textbox", { name: "What happened?" }).fill("Shouted");
    await dialog.getByRole("button", { name: "Send" }).click();
    await dialog.getByText("Error: Say more: at least 10 characters.").waitFor();
    expect(await dialog.getByRole("textbox", { name: "What happened?" }).inputValue()).toBe("Shouted");

    await dialog.getByRole("textbox", { name: "What happened?" }).fill("Shouted at the desk");
    await dialog.getByRole("button", { name: "Send" }).click();
    await dialog.getByText("Your report R-2031 has been taken.").waitFor();
    expect(await dialog.locator("strong").textContent()).toBe("R-2031");
    await dialog.locator(".window-foot").getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  it("cannot send a dialog without what it asks for", async () => {
    const { page } = seen;
    await page.getByRole("button", { name: "Report as an incident" }).click();
    const dialog = page.getByRole("dialog", { name: "Report a contact" });
    await dialog.getByRole("button", { name: "Send" }).click();
    await dialog.getByText("Enter an answer.").waitFor();
    expect(stand.teams.driver.dialog("29:1priya")).not.toBeNull();
  });

  it("opens the same dialog from the menu of the message box", async () => {
    await seen.page.getByRole("button", { name: "Report a contact", exact: true }).click();
    await expect.poll(() => seen.page.getByRole("dialog", { name: "Report a contact" }).isVisible(), SOON).toBe(true);
  });

  it("reads when the app cannot be reached", async () => {
    const { page } = seen;
    stand.teams.faults.add({ kind: "fails-before", call: "invoke" });
    await page.getByRole("button", { name: "Acknowledge" }).click();
    const notice = page.locator("[data-message] .notice:not([hidden])");
    await expect
      .poll(() => notice.allTextContents(), SOON)
      .toEqual(["It did not work: Unable to reach app. Please try again."]);
  });
});
