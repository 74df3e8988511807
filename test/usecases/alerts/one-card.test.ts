/**
 * The same customer ringing thirty times in an hour is one card whose count grows, also where the source says of each call
 * that it is a conversation of its own: each is an alert then (SCREENING section 6), and they share a card.
 */
import { afterEach, describe, expect, it } from "vitest";
import type { Card } from "../../../cards/model.ts";
import { DAY } from "../builders.ts";
import { type Alerted, anAlertedCouncil, at, buttons, named, read } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

const to = (name: string) => ({ officer: { email: at(name) } });
const call = (n: number, more: object = {}) => ({ conversation: `call-${n}`, ...more });
const calls = (count: number, more: object = {}) => Array.from({ length: count }, (_, n) => call(n, more));
const minutesAgo = (minutes: number) => ({
  occurredAt: new Date(Date.parse("2026-03-02T10:00:00Z") - minutes * 60_000).toISOString(),
});

/** Their cards, by the reference of the alert. */
async function cardsOf(name: string | null) {
  const cards = await council.cards(name);
  const ref = (card: Card) => /A-\d+/.exec(read(card).join(" "))?.[0] ?? "";
  return cards.toSorted((one, other) => ref(one).localeCompare(ref(other)));
}

/** What the cards of somebody count: 1 where they count nothing. */
async function counts(name: string | null): Promise<readonly number[]> {
  const cards = await cardsOf(name);
  return cards.map((card) => Number(/· (\d+) contacts/.exec(read(card).join(" "))?.[1] ?? 1));
}

/** What each card of theirs says first, after the title and the danger. */
const told = async (name: string | null) => (await cardsOf(name)).map((card) => read(card)[2]);
const ids = (results: readonly { readonly alertId: string | null }[]) =>
  results.map(({ alertId }) => {
    if (alertId === null) throw new Error("each raised an alert");
    return alertId;
  });
const dueRows = async () =>
  await council.sql`select due_at from due where kind = 'alert-unacknowledged' and done_at is null`;
const audited = async (event: string) =>
  (await council.sql`select 1 from audit where event = ${event} and subject_kind = 'alert'`).length;

async function rung(count: number, more: object = {}): Promise<readonly string[]> {
  const results = [];
  for (const one of calls(count, more)) results.push(await council.contact(one));
  return ids(results);
}

async function expectOneCardOf(count: number): Promise<void> {
  expect(await counts("ben")).toEqual([count]);
  expect(await counts(null)).toEqual([count]);
  expect(await council.cards("ann")).toHaveLength(1);
  expect(await dueRows()).toHaveLength(1);
  await council.pass(2 * DAY);
  await council.pass(2 * DAY);
  expect(await counts("mona")).toEqual([count]);
  expect(await audited("alert-escalated")).toBe(1);
}

describe("thirty calls in an hour, each with a call id of its own", () => {
  it("are thirty alerts and one card", async () => {
    council = await anAlertedCouncil([named]);
    expect(new Set(await rung(30)).size).toBe(30);
    expect(await audited("alert-raised")).toBe(30);
    expect(await council.sql`select distinct wanted from copy where kind like 'alert-%'`).toEqual([{ wanted: 30 }]);
    await expectOneCardOf(30);
  });

  it("in one request too", async () => {
    council = await anAlertedCouncil([named]);
    expect(new Set(ids(await council.contacts(...calls(30)))).size).toBe(30);
    await expectOneCardOf(30);
  });

  it.each([
    ["first", ["call", "none", "none", "call", "none", "call"]],
    ["later", ["none", "call", "call", "none", "call", "none"]],
  ])("and with calls that have none; the one with an id comes %s", async (_, order) => {
    council = await anAlertedCouncil([named]);
    const results = [];
    for (const [n, one] of order.entries()) results.push(await council.contact(one === "call" ? call(n) : {}));
    expect(new Set(ids(results)).size).toBe(4);
    await expectOneCardOf(6);
  });

  it("with more than one leg each, as long as these say the same", async () => {
    council = await anAlertedCouncil([named]);
    await council.contacts(...calls(3), ...calls(3));
    await rung(3);
    await expectOneCardOf(9);
  });
});

