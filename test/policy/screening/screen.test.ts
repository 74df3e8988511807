import { describe, expect, it } from "vitest";
import { isInForce } from "../../../src/policy/screening/bears.ts";
import { aContact, aMatch, aRestriction, PERIOD, screened } from "../../support/screening-builders.ts";

const noEmail = aRestriction({ kind: "no_email" });
const allContact = aRestriction({ kind: "all_contact" });
const anEmail = (more: object = {}) => aContact({ channel: "email", ...more });

describe("who counts", () => {
  it.each([
    [
      "the best tier before the strongest outcome",
      aMatch([noEmail], "C-2"),
      aMatch([allContact], "C-1", "probable"),
      "C-2",
    ],
    ["the strongest outcome before the lowest reference", aMatch([noEmail], "C-1"), aMatch([allContact], "C-2"), "C-2"],
    ["the lowest reference", aMatch([allContact], "C-2"), aMatch([allContact], "C-1"), "C-1"],
    ["nobody with nothing in force", aMatch([], "C-1"), aMatch([noEmail], "C-2", "probable"), "C-2"],
  ])("%s", (_, one, other, ref) => {
    const contact = aContact({ channel: "letter" });
    expect(screened(contact, { customer: [one, other] }).answer.match?.customerRef).toBe(ref);
    expect(screened(contact, { customer: [other, one] }).answer.match?.customerRef).toBe(ref);
  });

  it("is permitted with an empty list when nothing bears on the contact", () => {
    const elsewhere = aRestriction({ kind: "all_contact", scope: ["Planning"] });
    const { answer } = screened(aContact({ service: "Housing" }), { customer: [aMatch([elsewhere])] });
    expect(answer).toMatchObject({ outcome: "permitted", restrictions: [], handling: [] });
  });

  it("tells the source no reference of a possible match, and the register team all of them", () => {
    const customer = [aMatch([noEmail], "C-2", "possible"), aMatch([allContact], "C-1", "possible")];
    const { answer, alert } = screened(anEmail(), { customer });
    expect(answer).toEqual({ outcome: "possible_match", match: { tier: "possible" }, restrictions: [], handling: [] });
    expect(alert?.about.ref).toBe("C-1");
    expect(alert?.others.map(({ ref }) => ref)).toEqual(["C-2"]);
  });

  it("never calls somebody clear who could not be looked up", () => {
    expect(screened(anEmail(), { usable: true }).answer).toMatchObject({ outcome: "clear", match: null });
    expect(screened(anEmail(), { usable: false }).answer).toMatchObject({ outcome: "not_checked", match: null });
  });
});

describe("in force", () => {
  const { startsAt, endsAt } = PERIOD;
  it.each([
    ["from its start", startsAt, {}, true],
    ["not before", startsAt - 1, {}, false],
    ["until its end", endsAt - 1, {}, true],
    ["not at its end", endsAt, {}, false],
    ["before it was lifted", startsAt + 9, { liftedAt: startsAt + 10 }, true],
    ["not once it is lifted", startsAt + 10, { liftedAt: startsAt + 10 }, false],
    ["not while it is suspended", startsAt + 10, { suspendedAt: startsAt + 10 }, false],
  ])("%s", (_, at, change, expected) => {
    expect(isInForce({ ...noEmail, period: { ...PERIOD, ...change } }, at)).toBe(expected);
  });
});

describe("a service limits a restriction", () => {
  const housing = aRestriction({ kind: "no_email", scope: ["Housing"] });
  it.each([
    ["the contact's service", { service: "housing " }, "breach"],
    ["another", { service: "Parking" }, "permitted"],
    ["the officer's", { officer: { extension: "2005" } }, "permitted"],
    ["the contact's before the officer's", { officer: { extension: "2005" }, service: "Housing" }, "breach"],
    ["the officer's when the contact's is unknown", { officer: { extension: "2005" }, service: "Moon" }, "permitted"],
    ["neither known", { service: "Moon" }, "breach"],
  ])("%s", (_, more, outcome) => {
    expect(screened(anEmail(more), { customer: [aMatch([housing])] }).answer.outcome).toBe(outcome);
  });

  it("notes who and what nobody knows", () => {
    const contact = anEmail({ officer: { extension: "9999" }, service: "Moon" });
    expect(screened(contact, {}).answer.notes).toEqual(["unknown_officer", "unknown_service"]);
    expect(screened(anEmail({ officer: { email: "rowan@care.example" } }), {}).answer.notes).toBeUndefined();
  });
});

