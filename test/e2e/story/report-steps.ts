/** Steps 1 and 2: an officer reports, the safety alert goes down the line, the service manager looks at it. */
import { expect } from "vitest";
import { becomes, read, refusedForm, send, told, typedIn, words } from "../hands.ts";
import { CUSTOMER, HAPPENED, type Step } from "./step.ts";

const NOTHING_MORE = "It was a wrong number.";

export const reportSteps: readonly Step[] = [
  {
    title: "two answers are enough, and what is missing is said beside the field",
    act: async ({ person, council }) => {
      const reporter = person(council.reporter);
      expect((await reporter.command("report-contact")).ok).toBe(true);
      await reporter.form("What happened?");
      const { why, form } = await refusedForm(reporter, { "What happened?": NOTHING_MORE });
      expect(why).toContain("Say who it was");
      expect(typedIn(form, "What happened?")).toBe(NOTHING_MORE);

      expect(await send(reporter, { "Not known": ["I do not know who it was"] })).toMatch(
        /Your report R-\d+ has been sent/,
      );
    },
  },
  {
    title: "the reporter has a receipt, the service manager of that service a triage card",
    act: async ({ person, council }) => {
      const receipt = await person(council.reporter).card("Your report R-");
      expect(words(receipt)).toContain(`${council.manager} looks at it next`);
      const triage = await person(council.manager).card("Look at report");
      expect(words(triage)).toContain(`Reported by: ${council.reporter}, ${council.service}`);
      expect(triage.buttons.toSorted()).toEqual(
        [
          ...council.before.steps,
          "Give to senior staff",
          "No further action",
          "Propose a restriction",
          "Read the report",
        ].toSorted(),
      );
    },
  },
  {
    title: "no further action takes a reason, and the reporter is told",
    act: async ({ person, council }) => {
      const manager = person(council.manager);
      const triage = await manager.card("Look at report");
      await told(manager, await manager.press("Read the report"));
      await manager.press("No further action", { on: "Look at report" });
      await manager.form("The reporter is told");
      const { why } = await refusedForm(manager);
      expect(why).not.toBe("");
      expect(await send(manager, { "Why?": NOTHING_MORE })).toContain("is closed");
      const closed = await becomes(manager, triage, `No further action: ${council.manager}`);
      expect(closed.buttons).toEqual(["Read the report"]);
      expect(words(await person(council.reporter).card("No further action"))).not.toContain(NOTHING_MORE);
    },
  },
  {
    title: "a serious threat reaches the service manager and the register team within 5 seconds",
    act: async ({ person, chat, council }) => {
      const reporter = person(council.reporter);
      await reporter.command("report-contact");
      await reporter.form("What happened?");
      const answer = await send(reporter, {
        "Customer's name": CUSTOMER.name,
        "Customer's phone number": CUSTOMER.phone,
        "Customer's email address": CUSTOMER.email,
        "What happened?": HAPPENED,
        "How did it happen?": "Phone",
        "What was it like?": ["A threat", "Abusive language"],
        "Which other officers did it happen to?": council.affected.email,
        "Was there a serious threat of violence?": "Yes",
      });
      expect(answer).toContain("Your manager and the register team have been alerted.");
      const alert = await person(council.manager).card("A serious threat of violence was reported", 5_000);
      expect(words(alert)).toContain("ring 999 first");
      expect(words(alert)).toContain(`Speak to ${council.reporter} now`);
      const [team] = council.registerTeam;
      const inChannel = await person(team).card("A serious threat of violence was reported", 5_000);
      expect(inChannel.conversation).toBe(chat.channel(council.channels.register).id);
      expect(words(inChannel)).not.toContain(council.reporter);
    },
  },
  {
    title: "nobody acknowledges for 15 minutes: it goes to the next in line, who does",
    act: async ({ person, product, council }) => {
      const [manager, deputy] = [person(council.manager), person(council.deputy)];
      const first = await manager.card("A serious threat of violence was reported");
      expect((await deputy.cards()).some((card) => card.title.includes("serious threat"))).toBe(false);
      await product.setClock(new Date(product.now().getTime() + 15 * 60_000 + 1_000));
      const passedOn = await deputy.card("Nobody has acknowledged this yet.");
      await told(deputy, await deputy.press("Acknowledge"));
      await becomes(deputy, passedOn, `${council.deputy} has it`);
      await becomes(manager, first, `${council.deputy} has it`);
    },
  },
  {
    title: "the account of what happened is read in a dialog, by the manager",
    act: async ({ person, council }) => {
      const account = await read(person(council.manager), "Read the report", /Earlier reports/);
      expect(account).toContain(HAPPENED);
      expect(account).toContain(CUSTOMER.name);
    },
  },
];
