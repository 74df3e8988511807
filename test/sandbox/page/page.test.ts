import { request } from "node:http";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../../support/browser.ts";
import { openStand, STAND_NOW, type Stand } from "./stand.ts";
import { be, leave, SOON, type Visit, visit } from "./visit.ts";

/** The status of a request that claims another host. */
function statusAs(stand: Stand, headers: Record<string, string>, path = "/"): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(stand.address + path, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

describe("the page", async () => {
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

  const row = (name: string) => seen.page.locator(".person", { hasText: name });

  it("lists everybody with role, service and chat, under their council", async () => {
    const { page } = seen;
    await page.getByRole("heading", { name: "Northdale Council" }).waitFor();
    expect(await page.locator(".person .name").allInnerTexts()).toEqual([
      "Ailsa Grant",
      "Jordan Reid",
      "Dele Okafor",
      "Siobhan Byrne-Featherstonehaugh",
      "Priya Shah",
      "Morag Lindqvist",
    ]);
    expect(await row("Dele Okafor").locator(".about").textContent()).toBe("Senior officer · Corporate");
    expect(await row("Priya Shah").textContent()).toContain("in Teams");
    await page.getByText("Everybody and everything here is fictional.").waitFor();
  });

  it("counts what somebody else has not read as it arrives, and what is read no more", async () => {
    const { page } = seen;
    await be(page, "Jordan Reid");
    await stand.slackCall("chat.postMessage", { channel: "U01", text: "One" });
    await stand.slackCall("chat.postMessage", { channel: "U01", text: "Two" });
    await expect.poll(() => row("Ailsa Grant").locator(".unread").textContent(), SOON).toMatch(/^2/);
    await expect.poll(() => page.locator("#announcer").textContent(), SOON).toBe("New messages for Ailsa Grant.");
    await be(page, "Ailsa Grant");
    await page.locator(".new-line").waitFor();
    await expect.poll(() => row("Ailsa Grant").locator(".unread").textContent(), SOON).toBe("");
  });

  it("shows and says a message that arrives in the open conversation", async () => {
    const { page } = seen;
    await be(page, "Ailsa Grant");
    await page.locator(".messages .empty").waitFor();
    await stand.slackCall("chat.postMessage", { channel: "U01", text: "A decision is waiting for you." });
    await page.locator(".message").getByText("A decision is waiting for you.").waitFor();
    await expect
      .poll(() => page.locator("#announcer").textContent(), SOON)
      .toBe("New message from Restricted contact. A decision is waiting for you.");
  });

  it("keeps what is half typed when a message arrives", async () => {
    const { page } = seen;
    await be(page, "Ailsa Grant");
    await page.locator("#box").fill("half a sen");
    await stand.slackCall("chat.postMessage", { channel: "U01", text: "Something" });
    await page.locator(".message").waitFor();
    expect(await page.locator("#box").inputValue()).toBe("half a sen");
  });

  it("asks again and again where events do not come", async () => {
    const { page } = seen;
    await page.route("**/-/events", (route) => route.abort());
    await page.reload();
    await be(page, "Ailsa Grant");
    await stand.slackCall("chat.postMessage", { channel: "U01", text: "By polling" });
    await expect.poll(() => page.locator(".message .typed").allTextContents(), SOON).toEqual(["By polling"]);
  });

  it("stays with the same person and conversation after a reload", async () => {
    const { page } = seen;
    await be(page, "Jordan Reid");
    await page.getByRole("button", { name: "# restricted-contact" }).click();
    await page.locator(".tab[aria-current]", { hasText: "restricted-contact" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "You are Jordan Reid" }).waitFor();
    expect(await page.locator(".tab[aria-current]").textContent()).toBe("# restricted-contact");
  });

  it("offers the register as the one who looks after it", async () => {
    const { page } = seen;
    await page.getByRole("button", { name: "Open the register" }).first().click();
    await page.getByRole("heading", { name: "You are Siobhan" }).waitFor();
    await expect.poll(() => page.locator("#box").inputValue(), SOON).toBe("/contact-register");
  });

  it("hands a simulated call to the bot, with a token that the browser never sees", async () => {
    const { page } = seen;
    await page.getByText("Simulate a contact", { exact: true }).click();
    await page.getByRole("button", { name: "Send the contact" }).click();
    await page.locator(".contact-answer").getByText("Outside an arrangement.").waitFor();
    expect(stand.received).toMatchObject([
      {
        authorization: "Bearer intake-token",
        body: {
          source: "sandbox",
          contacts: [
            {
              occurredAt: STAND_NOW,
              direction: "inbound",
              channel: "phone",
              customer: { phone: "07700 900123" },
              officer: { email: "ailsa.grant@northdale.example" },
            },
          ],
        },
      },
    ]);
    expect(JSON.stringify(stand.received)).not.toContain("c.customer@mail.example");
    const facts = await (await fetch(`${stand.address}/-/sandbox.json`)).text();
    expect(facts).not.toContain("intake-token");
  });

  it("says so when the sandbox has gone", async () => {
    const { page } = seen;
    await be(page, "Ailsa Grant");
    await page.context().setOffline(true);
    await page.locator("#box").fill("/report-contact");
    await page.locator("#box").press("Enter");
    await page.getByRole("alert").getByText("The sandbox cannot be reached.").waitFor();
    await page.locator(".composer .notice").getByText("The sandbox cannot be reached.").waitFor();
    expect(await page.locator("#box").inputValue()).toBe("/report-contact");
  });

  it("answers this machine only", async () => {
    expect(await statusAs(stand, {})).toBe(200);
    expect(await statusAs(stand, { host: "sandbox.example" })).toBe(403);
    expect(await statusAs(stand, { "x-forwarded-for": "192.0.2.1" })).toBe(403);
    expect(await statusAs(stand, { host: "sandbox.example" }, "/-/sandbox.json")).toBe(403);
    expect(await statusAs(stand, {}, "/-/page/browser/..%2f..%2f..%2fmain.ts")).toBe(404);
    expect(await statusAs(stand, {}, "/-/page/browser/missing.ts")).toBe(404);
  });
});
