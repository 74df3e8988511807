/** The ten steps of README.md's tour, played at the page, each with what it promises. The titles are README's. */
import { expect } from "vitest";
import { SOON } from "../../sandbox/page/visit.ts";
import { GATE_ANSWERS } from "../proposing.ts";
import type { Cast } from "./cast.ts";
import { fillIn } from "./fields.ts";
import type { Visitor } from "./visitor.ts";

export type TourStep = { readonly title: string; readonly act: (visitor: Visitor, cast: Cast) => Promise<void> };

/** "2026-03-03" so many days ago. */
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

type Opens = { readonly command: string; readonly title: string };

/** Slack opens a form at the command; Teams may not, and answers with a card whose button does. */
async function openForm({ command, press }: Visitor, chat: Cast["chat"], opens: Opens): Promise<void> {
  await command(opens.command);
  if (chat === "Teams") await press(opens.title, opens.title);
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    title: "Be an officer",
    act: async ({ page, choose, look }, { officer, chat }) => {
      await look("the people");
      await choose(officer);
      await page.locator(".conversation-head .about", { hasText: chat }).waitFor();
    },
  },
  {
    title: "Report a contact",
    act: async (visitor, { customerRef, manager, chat }) => {
      const { window, send, close, look } = visitor;
      await openForm(visitor, chat, { command: "/report-contact", title: "Report a contact" });
      const form = await window("Report a contact");
      await look("the report form");
      await fillIn(form, { "Customer reference": customerRef, "What happened?": "Rang nine times in one morning." });
      await send("Send report");
      expect(await (await window(/R-\d+/)).innerText()).toContain(manager);
      await close();
    },
  },
  {
    title: "Look at the report",
    act: async ({ page, choose, message, press, look }, { manager, customerRef }) => {
      const waits = page.locator(".person", { hasText: manager }).locator(".unread");
      await expect.poll(() => waits.textContent(), SOON).toMatch(/^[1-9]/);
      await choose(manager);
      expect(await (await message("Look at report")).innerText()).toContain(customerRef);
      await look("the report's card");
      await press("Look at report", "Propose a restriction");
    },
  },
  {
    title: "Propose a restriction",
    act: async ({ window, send, close, message, look }, { before, namedOfficer, senior, manager }) => {
      const first = await window("Step 1 of 4");
      await fillIn(first, before(daysAgo));
      await first.getByLabel("One named officer only").check();
      await send("Continue");
      const second = await window("Step 2 of 4");
      await look("step 2 of a proposal");
      await fillIn(second, {
        "Who is the one point of contact?": namedOfficer,
        "Why is this needed?": "Nine calls in one morning to five officers, after a final answer.",
      });
      await send("Continue");
      await fillIn(await window("Step 3 of 4"), GATE_ANSWERS);
      await look("step 3 of a proposal");
      await send("Continue");
      expect(await (await window("Step 4 of 4")).innerText()).toContain(`Contact one person only: ${namedOfficer}`);
      await send("Confirm");
      expect(await (await window("is with senior staff")).innerText()).toContain(senior);
      await close();
      await message("Restriction proposed after report", `${manager} proposed a restriction`);
    },
  },
  {
    title: "Approve it",
    act: async ({ choose, message, press, window, send, close, look }, { senior, namedOfficer, approverWrites }) => {
      await choose(senior);
      await message("Decide: restrict contact");
      await look("the approval card");
      await press("Decide: restrict contact", "Approve");
      const second = await window("You approve exactly these words");
      expect(await second.innerText()).toContain(`Contact one person only: ${namedOfficer}`);
      await look("the second screen of an approval");
      if (approverWrites) await fillIn(second, { "Why do you approve it?": "Nothing less would do." });
      await send("Confirm");
      await window(/approved/i);
      await close();
      await message("Restrict contact", "Approved by");
    },
  },
  {
    title: "See every copy change",
    act: async ({ choose, message }, { otherSenior, senior }) => {
      await choose(otherSenior);
      const copy = await message("Restrict contact", "Approved by");
      expect(await copy.innerText()).toMatch(new RegExp(`Approved by ${senior}, \\d+ \\w+ \\d{4}`));
      expect(await copy.locator(".body").getByRole("button").count()).toBe(0);
    },
  },
  {
    title: "Send the letter",
    act: async ({ choose, message, press, window, send, close, look }, { manager, namedOfficer, customerName }) => {
      await choose(manager);
      const task = await message("Send the letter");
      expect(await task.innerText()).toContain("officers are told that the customer may not know");
      await press("Send the letter", "Read the letter");
      const letter = await (await window("Letter to")).innerText();
      expect(letter).toContain(customerName);
      expect(letter).toContain(`Contact one person only: ${namedOfficer}`);
      await look("the letter");
      await close();
      await press("Send the letter", "Mark letter as sent");
      await window("How was it sent?");
      await send("Mark letter as sent");
      await message("The letter has been sent");
      await close();
    },
  },
  {
    title: "Let a contact come in",
    act: async ({ page, openTools, look }, { contact }) => {
      await openTools();
      await page.locator(".simulate").getByLabel("Customer", { exact: true }).selectOption({ label: contact });
      await page.getByRole("button", { name: "Send the contact" }).click();
      await page.locator(".contact-answer").getByText("Outside an arrangement.").waitFor();
      await look("the simulated contact");
    },
  },
  {
    title: "Read the alert",
    act: async (visitor, { officer, registerTeam, namedOfficer, channel, customerRef, customerName }) => {
      const { page, choose, message, press, look } = visitor;
      await choose(officer);
      const alert = await message("This contact is outside an arrangement");
      const words = await alert.innerText();
      expect(words).toContain(namedOfficer);
      expect(words).toContain(customerRef);
      expect(words).not.toContain("may not know");
      await look("the officer's alert");
      await press("This contact is outside an arrangement", "Acknowledge");
      await message("This contact is outside an arrangement", `Acknowledged by ${officer}`);
      await choose(registerTeam);
      await page.locator(".tab", { hasText: channel }).click();
      const masked = await (await message("Contact outside an arrangement", "Acknowledged")).innerText();
      expect(masked).not.toContain(customerName);
      expect(masked).not.toContain(customerRef);
      await look("the register's channel");
    },
  },
  {
    title: "Check, and look at the register",
    act: async (visitor, { officer, registerTeam, namedOfficer, customerRef, chat }) => {
      const { choose, command, window, send, close, message, look } = visitor;
      await choose(officer);
      await openForm(visitor, chat, { command: "/check-contact", title: "Check a contact" });
      const form = await window("Check a contact");
      await fillIn(form, { "Customer reference": customerRef, Why: "They rang the office." });
      await send("Check");
      const answer = await window("This check was recorded");
      expect(await answer.innerText()).toContain(namedOfficer);
      await look("the answer to a check");
      await close();
      await choose(registerTeam);
      await command("/contact-register");
      const shown = chat === "Slack" ? await window("Contact register") : await message("Contact register");
      expect(await shown.innerText()).toContain(customerRef);
      await look("the register");
    },
  },
];
