/**
 * Calls of which the source does not say that they belong together: what makes one alert of them, and what does not
 * (SCREENING sections 3 and 6). A card says nothing of one call that is true of another alone.
 */
import { afterEach, describe, expect, it } from "vitest";
import { type Alerted, anAlertedCouncil, at, named, read } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

const told = async (name: string | null) => (await council.cards(name)).map((card) => read(card));
const counts = async (name: string | null) =>
  (await told(name))
    .map((card) => Number(/· (\d+) contacts/.exec(card.join(" "))?.[1] ?? 1))
    .toSorted((one, other) => one - other);
const opened = async (name: string, alert: string | null) => {
  const found = await council.use.openAlert({ actor: await council.actor(name), alert: alert ?? "" });
  if (found.code !== "opened") throw new Error(found.code);
  return found.facts;
};

describe("a call about which it is less sure who rings", () => {
  const lessSure = { customer: { phone: "07700 900123", name: "Kit Lowe" } };

  it("has a card of its own: the officer is to confirm who they are speaking to", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact();
    await council.contact(lessSure);
    await council.contact();
    await council.contact(lessSure);
    expect(await counts("ben")).toEqual([2, 2]);
    expect((await told("ben")).filter(([, , who]) => who?.startsWith("Confirm who you are speaking to."))).toHaveLength(
      1,
    );
  });

  it("in one request too, whichever comes first", async () => {
    council = await anAlertedCouncil([named]);
    await council.contacts({}, lessSure, {});
    expect(await counts("ben")).toEqual([1, 2]);
  });
});

it("a call that somebody else is told of has a card of its own, which says whom it reached", async () => {
  council = await anAlertedCouncil([named]);
  await council.contact();
  await council.sql`delete from chat_account a using officer o where o.id = a.officer_id and o.email = ${at("ben")}`;
  await council.contact();
  await council.contact();
  expect(await counts(null)).toEqual([1, 2]);
  const [card] = await told("mona");
  expect(card?.[2]).toMatch(/^Tell Ben Northmoor, who could not be told here:/);
});

describe("possible matches", () => {
  const namesake = (phone: string) => ({ customer: { name: "Alex Morgan", phone } });
  const judge = async (alert: string | null, same: boolean) =>
    await council.use.judgeMatch({ actor: await council.actor("rita"), alert: alert ?? "", same });

  it("are one question as long as the same was given, and another for whoever gave something else", async () => {
    council = await anAlertedCouncil([named]);
    const [one, again, other] = await council.contacts(
      namesake("01632 960777"),
      namesake("+44 1632 960777"),
      namesake("01632 960888"),
    );
    const later = await council.contact(namesake("01632 960888"));
    expect(again?.alertId).toBe(one?.alertId);
    expect(other?.alertId).not.toBe(one?.alertId);
    expect(later.alertId).toBe(other?.alertId);
    expect(await counts(null)).toEqual([2, 2]);
    expect((await opened("rita", later.alertId)).seen).toEqual(["Alex Morgan", "01632 960888"]);
  });

  it("of one conversation are one question, and all that was given is shown, each once", async () => {
    council = await anAlertedCouncil([named]);
    const call = { conversation: "call-1" };
    const same = Array.from({ length: 12 }, () => ({ ...call, ...namesake("01632 960777") }));
    const [first] = await council.contacts(...same, { ...call, ...namesake("01632 960888") });
    expect((await opened("rita", first?.alertId ?? null)).seen).toEqual([
      "Alex Morgan",
      "01632 960777",
      "01632 960888",
    ]);
  });

  it("judged of one say nothing of the other", async () => {
    council = await anAlertedCouncil([named]);
    const one = await council.contact(namesake("01632 960777"));
    const other = await council.contact(namesake("01632 960888"));
    expect((await judge(one.alertId, false)).code).toBe("done");
    expect((await judge(other.alertId, true)).code).toBe("done");
    expect(await council.contact(namesake("01632 960777"))).toMatchObject({ outcome: "clear" });
    expect(await council.contact(namesake("01632 960888"))).toMatchObject({ outcome: "possible_match" });
  });
});

describe("what calls in one card say of others", () => {
  it("is listed for the register team, of each of them", async () => {
    council = await anAlertedCouncil([named]);
    const call = (conversation: string, more: object = {}) => ({ conversation, ...more });
    const first = await council.contact(call("call-1"));
    // The landline is of both households.
    const both = { customer: { email: "alex@morgan.example", phone: "01632 960001" } };
    const second = await council.contact(call("call-2", both));
    expect(await council.cards("ben")).toHaveLength(1);
    for (const { alertId } of [first, second])
      expect((await opened("rita", alertId)).others.map(({ ref }) => ref)).toEqual(["C-2"]);
    expect((await opened("ben", second.alertId)).others).toEqual([]);
  });
});

it("the named officer reads how many there are", async () => {
  council = await anAlertedCouncil([named]);
  for (const conversation of ["call-1", "call-2", "call-3"]) await council.contact({ conversation });
  await council.contact();
  expect(await counts("ann")).toEqual([4]);
});
