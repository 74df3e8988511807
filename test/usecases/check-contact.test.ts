/** Issue 1.6, WORDS "Check before acting": what a check of the register answers, from a real database to the words read. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { MAY_NOT_KNOW } from "../../cards/handling-words.ts";
import type { Values } from "../../cards/model.ts";
import { sendCheck } from "../../src/chat/handlers/check.ts";
import { type Alerted, anAlertedCouncil, at, named, read } from "./alerts/alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

/** What this officer reads when they send the form filled in like this, the title and the times left out. */
async function check(values: Values, by = "ben"): Promise<readonly string[]> {
  const send = sendCheck({ checkContact: council.use.checkContact, now: () => council.clock.now });
  const target = { id: randomUUID(), version: 0 };
  const from = { chat: "slack", tenant: "T0NORTH", account: by } as const;
  const answer = await send(await council.actor(by), {
    form: "check",
    target,
    from,
    values: { why: "I am about to ring.", ...values },
  });
  if (answer.kind !== "told") throw new Error(JSON.stringify(answer));
  return read(answer.card).slice(1);
}

const CHECKED = "Checked 2 March 2026, 10am. This check was recorded.";
const NOT_CHECKED = "Not checked 2 March 2026, 10am. This check was recorded.";
const ref = { customerRef: "C-1" };
const pairs = { kind: "home_visits", parameters: { mode: "pairs" } };
const witness = { kind: "witnessed", parameters: {} };

describe("a check", () => {
  it("of a planned call by somebody else: through the named officer, and everything else in force", async () => {
    council = await anAlertedCouncil([named, pairs]);
    expect(await check({ ...ref, channel: "phone" })).toEqual([
      "C-1: phone calls: through Ann Northmoor.",
      "Everything in force: deal through Ann Northmoor. Home visits: two of you.",
      CHECKED,
    ]);
  });

  it("by the named officer reads as theirs, in whatever case the register writes them", async () => {
    council = await anAlertedCouncil([{ ...named, parameters: { officer: "Ann@Northmoor.Example" } }, pairs]);
    expect(await check({ ...ref, channel: "phone" }, "ann")).toEqual([
      "C-1: phone calls: nothing to keep to.",
      "Everything in force: home visits: two of you. Anything else: as usual. You are this customer’s point of contact.",
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
    ["the deputy, while the named officer is away", { ann: { status: "absent" } }, "through Dev Northmoor, while Ann"],
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

  it("names a point of contact outside the staff", async () => {
    council = await anAlertedCouncil([{ ...named, parameters: { officer: "care" } }]);
    expect((await check(ref))[0]).toBe("C-1: deal through Kit Lowe (Northmoor Care).");
  });

  it("prints the way that stays open under all contact", async () => {
    council = await anAlertedCouncil([{ kind: "all_contact", parameters: {} }]);
    await council.sql`update arrangement set open_way = 'write to PO Box 12'`;
    expect(await check({ ...ref, channel: "phone" })).toEqual([
      "C-1: phone calls: not used. Open: write to PO Box 12, read by the register team.",
      "Everything in force: no contact, except this way: write to PO Box 12, read by the register team.",
      CHECKED,
    ]);
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
      CHECKED,
    ]);
    const entry = await check({ ...ref, channel: "phone" });
    expect(entry.map((said) => said.split(": ")[0]?.replace("C-1", asked))).toEqual(
      nothing.map((said) => said.split(": ")[0]),
    );
    expect(await check(values)).toEqual([`${asked}: nothing to keep to.`, CHECKED]);
    expect(await check(ref)).toHaveLength(2);
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
    ["nothing", {}, "Nothing to go by: that cannot be checked."],
    ["a phone of three digits", { phone: "123" }, "That number: that cannot be checked."],
    ["half an email address", { email: "alex@" }, "That email address: that cannot be checked."],
    ["a name in place of a reference", { customerRef: "Alex Morgan" }, "That name: a name is not enough to check."],
  ])("%s", async (_, values, words) => {
    council = await anAlertedCouncil([named]);
    expect(await check(values)).toEqual([
      `${words} Give a reference, a phone number or an email address.`,
      NOT_CHECKED,
    ]);
    expect(await council.sql`select 1 from look_up`).toHaveLength(1);
  });

  it("a reference with a slip in it does not hide the number beside it", async () => {
    council = await anAlertedCouncil([named]);
    expect((await check({ customerRef: "C-11", phone: "07700 900123" }))[0]).toContain("through Ann Northmoor");
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
  await expect(check({ ...ref, why: "x".repeat(301) })).rejects.toThrow("1 characters too long");
  expect(await council.sql`select 1 from look_up`).toEqual([]);
});

it("a check of an officer with whom there is no contact: pass to a colleague", async () => {
  council = await anAlertedCouncil([{ kind: "no_contact_with_officers", parameters: { officers: [at("ben")] } }]);
  expect((await check(ref))[0]).toBe("C-1: pass to a colleague.");
  expect((await check(ref, "cora"))[0]).toBe("C-1: nothing to keep to.");
});
