/** One leg of a conversation says for sure whose it is, the others do not: in whatever order they came (SCREENING section 6). */
import { afterEach, describe, expect, it } from "vitest";
import { DAY } from "../builders.ts";
import { type Alerted, anAlertedCouncil, at, named, read } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

const CALL = { conversation: "call-1" };
const unsure = { ...CALL, customer: { phone: "01632 960001" } };
const to = (name: string) => ({ officer: { email: at(name) } });
const toLine = (service: string) => ({ officer: undefined, service });
const noEmail = { kind: "no_email", parameters: {}, scope: ["Housing"] };

/** What each card of theirs says first, after the title and the danger. */
const told = async (name: string | null) => (await council.cards(name)).map((card) => read(card)[2]);
const alerts = async () =>
  await council.sql`
  select a.outcome, a.tier, a.service, a.handled, a.contacts, c.ref from alert a join customer c on c.id = a.customer_id order by a.ref`;
const SURE = { outcome: "breach", tier: "identified", ref: "C-1", service: "Housing" };

describe("a leg that keeps to the arrangement makes sure what came before it", () => {
  it("to the named officer: the officer before her is told that she has it", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact(unsure);
    expect(alertId).not.toBeNull();
    expect(await told("ben")).toEqual([]);
    expect(await council.contact({ ...CALL, ...to("ann") })).toMatchObject({ outcome: "permitted", alertId: null });
    expect(await alerts()).toEqual([{ ...SURE, handled: true, contacts: 1 }]);
    expect(await told("ben")).toEqual(["Do not reply: Ann Northmoor has it."]);
    expect(await told(null)).toEqual(["The named officer has it."]);
    await council.pass(2 * DAY);
    expect(await council.cards("mona")).toEqual([]);
  });

  it("to a service that it does not concern: the officer of the other is told what to do, and their manager later", async () => {
    council = await anAlertedCouncil([noEmail]);
    const mail = { channel: "email", conversation: "mail-1" };
    await council.contact({ ...mail, customer: { phone: "01632 960001" } });
    expect(await council.contact({ ...mail, ...to("park") })).toMatchObject({ outcome: "permitted", alertId: null });
    expect(await alerts()).toEqual([{ ...SURE, handled: false, contacts: 1 }]);
    expect(await told("ben")).toEqual(["Read it. Do not reply. Ask the customer to write a letter."]);
    expect(await told("park")).toEqual([]);
    await council.pass(2 * DAY);
    expect(await told("mona")).toEqual([expect.stringMatching(/^Not acknowledged by Ben Northmoor/)]);
  });

  it("in the same request too", async () => {
    council = await anAlertedCouncil([named]);
    await council.contacts(unsure, { ...CALL, ...to("ann") });
    expect(await alerts()).toEqual([{ ...SURE, handled: true, contacts: 1 }]);
    expect(await told("ben")).toEqual(["Do not reply: Ann Northmoor has it."]);
  });

  it("of another customer whom nobody meant: nothing follows", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact({ ...CALL, customer: { name: "Alex Morgan" } });
    expect(await council.contact({ ...CALL, ...to("ann"), customer: { ref: "C-2" } })).toMatchObject({
      outcome: "permitted",
    });
    expect(await alerts()).toEqual([
      { outcome: "possible_match", tier: "possible", ref: "C-1", service: "Housing", handled: false, contacts: 1 },
    ]);
    expect(await told("ben")).toEqual([]);
  });
});

describe("a sure leg", () => {
  it("after one to a service line: its manager is told as well as the officer", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact({ ...unsure, ...toLine("Housing") });
    expect(await told("mona")).toEqual([]);
    await council.contact({ ...CALL, ...to("park") });
    expect(await told("mona")).toHaveLength(1);
    expect(await alerts()).toEqual([{ ...SURE, service: "Parks", handled: false, contacts: 2 }]);
  });

  it("before one that is not: that officer is told at once", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact(CALL);
    const answer = { alertId, outcome: "possible_match", restrictions: [], handling: [] };
    expect(await council.contact({ ...unsure, ...to("cora") })).toMatchObject(answer);
    expect(await told("cora")).toEqual(await told("ben"));
    expect(await told("cora")).toHaveLength(1);
    expect(await alerts()).toEqual([{ ...SURE, handled: false, contacts: 2 }]);
    expect(await told(null)).toEqual(["The officers have been told what to do. The named officer has been told."]);
  });

  it("to the named officer, before one that is not: that officer is told at once that she has it", async () => {
    council = await anAlertedCouncil([named]);
    expect(await council.contact({ ...CALL, ...to("ann") })).toMatchObject({ outcome: "permitted" });
    expect(await council.contact({ ...unsure, ...to("cora") })).toMatchObject({ outcome: "possible_match" });
    expect(await told("cora")).toEqual(["Do not reply: Ann Northmoor has it."]);
    expect(await alerts()).toEqual([{ ...SURE, tier: "probable", handled: true, contacts: 1 }]);
  });

  it("before one that is not and would keep to the arrangement: nothing more is told", async () => {
    council = await anAlertedCouncil([{ ...named, scope: ["Housing"] }]);
    await council.contact(CALL);
    await council.contact({ ...unsure, ...toLine("Parks") });
    expect(await council.cards("sena")).toEqual([]);
    expect(await alerts()).toEqual([{ ...SURE, handled: false, contacts: 2 }]);
  });
});

it("what a further leg says of who it was is not kept once the register team has said whose it is", async () => {
  council = await anAlertedCouncil([named]);
  const { alertId } = await council.contact(unsure);
  await council.contact({ ...unsure, ...to("cora") });
  const kept = async () => await council.sql`select count(seen)::int as seen from contact`;
  expect(await kept()).toEqual([{ seen: 2 }]);
  await council.use.judgeMatch({ actor: await council.actor("rita"), alert: alertId ?? "", same: true });
  await council.contact({ ...unsure, ...to("dev") });
  expect(await kept()).toEqual([{ seen: 0 }]);
});

it("of one whom two questions name: both are answered by what is sure, and nobody has two alerts", async () => {
  const of = (ref: string, name: string, homes: readonly string[]) => ({
    ref,
    name,
    identifiers: homes.map((value) => ({ kind: "uprn", value, shared: true })),
  });
  council = await anAlertedCouncil([named], {
    customers: [of("C-3", "Sam Vale", ["1"]), of("C-4", "Toni Hill", ["2"]), of("C-5", "Robin Dale", ["1", "2"])],
  });
  const leg = (customer: object, name = "ben") => ({ ...CALL, customer, ...to(name) });
  for (const customer of [{ name: "Sam Vale" }, { name: "Toni Hill" }, { uprn: "1" }, { uprn: "2" }])
    expect(await council.contact(leg(customer))).toMatchObject({ outcome: "possible_match" });
  expect(await alerts()).toMatchObject([
    { ref: "C-3", contacts: 2 },
    { ref: "C-4", contacts: 2 },
  ]);
  const sure = await council.contact(leg({ ref: "C-5" }, "ann"));
  expect(sure).toMatchObject({ outcome: "permitted", match: { customerRef: "C-5" } });
  expect(await alerts()).toMatchObject([
    { ref: "C-5", outcome: "breach", handled: true },
    { ref: "C-4", outcome: "possible_match" },
  ]);
  expect(await told("ben")).toEqual(["Do not reply: Ann Northmoor has it."]);
});