describe("has a card of its own", () => {
  it.each([
    ["a call to another officer", to("cora"), "cora"],
    ["a message", { channel: "email" }, "ben"],
    ["a call about which it is less sure who rings", { customer: { phone: "07700 900123", name: "Kit Lowe" } }, "ben"],
    ["a call an hour before", minutesAgo(18 + 60), "ben"],
  ])("%s", async (_, more, name) => {
    council = await anAlertedCouncil([named]);
    await rung(2);
    await council.contact(call(9, more));
    expect((await counts(null)).toSorted((one, other) => one - other)).toEqual([1, 2]);
    expect((await counts(name)).at(-1)).toBe(1);
    expect(await dueRows()).toHaveLength(2);
  });

  it("a call without an id that is within the hour of the one before, and not of the first", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact(call(0, minutesAgo(20)));
    for (const minutes of [70, 120, 125]) await council.contact(minutesAgo(minutes));
    expect((await counts("ben")).toSorted((one, other) => one - other)).toEqual([2, 2]);
  });

  it("a call after the card was acknowledged", async () => {
    council = await anAlertedCouncil([named]);
    const [first = ""] = await rung(2);
    await council.use.answerAlert({
      actor: await council.actor("ben"),
      alert: first,
      answer: "acknowledged",
      reason: null,
    });
    await council.contact(call(9));
    await council.contact(call(10));
    expect(await counts("ben")).toEqual([2, 2]);
    expect(await dueRows()).toHaveLength(1);
  });

  it("a call with a further one of what was acknowledged, in one request", async () => {
    council = await anAlertedCouncil([named]);
    const [first = ""] = await rung(2);
    await council.use.answerAlert({
      actor: await council.actor("ben"),
      alert: first,
      answer: "acknowledged",
      reason: null,
    });
    await council.contacts(call(0), call(1), call(9));
    expect(await counts("ben")).toEqual([4, 1]);
  });

  it("a call that the named officer has already, though another is open", async () => {
    council = await anAlertedCouncil([named]);
    await rung(2);
    await council.contact(call(9, to("ann")));
    await council.contact(call(9));
    expect(await counts("ben")).toEqual([2, 1]);
    expect((await told("ben"))[1]).toBe("Do not reply: Ann Northmoor has it.");
    await council.contact(call(10));
    expect(await counts("ben")).toEqual([3, 1]);
  });

  it("each possible match: the register team judges what was given", async () => {
    council = await anAlertedCouncil([named]);
    const unsure = { customer: { phone: "01632 960001" } };
    await council.contact(unsure);
    await rung(3, unsure);
    expect(await counts(null)).toEqual([1, 1, 1, 1]);
  });

  it("a call when somebody else has to be told", async () => {
    council = await anAlertedCouncil([named]);
    await rung(2);
    await council.sql`delete from chat_account a using officer o where o.id = a.officer_id and o.email = ${at("ben")}`;
    await council.contact(call(9));
    expect(await counts("mona")).toEqual([1]);
    expect(await counts(null)).toEqual([2, 1]);
  });

  it.each([
    ["nobody", { kind: "call_times", parameters: { maxPerWeek: 0 } }],
    ["only the named officer", named],
  ])("a call of which %s can be told any more", async (_, restriction) => {
    council = await anAlertedCouncil([restriction]);
    await rung(2);
    await council.sql`delete from chat_account a using officer o where o.id = a.officer_id
      and o.email = any (${["ben", "mona", "sena"].map(at)})`;
    await council.contact(call(9));
    await council.contact(call(10));
    expect(await counts(null)).toEqual([2, 2]);
    expect((await told(null))[1]).toMatch(/could (not )?be told/);
  });
});

