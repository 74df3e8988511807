/** CASEWORK section 1: until the letter is recorded as sent, cards begin with what the customer may not know; from then on none does. */
import { afterEach, expect, it } from "vitest";
import { DANGER_FIRST } from "../../../cards/handling-words.ts";
import { type Alerted, anAlertedCouncil, named, read } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

const FIRST = 1;
const ask = async (name: string, alert: string, answer: "acknowledged" | "someone_else") =>
  await council.use.answerAlert({ actor: await council.actor(name), alert, answer, reason: null });

/** Ben's card was posted as it is, then the letter of C-1's arrangement is recorded as sent. @returns what of it is to be posted anew */
async function afterTheLetter(alert: string) {
  const { organisation, sql } = council;
  await sql`
    insert into letter (organisation_id, id, arrangement_id, body, written_at, owner_id)
    select a.organisation_id, gen_random_uuid(), a.id, 'Dear customer', a.decided_at, o.id
    from arrangement a join customer c on c.id = a.customer_id and c.ref = 'C-1', officer o where o.email like 'sena@%'`;
  const [copy] = await sql`select c.id from copy c join officer o on o.id = c.officer_id
    where o.email like 'ben@%' and c.subject_id = ${alert}`;
  const [letter] = await sql`select id from letter`;
  const take = async () => await council.use.takeDelivery({ organisation, copy: String(copy?.["id"]) });
  const taken = await take();
  if (!taken) throw new Error("nothing was taken");
  const conversation = { id: "D0BEN", serviceUrl: null };
  await council.use.recordEnding({ organisation, copy: String(copy?.["id"]) }, taken, {
    kind: "posted",
    posted: { message: "1.1", conversation },
  });
  expect(await take()).toBeUndefined();
  const sena = await council.actor("sena");
  const sent = { actor: sena, letter: String(letter?.["id"]), how: "letter", on: "2026-03-02" } as const;
  expect(await council.use.recordLetterSent(sent)).toEqual({ code: "recorded" });
  return await take();
}

it.each([
  ["open", async () => {}],
  ["acknowledged", async (alert: string) => void (await ask("ben", alert, "acknowledged"))],
  [
    "somebody else, and the customer after all",
    async (alert: string) => {
      await ask("ben", alert, "someone_else");
      await council.use.judgeMatch({ actor: await council.actor("rita"), alert, same: true });
    },
  ],
])("the cards of an alert that is %s are brought up to date", async (_, answered) => {
  council = await anAlertedCouncil([named], { told: false });
  const { alertId } = await council.contact();
  await answered(alertId ?? "");
  expect(await afterTheLetter(alertId ?? "")).toBeDefined();
  await council.sql`update copy set sent = 0`;
  const [card] = await council.cards("ben");
  expect(card && read(card)[FIRST]).toBe(DANGER_FIRST);
});

it("those of another arrangement stay as they are: cards of years would hold up the alerts behind them", async () => {
  council = await anAlertedCouncil([named], { told: false });
  const { alertId } = await council.contact();
  await council.sql`update alert set decided = jsonb_set(decided, '{0,id}', to_jsonb(gen_random_uuid()))`;
  expect(await afterTheLetter(alertId ?? "")).toBeUndefined();
});
