/**
 * Whatever comes in whatever order, of two customers of one household, while officers and the register team answer: what
 * must always be true of the alerts and their cards (SCREENING section 6, decision 6).
 */
import { afterEach, expect, it } from "vitest";
import { type Alerted, anAlertedCouncil, at, named } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

/** One face of a die after another: they look random, and are the same for the same seed. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return <T>(faces: readonly T[]): T => {
    const face = faces[Math.floor(next() * faces.length)];
    if (face === undefined) throw new Error("a die has faces");
    return face;
  };
}

/** Most are alike, so that they share cards. */
const CUSTOMERS = [
  ...Array.from({ length: 8 }, () => ({})),
  { customer: { phone: "07700 900123", name: "Kit Lowe" } },
  { customer: { phone: "01632 960001" } },
  { customer: { phone: "01632 960001", name: "Alexis Morgan" } },
  { customer: { name: "Alex Morgan", phone: "01632 960777" } },
  { customer: { email: "alex@morgan.example", phone: "01632 960001" } },
];
const REACHED = [
  ...["ben", "ben", "ben", "ben", "ben", "ben", "ben", "cora", "ann", "bert", "park"].map((name) => ({
    officer: { email: at(name) },
  })),
  { officer: undefined, service: "Housing" },
];
const CALLS = [{}, {}, {}, ...Array.from({ length: 12 }, (_, call) => ({ conversation: `c-${call}` }))];

const NOBODY = "00000000-0000-4000-8000-000000000000";

async function aStep(roll: ReturnType<typeof dice>): Promise<void> {
  const alerts = await council.sql`select id from alert order by ref`;
  const alert = String(roll(alerts.length === 0 ? [{ id: NOBODY }] : alerts)["id"]);
  const contact = () => ({
    ...roll(CALLS),
    ...roll(REACHED),
    ...roll(CUSTOMERS),
    occurredAt: new Date(council.clock.now.getTime() - roll([1, 1, 5, 18, 70]) * 60_000).toISOString(),
  });
  switch (roll(["call", "call", "call", "call", "call", "calls", "answer", "judge", "pass"])) {
    case "call":
      return void (await council.contact(contact()));
    case "calls":
      return void (await council.contacts(contact(), contact(), contact()));
    case "pass":
      return await council.pass(roll([1, 5, 20, 60]));
    case "answer": {
      const answer = roll(["acknowledged", "someone_else", "allowed"] as const);
      const actor = await council.actor(roll(["ben", "ben", "cora", "mona", "ann"]));
      return void (await council.use.answerAlert({ actor, alert, answer, reason: null }));
    }
    case "judge":
      return void (await council.use.judgeMatch({
        actor: await council.actor("rita"),
        alert,
        same: roll([true, false]),
      }));
  }
}

/** Each of these has no row. */
const NEVER = {
  "an alert in the card of one that is itself in another's": `
    select a.ref from alert a join alert h on h.id = a.gathered_in where h.gathered_in is not null`,
  "an alert with a card while it is in another's, or with none of its own": `
    select a.ref from alert a where (a.gathered_in is null) <>
      (select count(*) = 1 from copy c where c.subject_id = a.id and c.kind = 'alert-channel')`,
  "an alert that says another thing than the card it is in": `
    select a.ref from alert a join alert h on h.id = a.gathered_in where a.gathered_in is not null and
      (h.customer_id, h.outcome, h.tier, h.state, h.handled, h.channel, h.direction, h.judgement, h.service)
        is distinct from (a.customer_id, a.outcome, a.tier, a.state, a.handled, a.channel, a.direction, a.judgement, a.service)`,
  "somebody told of an alert who does not have the card it is in": `
    select a.ref from alert_recipient r join alert a on a.id = r.alert_id
      join chat_account ca on ca.officer_id = r.officer_id
      where not exists (select from copy c where c.subject_id = coalesce(a.gathered_in, a.id) and c.officer_id = r.officer_id)`,
  "a breach that its officer does not hear of": `
    select k.source_id from contact k join alert a on a.id = k.alert_id join chat_account ca on ca.officer_id = k.officer_id
      where k.outcome in ('breach', 'conditional') and not exists (
        select from alert_recipient r where r.alert_id = a.id and r.officer_id = k.officer_id)`,
  "an officer who does not hear that it is sure now whose it was": `
    select k.source_id from contact k join alert a on a.id = k.alert_id join officer o on o.id = k.officer_id
      join chat_account ca on ca.officer_id = k.officer_id
      where k.outcome = 'possible_match' and a.outcome <> 'possible_match' and o.email <> '${at("ann")}' and not exists (
        select from alert_recipient r where r.alert_id = a.id and r.officer_id = k.officer_id)`,
  "an officer who hears of what may be nobody": `
    select a.ref from alert a join alert_recipient r on r.alert_id = a.id where a.outcome = 'possible_match'`,
  "a breach without an alert, or what was allowed with one": `
    select source_id from contact where (outcome in ('breach', 'conditional', 'possible_match')) <> (alert_id is not null)`,
  "a card that counts wrongly": `
    select a.ref from alert a where a.contacts <> (select count(*) from contact k where k.alert_id = a.id)`,
  "an open card that nobody will be reminded of, or a reminder of one without a card": `
    select a.ref from alert a where a.outcome <> 'possible_match' and (
      (a.gathered_in is null and a.state = 'open' and not exists (select from due d where d.subject_id = a.id))
      or (a.gathered_in is not null and exists (select from due d where d.subject_id = a.id)))`,
  "a line manager who was told twice": `
    select subject_id from audit where event = 'alert-escalated' group by subject_id, facts ->> 'to' having count(*) > 1`,
  "a question whose it was that is on no card": `
    select a.ref from alert a where a.gathered_in is null and a.state = 'someone_else' and a.judgement is null
      and not exists (select from copy c where c.subject_id = a.id and c.kind = 'someone-else')`,
  "a call on its own that its card says something else of": `
    select a.ref from contact k join alert a on a.id = k.alert_id where a.series is not null
      and (k.answer ->> 'outcome' <> a.outcome::text or k.answer -> 'match' ->> 'tier' <> a.tier)`,
  "possible matches on their own of which not the same was given, in one question": `
    select a.ref from contact k join alert a on a.id = k.alert_id where a.series is not null and a.outcome = 'possible_match'
      group by a.ref having count(distinct k.pair) > 1`,
  "an alert that nobody wrote down as raised": `
    select a.ref from alert a where not exists (
      select from audit u where u.event = 'alert-raised' and u.subject_id = a.id::text)`,
};

const ALL = Object.entries(NEVER).map(
  ([what, query]) => `select '${what.replaceAll("'", "''")}' as what, q.* from (${query}) q (of)`,
);

async function expectAlways(): Promise<void> {
  expect(await council.sql.unsafe(ALL.join(" union all "))).toEqual([]);
}

it.each([1, 2, 3, 4, 5, 6])("in order %s", async (seed) => {
  council = await anAlertedCouncil([named]);
  const roll = dice(seed);
  for (let step = 0; step < 40; step += 1) {
    await aStep(roll);
    await expectAlways();
  }
});

it.each([7, 8])("several at each moment, in order %s", async (seed) => {
  council = await anAlertedCouncil([named]);
  const roll = dice(seed);
  for (let moment = 0; moment < 10; moment += 1) {
    await Promise.all(Array.from({ length: 6 }, () => aStep(roll)));
    await expectAlways();
  }
});
