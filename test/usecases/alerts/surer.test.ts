/** A later contact of a conversation says more: what was answered before was an answer to something else (SCREENING section 6). */
import { afterEach, describe, expect, it } from "vitest";
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
      "A later contact of the same conversation says more. The officer has been told anew.",
    );
    expect(buttons(await question())).toEqual(["Open"]);
    await answer(alertId, "someone_else");
    expect(buttons(await question())).toEqual(ASKED);
  });

  it("judged stays judged when a further contact says no more", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact(unsure);
    await judge(alertId, false);
    await council.contact({ ...unsure, customer: { name: "Alex Morgan" } });
    expect((await judge(alertId, true)).code).toBe("already-answered");
  });
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
