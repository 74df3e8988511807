/** Issue 1.6, WORDS "Check before acting": what a check of the register answers, from a real database to the words read. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { MAY_NOT_KNOW } from "../../cards/handling-words.ts";
import type { Values } from "../../cards/model.ts";
import { sendCheck } from "../../src/chat/handlers/check.ts";
import { type Alerted, anAlertedCouncil, at, named, read } from "./alerts/alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

/** What comes of the form when this officer sends it filled in like this. */
async function sent(values: Values, by = "ben") {
  const send = sendCheck({ checkContact: council.use.checkContact, now: () => council.clock.now });
  const target = { id: randomUUID(), version: 0 };
  const from = { chat: "slack", tenant: "T0NORTH", account: by } as const;
  return await send(await council.actor(by), {
    form: "check",
    target,
    from,
    values: { why: "I am about to ring.", ...values },
  });
}

/** What they read then, the title and the times left out. */
async function check(values: Values, by = "ben"): Promise<readonly string[]> {
  const answer = await sent(values, by);
  if (answer.kind !== "told") throw new Error(JSON.stringify(answer));
  return read(answer.card).slice(1);
}

const CHECKED = "Checked 2 March 2026, 10am. This check was recorded.";
const NOT_CHECKED = "Not checked, 2 March 2026, 10am. This was recorded.";
const ref = { customerRef: "C-1" };
const pairs = { kind: "home_visits", parameters: { mode: "pairs" } };
const witness = { kind: "witnessed", parameters: {} };
const allContact = { kind: "all_contact", parameters: {} };
const READ_ONCE = "messages are read once for danger or anything new, then filed without an answer";
const THROUGH_ANN =
  "Contact one person only: Ann Northmoor. Contact with anyone else gets no answer: messages are read once by Ann Northmoor for danger or anything new, then filed.";
const IN_PAIRS = "Home visits are made by two of our officers together. One officer alone does not visit.";

/** What the check says in full, and what the register has. */
const inFull = async (values: Values = ref, by = "ben") =>
  (await check(values, by)).find((said) => said.startsWith("In full: "))?.slice("In full: ".length);
async function registered(customer = "C-1"): Promise<readonly string[]> {
  const [row] = await council.sql`select a.id from arrangement a join customer c on c.id = a.customer_id
    where c.ref = ${customer}`;
  const entry = await council.use.readRegisterEntry({
    actor: await council.actor("rita"),
    arrangement: String(row?.["id"]),
  });
  if (entry.code !== "opened") throw new Error(entry.code);
  return entry.facts.arrangement;
}

