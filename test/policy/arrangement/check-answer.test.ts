import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessOf } from "../../../src/policy/arrangement/access.ts";
import { checkAnswer } from "../../../src/policy/arrangement/check-answer.ts";
import type { CheckQuestion } from "../../../src/policy/arrangement/demand.ts";
import type { Restriction } from "../../../src/policy/restrictions/restriction.ts";
import { CHANNELS } from "../../../src/policy/vocabulary.ts";
import { a, EVERY_KIND, WORDING } from "./some-restrictions.ts";

function check(restrictions: Restriction[], change: Partial<CheckQuestion> = {}) {
  const question = { restrictions, officer: "joe", channel: null, service: "Housing", standIns: new Map(), ...change };
  return checkAnswer(question, { ...WORDING, openWay: "PO Box 1" });
}

const PRIYA = a("named_officer", { officer: "priya" });
const PRIYA_BUT_LETTERS = a("named_officer", {
  officer: "priya",
  channels: CHANNELS.filter((channel) => channel !== "letter"),
});
const PAIRS = a("home_visits", { mode: "pairs" });
const AWAY = { standIns: new Map([["priya", "sam"]]) };
const NOBODY = { standIns: new Map([["priya", null]]) };

describe("how an officer may deal with a customer", () => {
  it.each<[string, Restriction[], Partial<CheckQuestion>, string]>([
    ["nothing in force", [], {}, "Nothing to keep to."],
    [
      "a letter, or the named officer, and visits in pairs",
      [PRIYA_BUT_LETTERS, PAIRS],
      {},
      "Deal by letter, or through Priya Shah. Home visits: two of you.",
    ],
    [
      "the named officer asks",
      [PRIYA_BUT_LETTERS, PAIRS],
      { officer: "priya" },
      "Home visits: two of you. Anything else: as usual. You are this customer’s point of contact.",
    ],
    ["everything through the named officer", [PRIYA], {}, "Deal through Priya Shah."],
    ["she is away", [PRIYA], AWAY, "Deal through Sam Byrne, in place of Priya Shah."],
    ["the stand-in asks", [PRIYA], { ...AWAY, officer: "sam" }, "You are this customer’s point of contact."],
    ["the stand-in asks while she is there", [PRIYA], { officer: "sam" }, "Deal through Priya Shah."],
    ["she is away and nobody stands in", [PRIYA], NOBODY, "Pass to the register team."],
    [
      "the deputy of the restriction goes before the one on the staff list",
      [a("named_officer", { officer: "priya", deputy: "sam" })],
      { standIns: new Map([["priya", "joe"]]) },
      "Deal through Sam Byrne, in place of Priya Shah.",
    ],
    [
      "she is away, and so is the deputy of the restriction",
      [a("named_officer", { officer: "priya", deputy: "sam" })],
      {
        standIns: new Map([
          ["priya", "joe"],
          ["sam", null],
        ]),
      },
      "Pass to the register team.",
    ],
    [
      "the named officer asks, written in another case",
      [a("named_officer", { officer: "Priya" })],
      { officer: "priya" },
      "You are this customer’s point of contact.",
    ],
    ["no emails", [a("no_email")], {}, "Emails: not used. Anything else: as usual."],
    [
      "a witness",
      [a("witnessed")],
      {},
      "Visits to our offices, arranged meetings and home visits: a witness with you. Anything else: as usual.",
    ],
    [
      "through a representative",
      [a("third_party_only")],
      {},
      "Phone calls: through somebody acting for the customer. Anything else: as usual.",
    ],
    [
      "one of the officers with whom there is no contact",
      [a("no_contact_with_officers", { officers: ["joe"] })],
      {},
      "Pass to a colleague.",
    ],
    ["another officer", [a("no_contact_with_officers", { officers: ["priya"] })], {}, "Nothing to keep to."],
    ["letters only", [a("channels_only", { channels: ["letter"] })], {}, "Deal by letter. Any other way: not used."],
    [
      "five channels only",
      [a("channels_only", { channels: ["letter", "email", "phone", "visit", "meeting"] })],
      {},
      "Deal by phone, email, letter, visit to our offices or arranged meeting. Any other way: not used.",
    ],
    [
      "letters only, through the named officer",
      [PRIYA, a("channels_only", { channels: ["letter"] })],
      {},
      "Letters: through Priya Shah. Any other way: not used.",
    ],
    ["no contact at all", [a("all_contact")], {}, "No contact, except this way: PO Box 1."],
    [
      "a closed topic",
      [a("topic_closed", { topicRefs: ["CT-88"], reader: "priya" })],
      {},
      "About CT-88: do not answer, file it for Priya Shah.",
    ],
    [
      "its reader asks",
      [a("topic_closed", { topicRefs: ["CT-88"], reader: "priya" })],
      { officer: "priya" },
      "You read what comes in about CT-88; it is not answered or acknowledged.",
    ],
    [
      "its reader is away",
      [a("topic_closed", { topicRefs: ["CT-88"], reader: "priya" })],
      AWAY,
      "About CT-88: do not answer, file it for Sam Byrne.",
    ],
    [
      "the service is written in another case",
      [a("no_email", {}, ["HOUSING"])],
      {},
      "Emails: not used. Anything else: as usual.",
    ],
    ["another service", [a("no_email", {}, ["Parks"])], {}, "Nothing to keep to."],
    [
      "no service known",
      [a("no_email", {}, ["Parks"])],
      { service: null },
      "Emails: not used. Anything else: as usual.",
    ],
  ])("%s", (_, restrictions, change, instruction) => {
    expect(check(restrictions, change).instruction).toBe(instruction);
  });

  it.each<[string, Restriction[], Partial<CheckQuestion>, string]>([
    [
      "a call by somebody other than the named officer",
      [PRIYA],
      { channel: "phone" },
      "Phone calls: through Priya Shah.",
    ],
    [
      "a home visit",
      [PRIYA, PAIRS, a("witnessed")],
      { channel: "home_visit" },
      "Home visits: through Priya Shah, a witness with you, two of you.",
    ],
    ["an email where there are none", [a("no_email")], { channel: "email" }, "Emails: not used. Open: PO Box 1."],
    ["a call about which nothing is said", [a("no_email")], { channel: "phone" }, "Phone calls: nothing to keep to."],
    ["nothing in force", [], { channel: "phone" }, "Phone calls: nothing to keep to."],
    [
      "an email, where only a matter is closed",
      [a("topic_closed", { topicRefs: ["CT-88"], reader: "priya" })],
      { channel: "email" },
      "Emails: as usual, except about CT-88.",
    ],
    [
      "the same, for whoever reads it",
      [a("topic_closed", { topicRefs: ["CT-88"], reader: "priya" })],
      { channel: "email", officer: "priya" },
      "Emails: nothing to keep to.",
    ],
  ])("the planned channel: %s", (_, restrictions, change, planned) => {
    expect(check(restrictions, change).planned).toBe(planned);
  });

  it("the same provision, and the same closed topic, of two arrangements: once, in order", () => {
    const polish = { kind: "language", detail: "Polish" } as const;
    const closed = a("topic_closed", { topicRefs: ["CT-88"], reader: "priya" });
    const question = { restrictions: [closed, closed], officer: "joe", channel: null, service: null };
    const { instruction } = checkAnswer(
      { ...question, standIns: new Map() },
      { ...WORDING, provisions: [polish, polish] },
    );
    expect(instruction).toBe("About CT-88: do not answer, file it for Priya Shah. Letters and calls are in Polish.");
  });

  it("no planned channel, no line about it", () => {
    expect(check([PRIYA]).planned).toBeNull();
  });

  it("a closed channel is never said to be open, whatever else is in force, in whichever order", () => {
    const some = fc.subarray([...EVERY_KIND], { minLength: 1 });
    fc.assert(
      fc.property(some, fc.constantFrom(...CHANNELS), (restrictions, channel) => {
        const closed = restrictions.some((restriction) => accessOf(restriction, channel)?.code === "closed");
        const { planned } = check(restrictions, { channel });
        expect(planned?.includes(": not used")).toBe(closed);
        expect(check(restrictions.toReversed(), { channel }).planned?.split(". ")[0]?.includes("not used")).toBe(
          closed,
        );
      }),
    );
  });
});
