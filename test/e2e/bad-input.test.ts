/** What people should not do, do by mistake, or do on purpose (issue 2, section 4): refused in words, or kept as it was typed. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { registerHere } from "../cli/register.ts";
import { openWindow } from "../support/person/window.ts";
import { type CouncilFacts, HARROWDENE, STRATHCAOL } from "./councils.ts";
import { carriedBy, objectsIn, pressForged } from "./forging.ts";
import { refusedForm, told, typedIn } from "./hands.ts";
import { openSecondStep, report, sendProposal } from "./proposing.ts";
import type { CouncilStage } from "./stage.ts";
import { oneSandbox } from "./stage-of.ts";

const TYPED = [
  "😡👨‍👩‍👧 shouted",
  "מה קרה: הוא צעק‏",
  "<!channel> <!here> <@U0HARROW01> <https://evil.example|Approve>",
  "[Approve](https://evil.example) _it_ `code` <at>Bethan Price</at>",
  "a < b & c > d; ~gone~",
].join("\n");

/** Somebody in each chat whom no other test needs. */
const SPARE = {
  harrowdene: { name: "Mei Lin Chow", email: "m.chow@harrowdene.example", option: ["--slack", "T0HARROW/U0HARROW06"] },
  strathcaol: {
    name: "Oluwaseun Adebayo",
    email: "o.adebayo@strathcaol.example",
    option: ["--teams", "00000000-0000-4000-8000-00000000c0a1/00000000-0000-4000-8000-0000000a1004"],
  },
} as const;

const stageOf = oneSandbox();

/** Milliseconds. */
const FULL_CONVERSATION = 20_000;