describe("a check", () => {
  it("of a planned call by somebody else: through the named officer, and everything else in force", async () => {
    council = await anAlertedCouncil([named, pairs]);
    expect(await check({ ...ref, channel: "phone" })).toEqual([
      "C-1: phone calls: through Ann Northmoor.",
      "Everything in force: deal through Ann Northmoor. Home visits: two of you.",
      `In full: ${THROUGH_ANN} ${IN_PAIRS}`,
      CHECKED,
    ]);
  });

  it("by the named officer reads as theirs, in whatever case the register writes them", async () => {
    council = await anAlertedCouncil([{ ...named, parameters: { officer: "Ann@Northmoor.Example" } }, pairs]);
    expect(await check({ ...ref, channel: "phone" }, "ann")).toEqual([
      "C-1: phone calls: nothing to keep to.",
      "Everything in force: home visits: two of you. Anything else: as usual. You are this customer’s point of contact.",
      `In full: ${THROUGH_ANN} ${IN_PAIRS}`,
      CHECKED,
    ]);
  });

  it("spells out conditions: two of you, a witness", async () => {
    council = await anAlertedCouncil([pairs, witness]);
    expect((await check({ ...ref, channel: "home_visit" }))[0]).toBe(
      "C-1: home visits: a witness with you, two of you.",
    );
  });

  it("says the times, and through whom where only a representative may ring", async () => {
    const times = {
      kind: "call_times",
      parameters: { days: ["monday"], windows: [{ from: "10:00", to: "12:00" }], maxMinutes: 10 },
    };
    council = await anAlertedCouncil([times, { kind: "third_party_only", parameters: {} }]);
    expect((await check({ ...ref, channel: "phone" }))[0]).toBe(
      "C-1: phone calls: through somebody acting for the customer, on Monday, between 10am and midday, for up to 10 minutes.",
    );
  });

  it.each([
    [
      "the deputy, while the named officer is away",
      { ann: { status: "absent" } },
      "through Dev Northmoor, in place of Ann Northmoor",
    ],
    [
      "the register team, while both are away",
      { ann: { status: "absent" }, dev: { status: "absent" } },
      "pass to the register team.",
    ],
  ])("names %s", async (_, staff, words) => {
    council = await anAlertedCouncil([named], { staff });
    expect((await check({ ...ref, channel: "phone" }))[0]).toContain(words);
  });

  it("by the deputy reads as theirs while the named officer is away", async () => {
    council = await anAlertedCouncil([named], { staff: { ann: { status: "absent" } } });
    expect((await check({ ...ref, channel: "phone" }, "dev"))[1]).toBe(
      "Everything in force: you are this customer’s point of contact.",
    );
  });

  it("says in full what the register holds, word for word, and in its order", async () => {
    council = await anAlertedCouncil([witness, named, pairs]);
    expect(await inFull()).toBe((await registered()).join(" "));
    expect(await inFull()).toMatch(/witness.* Contact one person only.* Home visits are/);
  });

  it("leaves out what is for other services, and says the rest as it was written", async () => {
    council = await anAlertedCouncil([
      { ...pairs, scope: ["Housing"] },
      { ...witness, scope: ["Parks"] },
    ]);
    expect(await inFull()).toBe(`For contact with Housing. ${IN_PAIRS}`);
    expect(await registered()).toContain(`For contact with Housing. ${IN_PAIRS}`);
  });

  it("gives phone and email of a point of contact outside the staff, in the sentence of the register", async () => {
    council = await anAlertedCouncil([{ ...named, parameters: { officer: "care" } }]);
    expect((await check(ref))[0]).toBe("C-1: deal through Kit Lowe (Northmoor Care).");
    expect(await inFull()).toContain(
      "Contact one person only: Kit Lowe (Northmoor Care), phone 01632 960111 or email kit@care.example. Contact",
    );
    expect(await inFull()).toBe((await registered()).join(" "));
  });

  it.each([
    ["a phone only", { phone: "01632 960111", email: null }, "Kit Lowe (Northmoor Care), phone 01632 960111. "],
    ["an email only", { phone: null, email: "k@care.example" }, "Kit Lowe (Northmoor Care), email k@care.example. "],
    ["neither", { phone: null, email: null }, "Kit Lowe (Northmoor Care). "],
  ])("gives what is on record of them: %s", async (_, { phone, email }, words) => {
    council = await anAlertedCouncil([{ ...named, parameters: { officer: at("ann"), deputy: "care" } }]);
    await council.sql`update outside_contact set phone = ${phone}, email = ${email}`;
    expect(await inFull()).toContain(`When Ann Northmoor is away, contact ${words}`);
  });

  it("says a provision once that two arrangements give, and each of two that differ", async () => {
    council = await anAlertedCouncil([pairs]);
    await council.sql`update identifier set shared = false`;
    const provide = async (customer: string, language: string) =>
      await council.sql`update arrangement set provisions = ${JSON.stringify([{ kind: "language", detail: language }])}::text::jsonb
        where customer_id = (select id from customer where ref = ${customer})`;
    await provide("C-1", "Polish");
    await provide("C-2", "Polish");
    const both = { phone: "01632 960001" };
    const instruction = async () => (await check(both))[0];
    expect((await instruction())?.match(/Letters and calls are in Polish\./g)).toHaveLength(1);
    expect(await inFull(both)).toBe(`${IN_PAIRS} Letters and calls are in Polish.`);
    await provide("C-2", "Urdu");
    expect(await instruction()).toContain("Letters and calls are in Polish. Letters and calls are in Urdu.");
  });

  it("prints the way that stays open under all contact", async () => {
    council = await anAlertedCouncil([allContact]);
    await council.sql`update arrangement set open_way = 'write to PO Box 12'`;
    expect(await check({ ...ref, channel: "phone" })).toEqual([
      "C-1: phone calls: not used. Open: write to PO Box 12, read by the register team.",
      "Everything in force: no contact, except this way: write to PO Box 12, read by the register team.",
      `In full: One way stays open: write to PO Box 12, read by the register team. All other contact gets no answer: ${READ_ONCE}.`,
      CHECKED,
    ]);
  });

  it.each([
    ["the reader", {}, "Ann Northmoor"],
    ["their deputy, while they are away", { ann: { status: "absent" } }, "Dev Northmoor, in place of Ann Northmoor"],
    ["their deputy, once they have left", { ann: { status: "left" } }, "Dev Northmoor, in place of Ann Northmoor"],
    [
      "their line manager, where the deputy is away too",
      { ann: { status: "absent" }, dev: { status: "absent" } },
      "Mona Northmoor, in place of Ann Northmoor",
    ],
    [
      "the register team, where nobody of the line is there",
      Object.fromEntries(["ann", "dev", "mona", "sena"].map((name) => [name, { status: "absent" }])),
      "the register team, in place of Ann Northmoor",
    ],
  ])("says who reads the way left open now: %s", async (_, staff, reader) => {
    council = await anAlertedCouncil([allContact], { staff });
    await council.sql`update arrangement set open_way = 'write to PO Box 12', open_way_reader = ${at("ann")}`;
    expect((await check(ref))[0]).toBe(`C-1: no contact, except this way: write to PO Box 12, read by ${reader}.`);
    expect(await inFull()).toContain("write to PO Box 12, read by Ann Northmoor. All other");
    expect(await inFull()).toBe((await registered()).join(" "));
  });

  it("says every way left open, where two entries leave one each", async () => {
    council = await anAlertedCouncil([allContact]);
    await council.sql`update identifier set shared = false`;
    await council.sql`update arrangement a set open_way = 'write to box ' || c.ref from customer c
      where c.id = a.customer_id`;
    expect((await check({ phone: "01632 960001" }))[0]).toBe(
      "That number: no contact, except this way: write to box C-1, read by the register team; or write to box C-2, read by the register team.",
    );
  });

  it("begins with what the customer may not know, until the letter was sent", async () => {
    council = await anAlertedCouncil([named], { told: false });
    expect((await check(ref))[0]).toBe(MAY_NOT_KNOW);
  });
});

