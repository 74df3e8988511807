/** A later contact of a conversation says more: what was answered before was an answer to something else (SCREENING section 6). */
import { afterEach, describe, expect, it } from "vitest";
import { judge as judging } from "../../../src/chat/handlers/alerts.ts";
import { DAY } from "../builders.ts";
import { type Alerted, anAlertedCouncil, at, buttons, named, read } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

const unsure = { customer: { phone: "01632 960001" }, conversation: "call-1" };
const answer = async (alert: string | null, answer: "someone_else" | "acknowledged") =>
  await council.use.answerAlert({ actor: await council.actor("ben"), alert: alert ?? "", answer, reason: null });
const judge = async (alert: string | null, same: boolean) =>
  await council.use.judgeMatch({ actor: await council.actor("rita"), alert: alert ?? "", same });
const question = async () => {
  const asked = (await council.cards(null)).filter(({ title }) => title === "An officer says that it is someone else");
  if (!asked[0] || asked.length > 1) throw new Error(`${asked.length} questions`);
  return asked[0];
};
const ASKED = ["Open", "Same person", "Not the same person"];

describe("whose contact it was", () => {
  it.each([true, false])("judged of a possible match (same: %s), is asked anew once it is sure", async (same) => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact(unsure);
    expect((await judge(alertId, same)).code).toBe("done");
    const sure = await council.contact({ ...unsure, customer: { ref: "C-1" } });
    expect(sure).toMatchObject({ alertId, outcome: "breach" });
    expect((await answer(alertId, "someone_else")).code).toBe("done");
    expect(buttons(await question())).toEqual(ASKED);
    expect((await judge(alertId, true)).code).toBe("done");
    expect(read(await question())[1]).toMatch(/^Same person: Rita Northmoor/);
  });

  it("is not asked while the officer is told anew, and is when they say again that it is someone else", async () => {
    council = await anAlertedCouncil([named]);
    const call = { conversation: "call-1" };
    const words = { channel: "email", subject: "Freedom of information", ...call };
    const { alertId, outcome } = await council.contact(words);
    expect(outcome).toBe("conditional");
    await answer(alertId, "someone_else");
    expect(buttons(await question())).toEqual(ASKED);
    await council.contact({ ...words, subject: "My drains" });
    expect(read(await question())[1]).toBe(
      "A later contact in the same conversation says more. The officer has been told again.",
    );
    expect(buttons(await question())).toEqual(["Open"]);
    await answer(alertId, "someone_else");
    expect(buttons(await question())).toEqual(ASKED);
  });

  it("is not judged by a press on the card from before it was sure: the customer's own number stays theirs", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact(unsure);
    await council.contact({ conversation: "call-1" });
    const press = judging({ ...council.use }, false);
    const target = { id: alertId ?? "", version: 1 };
    const from = { chat: "slack", tenant: "T0NORTH", account: "rita" } as const;
    const told = await press(await council.actor("rita"), { action: "match-not-same", target, from });
    expect(told.kind === "told" && told.card.title).toBe("This card is from before a change");
    expect((await council.contact({ conversation: "call-2" })).outcome).toBe("breach");
    expect(await council.sql`select 1 from audit where event like 'match-%'`).toEqual([]);
  });

  it("said to be someone else of what was probable, is theirs to answer again once it is identified", async () => {
    council = await anAlertedCouncil([named]);
    const probable = { conversation: "call-1", customer: { phone: "01632 960001", name: "Alex Morgan" } };
    const { alertId } = await council.contact(probable);
    await answer(alertId, "someone_else");
    await council.contact({ ...probable, officer: { email: at("cora") } });
    const cora = async () => (await council.cards("cora")).flatMap((card) => [read(card)[2], buttons(card)[0]]);
    expect(await cora()).toEqual([
      "Ben Northmoor says that it is someone else, 10am. Deal with it as usual. The register team looks at whose it was.",
      "Open",
    ]);
    const sure = { conversation: "call-1", customer: { ref: "C-1" }, officer: { email: at("cora") } };
    expect(await council.contact(sure)).toMatchObject({ alertId, match: { tier: "identified" } });
    expect(await cora()).toEqual([
      expect.stringMatching(/^Do not deal with the matter on this call\. Ann/),
      "Acknowledge",
    ]);
    await council.pass(DAY);
    expect((await council.cards("mona")).length).toBe(1);
  });

  it("judged stays judged when a further contact says no more", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact(unsure);
    await judge(alertId, false);
    await council.contact({ ...unsure, customer: { name: "Alex Morgan" } });
    expect((await judge(alertId, true)).code).toBe("already-answered");
  });
});

it("out of working hours is brought up again too, though it was answered in between", async () => {
  council = await anAlertedCouncil([named]);
  council.clock.now = new Date("2026-03-02T20:00:00Z");
  const words = { conversation: "call-1", subject: "Freedom of information" };
  const { alertId } = await council.contact(words);
  await answer(alertId, "acknowledged");
  council.clock.now = new Date("2026-03-02T20:20:00Z");
  await council.contact({ ...words, subject: "My drains" });
  await council.pass(DAY);
  expect((await council.cards("mona")).map((card) => read(card)[2])).toEqual([
    expect.stringMatching(/^Not acknowledged by Ben Northmoor/),
  ]);
});

it("two people of one household in one conversation, in one request: each has their own alert", async () => {
  council = await anAlertedCouncil([named]);
  const { alertId } = await council.contact(unsure);
  const by = (name: string) => ({ ...unsure, customer: { ...unsure.customer, name } });
  const [alexis, alex] = await council.contacts(by("Alexis Morgan"), by("Alex Morgan"));
  expect(alexis).toMatchObject({ alertId, outcome: "breach", match: { customerRef: "C-2" } });
  expect(alex).toMatchObject({ outcome: "breach", match: { customerRef: "C-1" } });
  const of = await council.sql`select a.id, c.ref from alert a join customer c on c.id = a.customer_id order by c.ref`;
  expect(of).toEqual([
    { id: alex?.alertId, ref: "C-1" },
    { id: alertId, ref: "C-2" },
  ]);
});

describe("a possible match", () => {
  it("counts its contacts on the card", async () => {
    council = await anAlertedCouncil([named]);
    const note = async () => (await council.cards(null)).map((card) => read(card).at(-1));
    await council.contact(unsure);
    expect(await note()).toEqual([expect.stringMatching(/^Reference A-\d+ · Housing · phone · 2 March 2026, 9:42am$/)]);
    for (let more = 0; more < 4; more += 1) await council.contact({ ...unsure, officer: { email: at("cora") } });
    expect(await note()).toEqual([expect.stringMatching(/ · phone · 2 March 2026, 9:42am · 5 contacts$/)]);
  });
});