describe("a call in another's card that is passed on", () => {
  it("leaves it: the next officer is told, and whoever was before", async () => {
    council = await anAlertedCouncil([named]);
    await rung(3);
    await council.pass(5);
    await council.contact(call(1, to("cora")));
    expect(await counts("ben")).toEqual([2, 2]);
    expect(await counts("cora")).toEqual([2]);
    expect(await counts(null)).toEqual([2, 2]);
    const due = await dueRows();
    expect(new Set(due.map(({ due_at }) => String(due_at))).size).toBe(2);
    expect(await audited("alert-on-its-own")).toBe(1);
    await council.contact(call(20));
    expect(await counts("ben")).toEqual([3, 2]);
  });

  it("also where nobody more is told of it", async () => {
    council = await anAlertedCouncil([named]);
    await rung(3, to("bert"));
    await council.contact(call(1, { officer: undefined, service: "Housing" }));
    expect(await counts("mona")).toEqual([2, 2]);
  });

  it.each([0, 1])("also where a leg is only surer who rings, of call %s", async (n) => {
    council = await anAlertedCouncil([named]);
    await rung(3, { customer: { phone: "07700 900123", name: "Kit Lowe" } });
    await council.contact(call(n));
    expect(await counts("ben")).toEqual([2, 2]);
    const sure = (await told("ben")).filter((line) => !line?.includes("Confirm who you are speaking to."));
    expect(sure).toHaveLength(1);
  });

  it("brings the card that it leaves up to date, as a further leg does that stays", async () => {
    council = await anAlertedCouncil([named]);
    const [first = ""] = await rung(2);
    const wanted = async () =>
      await council.sql`select distinct wanted from copy where kind like 'alert-%' and subject_id = ${first}`;
    await council.contact(call(1));
    expect(await wanted()).toEqual([{ wanted: 3 }]);
    await council.contact(call(1, to("cora")));
    expect(await wanted()).toEqual([{ wanted: 4 }]);
  });

  it("in the request that raised it too", async () => {
    council = await anAlertedCouncil([named]);
    await council.contacts(...calls(3), call(1, to("cora")));
    expect(await counts("ben")).toEqual([2, 2]);
    expect(await counts("cora")).toEqual([2]);
    expect(await dueRows()).toHaveLength(2);
  });

  it("to the named officer: it is hers, the others stay", async () => {
    council = await anAlertedCouncil([named]);
    await rung(3);
    expect(await council.contact(call(2, to("ann")))).toMatchObject({ outcome: "permitted" });
    expect(await counts("ben")).toEqual([2, 1]);
    const [still, hers] = await told("ben");
    expect(still).not.toContain("has it");
    expect(hers).toBe("Do not reply: Ann Northmoor has it.");
    await council.pass(2 * DAY);
    expect(await counts("mona")).toEqual([2]);
  });

  it("when it was the first: the rest have a card that says what holds for them", async () => {
    council = await anAlertedCouncil([named]);
    await rung(4);
    await council.pass(5);
    await council.contact(call(0, to("ann")));
    expect(await counts("ben")).toEqual([1, 3]);
    const [hers, rest] = await told("ben");
    expect(hers).toBe("Do not reply: Ann Northmoor has it.");
    expect(rest).not.toContain("has it");
    expect(await counts(null)).toEqual([1, 3]);
    await council.contact(call(20));
    expect(await counts("ben")).toEqual([1, 4]);
    await council.pass(2 * DAY);
    expect(await counts("mona")).toEqual([4]);
  });

  it("when it was the first, in the same request, which raised more", async () => {
    council = await anAlertedCouncil([named]);
    await rung(2);
    await council.contacts(call(5), call(0, to("cora")), call(6));
    expect(await counts("ben")).toEqual([2, 3]);
    expect(await counts("cora")).toEqual([2]);
  });

  it("after the card was acknowledged: whoever is next is told, and nobody falls due", async () => {
    council = await anAlertedCouncil([named]);
    const [, second = ""] = await rung(3);
    await council.use.answerAlert({
      actor: await council.actor("ben"),
      alert: second,
      answer: "acknowledged",
      reason: null,
    });
    await council.contact(call(1, to("cora")));
    expect((await told("cora"))[0]).toMatch(/^Acknowledged by Ben Northmoor/);
    expect(await dueRows()).toEqual([]);
  });

  it("does not say of others what a call without an id makes surer", async () => {
    council = await anAlertedCouncil([named]);
    const probable = { customer: { phone: "07700 900123", name: "Kit Lowe" } };
    await council.contact(probable);
    await council.contact(call(1, probable));
    await council.contact();
    await council.contact();
    expect(await counts("ben")).toEqual([2, 2]);
    expect((await told("ben"))[0]).toContain("Confirm who you are speaking to.");
    expect((await told("ben"))[1]).not.toContain("Confirm who you are speaking to.");
  });
});