describe("the answer has the same shape", () => {
  it.each([
    ["with nothing in force", { customerRef: "C-9" }, "C-9"],
    ["of a number that nobody has", { phone: "07700 900999" }, "That number"],
    ["of an email address that nobody has", { email: "nobody@mail.example" }, "That email address"],
  ])("%s", async (_, values, asked) => {
    council = await anAlertedCouncil([named]);
    const nothing = await check({ ...values, channel: "phone" });
    expect(nothing).toEqual([
      `${asked}: phone calls: nothing to keep to.`,
      "Everything in force: nothing to keep to.",
      "In full: Nothing to keep to.",
      CHECKED,
    ]);
    const entry = await check({ ...ref, channel: "phone" });
    expect(entry.map((said) => said.split(": ")[0]?.replace("C-1", asked))).toEqual(
      nothing.map((said) => said.split(": ")[0]),
    );
    expect(await check(values)).toEqual([`${asked}: nothing to keep to.`, "In full: Nothing to keep to.", CHECKED]);
    expect(await check(ref)).toHaveLength(3);
  });
});

describe("a possible match", () => {
  it("is to ask the register team, and says nothing else, whoever shares the number", async () => {
    council = await anAlertedCouncil([named], { told: false });
    expect(await check({ phone: "01632 960001", channel: "home_visit" })).toEqual([
      "That number: Ask the register team before you go.",
      CHECKED,
    ]);
    expect(await council.sql`select 1 from copy where kind like 'alert%'`).toEqual([]);
  });

  it("is none where nobody who shares it has anything in force", async () => {
    council = await anAlertedCouncil([named], {
      arrangement: { endsAt: "2026-02-02T00:00:00Z", reviewOn: "2026-02-01" },
    });
    expect((await check({ phone: "01632 960001" }))[0]).toBe("That number: nothing to keep to.");
  });

  it("gives way to what is sure", async () => {
    council = await anAlertedCouncil([named]);
    expect((await check({ phone: "01632 960001", email: "alex@morgan.example" }))[0]).toContain(
      "through Ann Northmoor",
    );
  });
});

