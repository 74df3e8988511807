import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../../support/browser.ts";
import { DECISION, gallery } from "./slack-cards.ts";
import { openStand, type Stand } from "./stand.ts";
import { be, leave, SOON, type, type Visit, visit } from "./visit.ts";

describe("a Slack persona", async () => {
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  let stand: Stand;
  let seen: Visit;
  beforeEach(async () => {
    stand = await openStand();
    seen = await visit(browser, stand);
  });
  afterEach(async () => {
    await stand.close();
    await leave(seen);
  });

  it("is told how to begin where there is no message yet", async () => {
    await be(seen.page, "Ailsa Grant");
    await expect
      .poll(() => seen.page.locator(".messages").textContent(), SOON)
      .toBe("No messages yet. Type /report-contact to begin.");
  });

  it("sees blocks as Slack draws them, what was typed exactly as typed", async () => {
    await stand.slackCall("chat.postMessage", { channel: "U01", text: "A decision", blocks: DECISION });
    await be(seen.page, "Ailsa Grant");
    const message = seen.page.locator(".message");
    await message.getByRole("heading", { name: "Decide: restrict contact for 6 months" }).waitFor();
    expect(await message.locator("strong").allInnerTexts()).toEqual(
      ["Asked by: ", "\nReference: "].map((text) => text.trim()).map((text) => expect.stringContaining(text)),
    );
    expect(await message.locator("li").last().textContent()).toBe(
      "Everything else is read once and filed <!channel> *as typed*",
    );
    expect(await message.locator(".body").getByRole("button").allInnerTexts()).toEqual(["Approve", "Return", "Reject"]);
  });

  it("sees every block and element that the page knows, and mrkdwn", async () => {
    const { page } = seen;
    expect(await stand.slackCall("chat.postMessage", { channel: "U01", text: "All", blocks: gallery() })).toMatchObject(
      { ok: true },
    );
    await be(page, "Ailsa Grant");
    const message = page.locator(".message");
    await message.getByRole("combobox", { name: "Choose a service" }).waitFor();
    expect(await message.locator(".not-drawn").count()).toBe(0);
    expect(await message.locator(".section").first().locator("p").textContent()).toBe(
      "Bold, italic, struck, code, a link, @Ailsa Grant and @channel; 2*3*4 <b>",
    );
    expect(await message.getByRole("img", { name: "A picture elsewhere" }).count()).toBe(1);
  });

  it("presses a button: all wait, a second press does nothing, and then the card changes", async () => {
    const { page } = seen;
    await stand.slackCall("chat.postMessage", { channel: "U01", text: "A decision", blocks: DECISION });
    await be(page, "Ailsa Grant");
    const approve = page.getByRole("button", { name: "Approve" });
    await page.getByRole("button", { name: "Return" }).dblclick();
    expect(await approve.getAttribute("aria-disabled")).toBe("true");
    await expect.poll(() => approve.getAttribute("aria-disabled"), SOON).toBeNull();
    await approve.click();
    await page.getByRole("heading", { name: "Decided: contact is restricted for 6 months" }).waitFor();
    expect(await page.locator(".message .body button").count()).toBe(0);
    const presses = stand.slack.driver.sent().filter((body) => body.includes("block_actions"));
    expect(presses).toHaveLength(2);
  });

  it("says of a message that it is contact: Slack sends the shortcut with its words, and a form opens", async () => {
    const { page } = seen;
    await be(page, "Ailsa Grant");
    await type(page, "I have rung 14 times");
    await page.getByRole("button", { name: "More actions on the message from Ailsa Grant" }).click();
    await page.getByRole("menuitem", { name: "Contact from a customer" }).click();
    await page.getByRole("dialog", { name: "Report a contact" }).waitFor();
    const sent = new URLSearchParams(stand.slack.driver.sent().at(-1)).get("payload");
    expect(JSON.parse(sent ?? "{}")).toMatchObject({
      type: "message_action",
      callback_id: "screen-contact",
      message: { text: "I have rung 14 times" },
    });
  });

  it("is asked once more where the bot wants it, and may say no", async () => {
    const { page } = seen;
    await stand.slackCall("chat.postMessage", { channel: "U01", text: "A decision", blocks: DECISION });
    await be(page, "Ailsa Grant");
    await page.getByRole("button", { name: "Reject" }).click();
    const question = page.getByRole("dialog", { name: "Reject this?" });
    await question.getByRole("button", { name: "Keep" }).click();
    await question.waitFor({ state: "detached" });
    expect(stand.slack.driver.sent().filter((body) => body.includes("block_actions"))).toEqual([]);
  });

  it("leaves a form with Escape after a press beside its fields, where nothing has the focus", async () => {
    const { page } = seen;
    await be(page, "Ailsa Grant");
    await type(page, "/report-contact");
    const form = page.getByRole("dialog", { name: "Report a contact" });
    await form.waitFor();
    await page.evaluate("document.activeElement.blur()");
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "hidden" });
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("fills in a form: the fault stands beside the field, what was typed is kept, then it closes", async () => {
    const { page } = seen;
    await be(page, "Ailsa Grant");
    await type(page, "/report-contact");
    const form = page.getByRole("dialog", { name: "Report a contact" });
    const what = form.getByRole("textbox", { name: "What happened?" });
    await what.fill("Shouted");
    await form.getByRole("combobox", { name: "How did they reach you?" }).selectOption("Visit");
    await form.getByRole("button", { name: "Send" }).click();

    await form.locator(".wrong").getByText("Say more: at least 10 characters.").waitFor();
    expect(await what.inputValue()).toBe("Shouted");
    expect(await form.getByRole("combobox", { name: "How did they reach you?" }).inputValue()).toBe("visit");
    expect(await what.getAttribute("aria-invalid")).toBe("true");
    expect(await what.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);

    await what.fill("Shouted at the desk for ten minutes");
    await form.getByRole("button", { name: "Send" }).click();
    await form.waitFor({ state: "hidden" });
    await page.locator(".message").getByText("Your report R-2031 has been taken.").waitFor();
  });

  it("goes one form further and back again, without losing the first", async () => {
    const { page } = seen;
    await be(page, "Ailsa Grant");
    await type(page, "/report-contact");
    const first = page.getByRole("dialog", { name: "Report a contact" });
    await first.getByRole("textbox", { name: "What happened?" }).fill("There is more to say");
    await first.getByRole("button", { name: "Send" }).click();
    const second = page.getByRole("dialog", { name: "Whose is it?" });
    await second.getByText("Report a contact ›").waitFor();
    await page.keyboard.press("Escape");
    await first.waitFor();
    expect(await first.getByRole("textbox", { name: "What happened?" }).inputValue()).toBe("There is more to say");
  });

  it("reads why a command did not work, and keeps what was typed", async () => {
    const { page } = seen;
    await be(page, "Ailsa Grant");
    await type(page, "/unknown thing");
    await page.locator(".composer .notice").getByText('/unknown failed with the error "dispatch_failed"').waitFor();
    expect(await page.locator("#box").inputValue()).toBe("/unknown thing");
  });

  it("sees what only they see, and their Home page", async () => {
    const { page } = seen;
    await be(page, "Ailsa Grant");
    await type(page, "/check-contact");
    await page.getByText("Only visible to you").waitFor();
    await page.getByRole("button", { name: "Home" }).click();
    await page.locator(".home").getByText("Nothing waits for you.").waitFor();
    await page.locator(".home").getByRole("button", { name: "Report a contact" }).click();
    const form = page.getByRole("dialog", { name: "Report a contact" });
    await expect.poll(() => form.isVisible(), SOON).toBe(true);
  });
});