describe("a representative", () => {
  const onBehalf = { name: "Idris Farrow", relationship: "friend" };
  const theirs = aMatch([aRestriction({ kind: "no_email" }, "theirs")], "C-9");

  it("answers for their own restrictions, and both are listed", () => {
    const { answer } = screened(anEmail({ onBehalf }), { customer: [aMatch([noEmail])], representative: [theirs] });
    expect(answer).toMatchObject({ outcome: "breach", match: { customerRef: "C-9" } });
    expect(answer.restrictions.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["no_email", "permitted"],
      ["theirs", "breach"],
    ]);
  });

  it("gives way to the customer on a tie", () => {
    const letter = aContact({ onBehalf });
    const { answer } = screened(letter, { customer: [aMatch([noEmail])], representative: [theirs] });
    expect(answer.match?.customerRef).toBe("C-1");
  });

  it("known by name alone is a possible match, unless anything stronger was found", () => {
    const representative = [aMatch([noEmail], "C-9", "possible")];
    expect(screened(anEmail({ onBehalf }), { representative }).answer.outcome).toBe("possible_match");
    const both = screened(anEmail({ onBehalf }), { customer: [aMatch([noEmail])], representative });
    expect(both).toMatchObject({ answer: { outcome: "permitted" }, alert: undefined });
  });

  it("who is the customer is listed once, with the stronger outcome", () => {
    const same = [aMatch([noEmail])];
    const { answer, alert } = screened(anEmail({ onBehalf }), { customer: same, representative: same });
    expect(answer.restrictions).toMatchObject([{ outcome: "breach" }]);
    expect(alert?.others).toEqual([]);
  });
});

describe("protected contact", () => {
  it("is permitted whatever the restrictions", () => {
    const contact = anEmail({ protectedReason: "election" });
    const { answer, alert } = screened(contact, { customer: [aMatch([noEmail, allContact])] });
    expect(answer).toMatchObject({ outcome: "permitted", handling: ["protected_contact"] });
    expect(answer.restrictions.map(({ outcome }) => outcome)).toEqual(["permitted", "permitted"]);
    expect(alert).toBeUndefined();
  });

  it("changes nothing for a possible match", () => {
    const contact = anEmail({ protectedReason: "election" });
    const { answer } = screened(contact, { customer: [aMatch([noEmail], "C-1", "possible")] });
    expect(answer).toMatchObject({ outcome: "possible_match", handling: [] });
  });

  it("suggested by words turns a breach into a condition", () => {
    const { answer } = screened(anEmail({ excerpt: "A GAS  leak." }), { customer: [aMatch([noEmail])] });
    expect(answer).toMatchObject({
      outcome: "conditional",
      handling: ["ask_to_write", "check_protected", "do_not_reply"],
    });
  });
});

describe("what the use case learns besides", () => {
  const topic = aRestriction({
    kind: "topic_closed",
    parameters: { keywords: ["bin"], reader: "ben@northmoor.example" },
  });
  const named = aRestriction({ kind: "named_officer", parameters: { officer: "ann@northmoor.example" } });

  it.each([
    ["a closed word in it", { subject: "The bin" }, true],
    ["words of protection in it", { channel: "email", subject: "A gas leak" }, true],
    ["the words elsewhere too", { channel: "email", subject: "A gas leak", excerpt: "gas leak" }, false],
    ["nothing in it", { channel: "email", subject: "Hello" }, false],
    ["no alert", { subject: "Hello" }, false],
  ])("whether the subject decided: %s", (_, more, decided) => {
    expect(screened(aContact(more), { customer: [aMatch([topic, noEmail])] }).subjectDecided).toBe(decided);
  });

  it("to whom the handling sends it: the named officer, and the deputy of a reader who is away", () => {
    const { sendTo } = screened(aContact({ subject: "The bin" }), { customer: [aMatch([topic, named])] });
    expect(sendTo).toEqual(["dan@northmoor.example", "ann@northmoor.example"]);
  });

  const calls = aRestriction({ kind: "call_times", parameters: { maxMinutes: 10 } });
  const officerOf = (name: string, more: object = {}) =>
    aRestriction({ kind: "named_officer", parameters: { officer: `${name}@northmoor.example`, ...more } });

  // Ann is at work; Ben is away, and so is Dan, his deputy; Cat has left; Eve is at work.
  it.each([
    ["the officer", [named], "ann", true],
    ["somebody else", [named], "eve", false],
    ["the officer, on a condition of another restriction", [named, calls], "ann", true],
    ["the officer, who is forbidden this channel", [named, allContact], "ann", true],
    ["the officer, where only emails are theirs", [officerOf("ann", { channels: ["email"] })], "ann", false],
    ["an officer who is away", [officerOf("ben", { deputy: "eve@northmoor.example" })], "ben", false],
    ["the deputy of one who is away", [officerOf("ben", { deputy: "eve@northmoor.example" })], "eve", true],
    ["a deputy who is away too", [officerOf("ben")], "dan", false],
    ["an officer who has left", [officerOf("cat")], "cat", false],
    ["the reader of a closed topic", [topic], "dan", false],
  ])("whether it reached a named officer who has it: %s", (_, restrictions, name, has) => {
    const contact = aContact({ channel: "phone", officer: { email: `${name}@northmoor.example` } });
    expect(screened(contact, { customer: [aMatch(restrictions)] }).reachedNamedOfficer).toBe(has);
  });

  it("a point of contact outside the staff has what reaches their e-mail", () => {
    const outside = aRestriction({ kind: "named_officer", parameters: { officer: "care-1" } });
    const contact = aContact({ officer: { email: "rowan@care.example" } });
    expect(screened(contact, { customer: [aMatch([outside])] }).reachedNamedOfficer).toBe(true);
  });
});