describe("what cannot be checked is never clear", () => {
  it.each([
    ["a name in place of a reference", { customerRef: "Alex Morgan" }, "That name: a name is not enough to check."],
  ])("%s", async (_, values, words) => {
    council = await anAlertedCouncil([named]);
    expect(await check(values)).toEqual([
      `${words} Give a reference, a phone number or an email address.`,
      NOT_CHECKED,
    ]);
    expect(await council.sql`select 1 from look_up`).toHaveLength(1);
  });

  it("nothing given is said beside the field, and what was typed stays", async () => {
    council = await anAlertedCouncil([named]);
    expect(await sent({ why: "About to ring back." })).toMatchObject({
      kind: "faults",
      faults: { customerRef: "Give a reference, a phone number or an email address." },
    });
    expect(await council.sql`select 1 from look_up`).toHaveLength(0);
  });

  it.each([
    ["a phone of three digits", { phone: "123" }, ["phone"]],
    ["half an email address", { email: "alex@" }, ["email"]],
    ["both beside a reference that is known", { ...ref, phone: "123", email: "alex@" }, ["phone", "email"]],
    ["one beside another that nobody has", { phone: "123", email: "nobody@mail.example" }, ["phone"]],
  ])("%s: said beside the field, and nothing was checked", async (_, values, fields) => {
    council = await anAlertedCouncil([named]);
    const answer = await sent(values);
    expect(answer.kind === "faults" && Object.keys(answer.faults)).toEqual(fields);
    expect(JSON.stringify(answer)).toContain("Not checked: this is not ");
    expect(await council.sql`select 1 from look_up`).toHaveLength(0);
  });

  it("a reference with a slip in it does not hide the number beside it, and is not what the answer is about", async () => {
    council = await anAlertedCouncil([named]);
    const [first] = await check({ customerRef: "C-11", phone: "07700 900123" });
    expect(first).toBe("What you gave: deal through Ann Northmoor.");
  });

  it.each([
    ["a number", "07700 900123"],
    ["a number with its country", "+44 (0)7700-900123"],
    ["an email address", "Alex@Morgan.example"],
  ])("%s in the field of the reference is looked up as what it is", async (_, customerRef) => {
    council = await anAlertedCouncil([named]);
    expect((await check({ customerRef }))[0]).toBe("That reference: deal through Ann Northmoor.");
  });

  it("an arrangement of another service leaves no trace, its unsent letter neither", async () => {
    council = await anAlertedCouncil([{ ...named, scope: ["Parks"] }], { told: false });
    expect(await check(ref)).toEqual(["C-1: nothing to keep to.", "In full: Nothing to keep to.", CHECKED]);
    await council.sql`update officer set service = 'Parks' where name = 'Ben Northmoor'`;
    expect((await check(ref))[0]).toBe(MAY_NOT_KNOW);
  });

  it("two entries for one number: both are kept to", async () => {
    council = await anAlertedCouncil([named]);
    await council.sql`update identifier set shared = false`;
    await council.sql`update restriction r set kind = 'no_email', clause = '7.3.2', parameters = '{}' from arrangement a
      join customer c on c.id = a.customer_id where a.id = r.arrangement_id and c.ref = 'C-2'`;
    const said = (await check({ phone: "01632 960001" })).join(" ");
    expect(said).toContain("through Ann Northmoor");
    expect(said).toContain("Emails: not used");
  });
});

it("asks why, and keeps what was typed within its field", async () => {
  council = await anAlertedCouncil([named]);
  await expect(check({ ...ref, why: "" })).rejects.toThrow("Say why you check");
  await expect(check({ ...ref, why: "x".repeat(301) })).rejects.toThrow("1 character too long");
  expect(await council.sql`select 1 from look_up`).toEqual([]);
});

it("a check of an officer with whom there is no contact: pass to a colleague", async () => {
  council = await anAlertedCouncil([{ kind: "no_contact_with_officers", parameters: { officers: [at("ben")] } }]);
  expect((await check(ref))[0]).toBe("C-1: pass to a colleague.");
  expect((await check(ref, "cora"))[0]).toBe("C-1: nothing to keep to.");
});
