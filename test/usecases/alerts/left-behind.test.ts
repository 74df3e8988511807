/** What was said of a card holds for an alert that leaves it: also that the register team is asked whose it was. */
import { afterEach, describe, expect, it } from "vitest";
import { type Alerted, anAlertedCouncil, at, buttons, named } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

const ASKED = ["Open", "Same person", "Not the same person"];
const call = (n: number, more: object = {}) => ({ conversation: `call-${n}`, ...more });
const to = (name: string) => ({ officer: { email: at(name) } });

async function saidToBeAnother(): Promise<readonly string[]> {
  const raised = [];
  for (const n of [0, 1, 2]) raised.push((await council.contact(call(n))).alertId ?? "");
  const actor = await council.actor("ben");
  await council.use.answerAlert({ actor, alert: raised[0] ?? "", answer: "someone_else", reason: null });
  return raised;
}

const questions = async () =>
  (await council.cards(null)).filter(({ title }) => title === "An officer says that it is someone else");

describe("said to be someone else", () => {
  it("a call that is passed on is asked about on a card of its own", async () => {
    council = await anAlertedCouncil([named]);
    const [, second = ""] = await saidToBeAnother();
    await council.contact(call(1, to("cora")));
    expect((await questions()).map(buttons)).toEqual([ASKED, ASKED]);
    const actor = await council.actor("rita");
    expect(await council.use.judgeMatch({ actor, alert: second, same: false })).toMatchObject({ ref: "A-0002" });
    const rows = await council.sql`select judgement from alert order by ref`;
    expect(rows.map(({ judgement }) => judgement)).toEqual([null, "not_same", null]);
  });

  it("so are those whose card says something else now", async () => {
    council = await anAlertedCouncil([named]);
    const probable = { customer: { phone: "07700 900123", name: "Kit Lowe" } };
    const raised = [];
    for (const n of [0, 1, 2]) raised.push((await council.contact(call(n, probable))).alertId ?? "");
    const actor = await council.actor("ben");
    await council.use.answerAlert({ actor, alert: raised[0] ?? "", answer: "someone_else", reason: null });
    // The first is sure now, and theirs to answer anew; of the two others nobody has said whose they were.
    await council.contact(call(0));
    const asked = (await questions()).map(buttons).toSorted((one, other) => one.length - other.length);
    expect(asked).toEqual([["Open"], ASKED]);
    expect(await council.cards("ben")).toHaveLength(2);
  });

  it("and not once the register team has said whose it was", async () => {
    council = await anAlertedCouncil([named]);
    const [first = ""] = await saidToBeAnother();
    await council.use.judgeMatch({ actor: await council.actor("rita"), alert: first, same: true });
    await council.contact(call(1, to("cora")));
    expect((await questions()).map(buttons)).toEqual([["Open"]]);
  });
});
