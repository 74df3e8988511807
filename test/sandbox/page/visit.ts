/** A person at the page: a real browser at one width and in one colour scheme. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import type { Stand } from "./stand.ts";

export type Visit = {
  readonly page: Page;
  /** Errors of the page, and requests to anywhere else than the stand. */
  readonly troubles: string[];
};

export type View = { readonly width?: number; readonly scheme?: "light" | "dark"; readonly at?: string };

/** How long a test waits for what comes by itself: the machine may be busy. */
export const SOON = { timeout: 8_000 };

/** Opens the page and waits until the people are there. */
export async function visit(
  browser: Browser,
  stand: Pick<Stand, "address">,
  { width = 1280, scheme = "light", at = "/" }: View = {},
): Promise<Visit> {
  // axe-core is put in as a script, which the page's own policy would refuse.
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(stand.address) && !request.url().startsWith("data:")) troubles.push(request.url());
  });
  await page.goto(stand.address + at);
  await page.locator(".person").first().waitFor();
  return { page, troubles };
}

/** Chooses somebody in the list of people. */
export async function be(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "People you can be" }).getByRole("button", { name }).click();
  await page.getByRole("heading", { name: `You are ${name}` }).waitFor();
}

/** Ends a visit. Throws what went wrong on the page. */
export async function leave({ page, troubles }: Visit): Promise<void> {
  await page.context().close();
  if (troubles.length > 0) throw new Error(troubles.join("\n"));
}

/** Types into the message box and presses Enter. */
export async function type(page: Page, text: string): Promise<void> {
  await page.locator("#box").fill(text);
  await page.locator("#box").press("Enter");
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Audit = { readonly serious: string[]; readonly looked: number };

/** In the page, so that only what is wanted comes back: all that axe-core has to tell is megabytes. Selectors, which nobody reads, would be a fifth of its work. */
const AUDIT = `axe.run({ resultTypes: ["violations"], selectors: false }).then(({ violations, passes }) => ({
  serious: violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => id + ": " + (nodes[0]?.html ?? "")),
  looked: passes.length,
}))`;

/** What axe-core finds serious or critical, and on how many rules it looked. */
export async function audit(page: Page): Promise<Audit> {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe);
  return await page.evaluate<Audit>(AUDIT);
}

/** How many pixels the page is wider than the window. */
export async function tooWide(page: Page): Promise<number> {
  return Number(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"));
}

/** What has the focus, as a person would name it. */
export async function focused(page: Page): Promise<string> {
  return String(
    await page.evaluate(
      "((e) => e?.getAttribute('aria-label') ?? e?.labels?.[0]?.innerText ?? e?.innerText ?? '')(document.activeElement)",
    ),
  ).trim();
}