describe("what is said of a card holds for all that stand in it", () => {
  const states = async () =>
    await council.sql`select distinct state, state_reason, state_by is null as nobody from alert`;
  const answer = async (alert: string | undefined, answer: "acknowledged" | "allowed" | "someone_else") =>
    await council.use.answerAlert({
      actor: await council.actor("ben"),
      alert: alert ?? "",
      answer,
      reason: answer === "allowed" ? "urgent" : null,
    });

  it.each([
    ["acknowledged", "alert-acknowledged"],
    ["allowed", "alert-allowed"],
    ["someone_else", "alert-someone-else"],
  ] as const)("%s, by the id of any of them", async (said, event) => {
    council = await anAlertedCouncil([named]);
    const alerts = await rung(3);
    expect(await answer(alerts[2], said)).toMatchObject({ code: "done", ref: "A-0001" });
    expect(await states()).toEqual([
      { state: said, state_reason: said === "allowed" ? "urgent" : null, nobody: false },
    ]);
    expect(await audited(event)).toBe(3);
    expect(await dueRows()).toEqual([]);
    expect((await answer(alerts[0], said)).code).toBe("already-answered");
    await council.pass(2 * DAY);
    expect(await council.cards("mona")).toEqual([]);
  });

  it.each([true, false])("and the register team's judgement (same: %s)", async (same) => {
    council = await anAlertedCouncil([named]);
    const byName = { customer: { phone: "07700 900123", name: "Alex Morgan" } };
    const alerts = [...(await rung(2)), ...ids([await council.contact(call(2, byName))])];
    await answer(alerts[0], "someone_else");
    const asked = (await council.cards(null)).filter(
      ({ title }) => title === "An officer says that it is someone else",
    );
    expect(asked.map(buttons)).toEqual([["Open", "Same person", "Not the same person"]]);
    const actor = await council.actor("rita");
    expect(await council.use.judgeMatch({ actor, alert: alerts[1] ?? "", same })).toMatchObject({
      code: "done",
      ref: "A-0001",
      remembered: !same,
    });
    expect(await council.sql`select distinct judgement from alert`).toEqual([
      { judgement: same ? "same" : "not_same" },
    ]);
    expect(await audited(same ? "match-same" : "match-not-same")).toBe(3);
    expect(await council.sql`select 1 from contact where pair is not null`).toEqual([]);
    const kept = await council.sql`select alert_id from not_same_person`;
    // What was given with each of the calls.
    expect(kept).toEqual(same ? [] : [{ alert_id: alerts[0] }, { alert_id: alerts[0] }]);
    expect((await council.use.judgeMatch({ actor, alert: alerts[2] ?? "", same })).code).toBe("already-answered");
  });

  it("opened by the id of any of them it shows that card, and that is recorded", async () => {
    council = await anAlertedCouncil([named]);
    const [first, , third = ""] = await rung(3);
    const opened = await council.use.openAlert({ actor: await council.actor("ben"), alert: third });
    expect(opened).toMatchObject({ code: "opened", facts: { ref: "A-0001", target: { id: first } } });
    expect(await council.sql`select subject_id from audit where event = 'alert-opened'`).toEqual([
      { subject_id: first },
    ]);
    const cora = await council.use.openAlert({ actor: await council.actor("cora"), alert: third });
    expect(cora.code).toBe("not-yours");
  });

  it("is said of an alert alone once it has left the card", async () => {
    council = await anAlertedCouncil([named]);
    const alerts = await rung(3);
    await council.contact(call(1, to("cora")));
    expect(await answer(alerts[1], "allowed")).toMatchObject({ code: "done", ref: "A-0002" });
    const rows = await council.sql`select state from alert order by ref`;
    expect(rows.map(({ state }) => state)).toEqual(["open", "allowed", "open"]);
  });
});
