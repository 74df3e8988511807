import { describe, expect, it } from "vitest";
import { arrangementSentence, arrangementSentences } from "../../../src/policy/arrangement/arrangement-sentence.ts";
import { restrictionWords } from "../../../src/policy/arrangement/restriction-words.ts";
import { listOf, ukDate, ukTime } from "../../../src/policy/arrangement/uk-words.ts";
import type { Restriction } from "../../../src/policy/restrictions/restriction.ts";
import { RESTRICTION_KINDS } from "../../../src/policy/vocabulary.ts";
import { UNACCEPTABLE } from "../packs/known-packs.ts";
import { a, EVERY_KIND, WORDING } from "./some-restrictions.ts";

const READ_ONCE = "messages are read once for danger or anything new, then filed without an answer";

describe("what an arrangement says: what may be done, what may not", () => {
  it.each<[Restriction, string, string]>([
    [
      a("third_party_only"),
      "Phone calls are taken from a representative only, such as a solicitor, a councillor or a friend.",
      "Without a representative they are not taken.",
    ],
    [
      a("third_party_only", { channels: ["phone", "visit"] }),
      "Phone calls and visits to our offices are taken from a representative only, such as a solicitor, a councillor or a friend.",
      "Without a representative they are not taken.",
    ],
    [a("no_email"), "Write by letter instead of email.", "Emails are not answered."],
    [
      a("premises_by_appointment"),
      "Visit any of our offices by appointment.",
      "Without an appointment there is no entry.",
    ],
    [
      a("premises_by_appointment", { premises: ["Town Hall", "Library"] }),
      "Visit Town Hall or Library by appointment.",
      "Without an appointment there is no entry.",
    ],
    [
      a("named_officer", { officer: "priya" }),
      "Contact one person only: Priya Shah.",
      "Contact with anyone else gets no answer: messages are read once by Priya Shah for danger or anything new, then filed.",
    ],
    [
      a("named_officer", { officer: "priya", deputy: "sam", channels: ["phone"] }),
      "Contact one person only by phone: Priya Shah. When Priya Shah is away, contact Sam Byrne.",
      "Contact with anyone else by phone gets no answer: messages are read once by Priya Shah for danger or anything new, then filed.",
    ],
    [
      a("call_times", { days: ["monday", "friday"] }),
      "Phone us on Monday and Friday.",
      "Calls outside these limits are ended.",
    ],
    [
      a("call_times", {
        windows: [
          { from: "10:00", to: "12:00" },
          { from: "14:30", to: "24:00" },
        ],
      }),
      "Phone us between 10am and midday or between 2:30pm and midnight.",
      "Calls outside these limits are ended.",
    ],
    [
      a("call_times", { maxMinutes: 10, maxPerWeek: 1 }),
      "Phone us for up to 10 minutes, at most 1 call a week.",
      "Calls outside these limits are ended.",
    ],
    [a("call_times", { maxPerWeek: 0 }), "Contact us in any way other than by phone.", "Phone calls are not taken."],
    [
      a("witnessed"),
      "Visits, meetings and home visits take place with a witness present.",
      "Without a witness they do not go ahead.",
    ],
    [
      a("topic_closed", { topicRefs: ["CT-88"], keywords: ["parking"], reader: "priya" }),
      "Contact us about any other matter.",
      "Contact about CT-88 or “parking” is read by Priya Shah and is neither answered nor acknowledged.",
    ],
    [
      a("social_media", { mode: "denied" }),
      "Contact us in any way other than on our social media pages.",
      "Access to our social media pages is closed.",
    ],
    [
      a("social_media", { mode: "restricted", platforms: ["X"] }),
      "Contact us in any way other than on our pages on X.",
      "Access to our pages on X is restricted, and messages there are not answered.",
    ],
    [a("home_visits", { mode: "none" }), "Meet us in any way other than at home.", "We do not make home visits."],
    [
      a("home_visits", { mode: "pairs" }),
      "Home visits are made by two of our officers together.",
      "One officer alone does not visit.",
    ],
    [
      a("no_contact_with_officers", { officers: ["priya"] }),
      "Contact any officer other than Priya Shah.",
      "There is no contact with Priya Shah, from either side.",
    ],
    [
      a("channels_only", { channels: ["letter"] }),
      "Contact us by letter only.",
      `Contact in any other way gets no answer: ${READ_ONCE}.`,
    ],
    [a("all_contact"), "One way stays open: PO Box 1.", `All other contact gets no answer: ${READ_ONCE}.`],
  ])("$kind", (restriction, may, mayNot) => {
    expect(restrictionWords(restriction, { ...WORDING, openWay: "PO Box 1" })).toEqual({ may, mayNot });
  });

  it("tells how to reach somebody outside the staff, once, and where they stand in", () => {
    const reach = "Kit Lowe (Northmoor Care), phone 01632 960111 or email kit@care.example";
    expect(restrictionWords(a("named_officer", { officer: "kit", deputy: "priya" }), WORDING)).toEqual({
      may: `Contact one person only: ${reach}. When Kit Lowe (Northmoor Care) is away, contact Priya Shah.`,
      mayNot:
        "Contact with anyone else gets no answer: messages are read once by Kit Lowe (Northmoor Care) for danger or anything new, then filed.",
    });
    const standsIn = restrictionWords(a("named_officer", { officer: "priya", deputy: "kit" }), WORDING);
    expect(standsIn.may).toBe(`Contact one person only: Priya Shah. When Priya Shah is away, contact ${reach}.`);
  });

  it("of some restrictions of an arrangement reads as in the whole", () => {
    const whole = [a("no_email", {}, ["Housing"]), a("witnessed")];
    const sentences = arrangementSentences(whole, WORDING);
    expect(arrangementSentences(whole, WORDING, ({ kind }) => kind === "witnessed")).toEqual(sentences.slice(1));
  });

  it("contact outside a sole point of contact is disregarded where the policy says so", () => {
    const { mayNot } = restrictionWords(a("named_officer", { officer: "priya" }), { ...WORDING, pack: UNACCEPTABLE });
    expect(mayNot).toBe(`Contact with anyone else is disregarded: ${READ_ONCE}.`);
  });

  it("the examples above and below cover all twelve kinds", () => {
    expect([...new Set(EVERY_KIND.map(({ kind }) => kind))].toSorted()).toEqual(RESTRICTION_KINDS.toSorted());
  });

  it("reads the same in a letter and on a card: nobody is called you or the customer", () => {
    const words = arrangementSentence(EVERY_KIND, { ...WORDING, openWay: "PO Box 1" });
    expect(words.length).toBeGreaterThan(1_000);
    expect(words).not.toMatch(/\b(you|your|customer)\b/i);
  });

  it("names the services when an arrangement does not reach all of them", () => {
    const words = arrangementSentences([a("no_email", {}, ["Housing", "Parks"]), a("witnessed")], WORDING);
    expect(words[0]).toMatch(/^For contact with Housing and Parks. Write by letter/);
    expect(words[1]).toMatch(/^For contact with every service. Visits/);
    expect(arrangementSentence([a("no_email")], WORDING)).toBe(
      "Write by letter instead of email. Emails are not answered.",
    );
  });
});

describe("dates, times and lists", () => {
  it.each([
    ["2026-03-03", "3 March 2026"],
    ["2026-12-31", "31 December 2026"],
  ])("%s", (date, words) => expect(ukDate(date)).toBe(words));

  it.each([
    ["09:00", "9am"],
    ["17:30", "5:30pm"],
    ["12:00", "midday"],
    ["12:05", "12:05pm"],
    ["00:00", "midnight"],
    ["00:30", "12:30am"],
    ["24:00", "midnight"],
  ])("%s", (time, words) => expect(ukTime(time)).toBe(words));

  it("lists", () => {
    expect([listOf([]), listOf(["a"]), listOf(["a", "b"]), listOf(["a", "b", "c"], "or")]).toEqual([
      "",
      "a",
      "a and b",
      "a, b or c",
    ]);
  });
});