describe.each([HARROWDENE, STRATHCAOL])("bad input at $name", (council: CouncilFacts) => {
  const stage = stageOf(council);
  const { reporter, manager, pack } = council;

  describe("the report form", () => {
    it.for([
      {
        what: "a day in the future",
        values: (at: CouncilStage) => ({ "Which day?": at.day(2) }),
        why: "This is in the future. Enter when it happened.",
      },
      {
        what: "a reference that no customer has",
        values: () => ({ "Customer reference": "H-9999" }),
        why: "No customer has this reference.",
      },
    ])("$what is said beside the field, and what was typed is kept", async ({ values, why: expected }) => {
      const one = stage().person(reporter);
      await one.command("report-contact");
      await one.form("What happened?");
      const typed = { "What happened?": "Shouted.", "Customer's name": "Quentin Sharp", ...values(stage()) };
      const { why, form } = await refusedForm(one, typed);
      expect(why).toContain(expected);
      for (const [label, value] of Object.entries(typed)) expect(typedIn(form, label)).toBe(value);
      await one.close();
    });

    it("10,000 characters: refused beside the field by the client (Slack) or by us (Teams), and never cut in silence", async () => {
      const one = stage().person(reporter);
      const before = await stage().audited("incident-reported");
      const long = `${"so much ".repeat(1_249)}the end.`;
      await one.command("report-contact");
      await one.form("What happened?");
      const answers = { "What happened?": long, "Not known": ["I do not know who it was"] };
      const { why, form } = await refusedForm(one, answers);
      await one.close();
      const words = { slack: /3000|3,000|long|length/i, teams: /characters too long: at most 3000/ }[
        council.mount.chat
      ];
      expect(`${why} ${form.faults.join(" ")}`).toMatch(words);
      expect(await stage().audited("incident-reported")).toBe(before);
    });

    it("emoji, right-to-left text, mentions and links are shown as they were typed, and call nobody", async () => {
      const ref = await report(stage(), reporter, { "What happened?": TYPED });
      const one = stage().person(manager);
      await one.card(`Look at report ${ref}`);
      await one.press("Read the report", { on: `Look at report ${ref}` });
      expect((await one.form("What happened")).lines.join("\n")).toContain(TYPED);
      const kinds = await kindsOfText(stage(), { who: manager, holding: "evil.example" });
      expect(kinds.length).toBeGreaterThan(0);
      expect(kinds.filter((kind) => !SHOWN_AS_TYPED.includes(kind))).toEqual([]);
      await one.close();
      const triage = await one.card(`Look at report ${ref}`);
      expect(triage.lines.join("\n")).not.toContain("evil.example");
      const everything = JSON.stringify(await stage().chat.allMessages());
      expect(everything).not.toMatch(/<!channel>|<!here>|evil\.example|<at>Bethan/);
    });
  });

  describe("the proposal", () => {
    it.for([
      { what: "an end before the start", days: { until: -3, review: -5 }, why: "It would end before it starts" },
      { what: "a review after the end", days: { until: 30, review: 40 }, why: "The review is not before the end" },
      { what: "longer than the policy allows", days: { until: 800, review: 40 }, why: "It is longer than 12 months" },
    ])("$what is said beside the field", async ({ days, why: expected }) => {
      await openSecondStep(stage(), { reporter, manager, pack });
      const one = stage().person(manager);
      const { why, form } = await refusedForm(one, {
        "Until which day?": stage().day(days.until),
        "When is it reviewed?": stage().day(days.review),
        "Why is this needed?": "As typed.",
      });
      expect(why).toContain(expected);
      expect(typedIn(form, "Why is this needed?")).toBe("As typed.");
      await one.close();
    });
  });

  describe("who may", () => {
    it("an account that is not linked is told how to be linked, whatever it tries", async () => {
      const { name, email, option } = SPARE[council.slug as keyof typeof SPARE];
      const one = stage().person(name);
      const line = ["--organisation", council.slug, "--email", email, ...option];
      const { ownerUrl } = stage().product.database;
      expect(await registerHere(ownerUrl, ["unlink", ...line])).toMatchObject({ exit: 0 });
      const answer = await told(one, await one.command("report-contact"));
      expect(answer).toContain("Your account is not linked");
      expect(answer).toContain(`Ask an administrator (${council.administrator}) to link it`);
      expect(await told(one, await one.command("check-contact"))).toContain("Your account is not linked");

      expect(await registerHere(ownerUrl, ["link", ...line])).toMatchObject({ exit: 0 });
      await one.command("report-contact");
      expect((await one.form("What happened?")).fields.length).toBeGreaterThan(5);
      await one.close();
    });

    it("somebody without the role is told who may", async () => {
      const one = stage().person(reporter);
      expect(await told(one, await one.command("contact-register"))).toContain("This is for the register team.");
    });

    it.for([
      { what: "no id at all", carried: { i: "'; drop table officer; --", v: 1 } },
      { what: "the id of nothing", carried: { i: "01a1ffff-0000-7000-8000-000000000000", v: 1 } },
      { what: "an impossible version", carried: { i: "01a1ffff-0000-7000-8000-000000000000", v: -7 } },
    ])("a button that carries $what does nothing, and says so", async ({ carried }) => {
      const ref = await report(stage(), reporter);
      const on = `Look at report ${ref}`;
      // A person's conversation takes one message a second: a card may wait behind those of the tests before.
      await stage().person(manager).card(on, 20_000);
      const outcome = await pressForged(stage(), { who: manager, label: "No further action", on }, carried);
      expect(await told(stage().person(manager), outcome)).toMatch(/older version|cannot be found/);
      expect((await stage().person(manager).card(on)).buttons).toContain("No further action");
    });

    it("a senior whom it affected cannot decide, even with another card's button", async () => {
      const { affected, asked } = council;
      const proposers = { reporter, manager, pack };
      const own = await sendProposal(stage(), proposers);
      const senior = stage().person(affected.name);
      await senior.card(own);
      const other = await sendProposal(stage(), proposers, {
        "Which other officers did it happen to?": affected.email,
      });
      await stage().person(asked[0]).card(other);
      const carried = await carriedBy(stage(), { who: asked[0], label: "Approve", on: other });
      const outcome = await pressForged(stage(), { who: affected.name, label: "Approve", on: own }, carried);
      expect(await told(senior, outcome)).toContain("What happened affected you, so someone else decides.");
      expect(await stage().decisions(other)).toEqual({ approvals: 0, arrangements: 0, letters: 0 });
    });

    it("the manager of another service cannot triage, even with another card's button", async () => {
      const { other, theirs } = OTHER_SERVICE[council.slug as keyof typeof OTHER_SERVICE];
      const mine = await report(stage(), reporter);
      const foreign = await report(stage(), theirs);
      // A conversation takes one message a second, and the cases before have filled the manager's.
      await stage().person(manager).card(mine, FULL_CONVERSATION);
      await stage().person(other).card(foreign);
      const carried = await carriedBy(stage(), { who: manager, label: "Propose a restriction", on: mine });
      const outcome = await pressForged(stage(), { who: other, label: "Propose a restriction", on: foreign }, carried);
      expect(await told(stage().person(other), outcome)).toContain("You cannot see this case");
    });
  });
});

/** What neither chat reads marks in: plain and rich text of Slack, runs of an Adaptive Card's RichTextBlock. */
const SHOWN_AS_TYPED = ["text", "plain_text", "TextRun"];

const Typed = z.object({ type: z.string(), text: z.string() });

/** The kinds of the texts of an open window that hold these letters. */
async function kindsOfText(
  { chat, person }: CouncilStage,
  { who, holding }: { who: string; holding: string },
): Promise<string[]> {
  const open = await openWindow(chat.address, person(who).id).get<unknown>(
    chat.chat === "slack" ? "/views" : "/dialog",
  );
  const texts = objectsIn(open).flatMap((one) => Typed.safeParse(one).data ?? []);
  return texts.filter(({ text }) => text.includes(holding)).map(({ type }) => type);
}

/** A service manager of another service, and an officer there. */
const OTHER_SERVICE = {
  harrowdene: { other: "Tom Whitlock", theirs: "Kieran Doyle" },
  strathcaol: { other: "Iain Galbraith", theirs: "Shona Petrie" },
} as const;
