/** Steps 5 and 6: the letter, the register, and what an officer is told who asks first. */
import { expect } from "vitest";
import { ukDate } from "../../../src/policy/arrangement/uk-words.ts";
import { becomes, read, send, told, words } from "../hands.ts";
import { CUSTOMER, type Step, WHY } from "./step.ts";

export const MAY_NOT_KNOW = "The customer may not know this yet: explain it, do not refuse or end the contact.";

export const registerSteps: readonly Step[] = [
  {
    title: "the letter says what, why, how long, how to appeal, in the words of the decision",
    act: async ({ person, council, day }) => {
      const letter = await read(person(council.manager), "Read the letter", "Send the letter");
      expect(letter).toContain(`Dear ${CUSTOMER.name}`);
      for (const sentence of council.sentences) expect(letter).toContain(sentence);
      expect(letter).toContain(WHY);
      for (const date of [day(0), day(35), day(21)]) expect(letter).toContain(ukDate(date));
      expect(letter).toContain("If you disagree");
      expect(letter).toMatch(/ombudsman/i);
    },
  },
  {
    title: "until the letter is sent, an officer's card begins with that",
    act: async ({ person, council, contact }, memory) => {
      const { early } = council.reached;
      const answer = await contact({
        channel: "email",
        customer: { email: CUSTOMER.email },
        officer: { email: early.email },
      });
      expect(answer).toMatchObject({ status: "accepted", outcome: "breach" });
      const card = await person(early.name).card("This contact is outside an arrangement");
      expect(card.lines[1]).toBe(MAY_NOT_KNOW);
      expect(words(card)).toContain(memory.customerRef);
      expect(words(card)).not.toMatch(/Do not answer|Do not reply/);
    },
  },
  {
    title: "the letter is recorded as sent",
    act: async ({ person, council, day }) => {
      const manager = person(council.manager);
      const task = await manager.card("Until you record it as sent");
      await manager.press("Mark letter as sent");
      await manager.form("How was it sent?");
      expect(await send(manager, { "How was it sent?": "By post", "Which day?": day(0) })).toContain(
        "Recorded as sent",
      );
      const sent = await becomes(manager, task, "The letter has been sent");
      expect(sent.buttons).toEqual(["Read the letter"]);
      expect(words(sent)).toContain(`${council.manager} sent it by post on ${ukDate(day(0))}`);
    },
  },
  {
    title: "the register lists it, and its entry holds who, what, from, until, who decided, by which policy",
    act: async ({ person, council, day, audited }, memory) => {
      const [name] = council.registerTeam;
      const team = person(name);
      const outcome = await team.command("contact-register");
      expect(outcome.ok).toBe(true);
      await team.form("Arrangements in force");
      await team.press(`Open ${memory.customerRef}`);
      const entry = (await team.form("Decided by")).lines.join("\n");
      for (const sentence of council.sentences) expect(entry).toContain(sentence);
      expect(entry).toContain(`Customer: ${memory.customerRef} · ${CUSTOMER.name}`);
      expect(entry).toContain(`Until: ${ukDate(day(35))}`);
      expect(entry).toContain(`Decided by: ${council.asked[0]}`);
      expect(entry).toMatch(/Policy: .*version 1/);
      expect(entry).toContain(`Customer told: ${ukDate(day(0))}`);
      await team.close();
      expect(await audited("register-entry-opened")).toBeGreaterThan(0);
    },
  },
  {
    title: "an officer who asks first is told how to deal with the customer, and the asking is recorded",
    act: async ({ person, council, audited }) => {
      const before = await audited("register-checked");
      const officer = person(council.reached.saysNotSame.name);
      await officer.command("check-contact");
      await officer.form("Why are you checking?");
      const answer = await send(officer, {
        "Phone number": CUSTOMER.phone,
        "Why are you checking?": "About to ring back.",
      });
      expect(answer).toContain("That number: deal");
      expect(answer).toContain(council.namedOfficer.name);
      expect(answer).toContain("This check was recorded.");
      expect(answer).not.toContain(MAY_NOT_KNOW);
      expect(await audited("register-checked")).toBe(before + 1);
    },
  },
  {
    title: "a service manager's case list is their own work, with a button beside each matter",
    act: async ({ person, council }) => {
      const manager = person(council.manager);
      const answer = await told(manager, await manager.command("contact-register"));
      expect(answer).toContain("Your work");
      expect(answer).toMatch(/customer [A-Z]-\d+ · (since|until|due) /);
    },
  },
  {
    title: "nobody else may read the register",
    act: async ({ person, council }) => {
      const officer = person(council.reporter);
      const answer = await told(officer, await officer.command("contact-register"));
      expect(answer).toContain("You cannot do this");
    },
  },
];
