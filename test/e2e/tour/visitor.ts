/** One person who plays the tour at the page: what they press and read, at one width, and what axe-core says on the way. */
import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { audit, SOON, tooWide, type Visit, visit } from "../../sandbox/page/visit.ts";

/** Below this the page shows one part at a time. */
const NARROW = 760;
const WIDE = 1280;
const PHONE = 375;

export type Visitor = {
  readonly page: Page;
  /** Errors of the page, and requests to anywhere else than the product. */
  readonly troubles: readonly string[];
  readonly choose: (name: string) => Promise<void>;
  /** Types a command into the message box and sends it. */
  readonly command: (text: string) => Promise<void>;
  /** The newest message with this heading, once it says so. */
  readonly message: (heading: string, says?: string) => Promise<Locator>;
  /** Presses a button of that message. */
  readonly press: (heading: string, button: string) => Promise<void>;
  /** The open window with these words. */
  readonly window: (words: string | RegExp) => Promise<Locator>;
  /** Presses a button of the open window. */
  readonly send: (button: string) => Promise<void>;
  /** Closes the open window. */
  readonly close: () => Promise<void>;
  readonly openTools: () => Promise<void>;
  /**
   * What is on the screen: not wider than the window at both widths, and nothing that axe-core finds serious at one of
   * them. They take turns, because axe-core is slow; the other chat's tour looks at the same place at the other width.
   */
  readonly look: (where: string) => Promise<void>;
};

/** Opens the page of a running product. */
export async function visitor(browser: Browser, address: string, width: number): Promise<Visitor> {
  const { page, troubles }: Visit = await visit(browser, { address }, { width });
  page.setDefaultTimeout(SOON.timeout);
  const narrow = width <= NARROW;
  const other = narrow ? WIDE : PHONE;
  let looks = 0;
  const open = page.getByRole("dialog");
  const message = async (heading: string, says = ""): Promise<Locator> => {
    const has = page.getByRole("heading", { name: heading });
    const found = page.locator("[data-message]").filter({ has, hasText: says }).last();
    await found.waitFor();
    return found;
  };
  return {
    page,
    troubles,
    message,
    choose: async (name) => {
      if (narrow) await toThePeople(page);
      await page.locator(".person", { hasText: name }).click();
      await page.getByRole("heading", { name: `You are ${name}` }).waitFor();
    },
    command: async (text) => {
      await page.locator("#box").fill(text);
      await page.locator("#box").press("Enter");
    },
    press: async (heading, button) => (await message(heading)).getByRole("button", { name: button }).click(),
    window: async (words) => {
      const found = open.filter({ hasText: words });
      await found.waitFor();
      return found;
    },
    send: (button) => open.getByRole("button", { name: button }).click(),
    close: async () => {
      await open.getByRole("button", { name: "Close" }).first().click();
      await open.waitFor({ state: "hidden" });
    },
    openTools: async () => {
      if (narrow) await page.getByRole("button", { name: "Tour and contacts" }).click();
      const folded = page.locator(".simulate:not([open]) summary");
      if ((await folded.count()) > 0) await folded.click();
    },
    look: async (where) => {
      const first = looks % 2 === 0 ? width : other;
      for (const wide of [first, first === width ? other : width]) {
        await page.setViewportSize({ width: wide, height: 800 });
        expect(await tooWide(page), `${where}, ${wide} px`).toBeLessThanOrEqual(0);
        if (wide !== first) continue;
        const { serious, looked } = await audit(page);
        expect(serious, `${where}, ${wide} px`).toEqual([]);
        expect(looked).toBeGreaterThan(10);
      }
      await page.setViewportSize({ width, height: 800 });
      looks += 1;
    },
  };
}

/** Back from the tour and contacts to the conversation, and from there to the people. */
async function toThePeople(page: Page): Promise<void> {
  for (const name of ["Back", "People"]) {
    const back = page.getByRole("button", { name, exact: true }).filter({ visible: true });
    if ((await back.count()) > 0) await back.click();
  }
}
