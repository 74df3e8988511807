/** Two processes screen the same customer while officers answer: no deadlock, and no alert without a card or in two. */
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterEach, beforeEach, expect, it } from "vitest";
import { APP_ROLE, type Db } from "../../../db/connect.ts";
import { createUseCases } from "../../../src/usecases/all.ts";
import { screenContacts } from "../../../src/usecases/screen-contacts/screen-contacts.ts";
import { type Alerted, anAlertedCouncil, at, named } from "./alerted.ts";

let council: Alerted;
let processes: readonly Db[];
beforeEach(async () => {
  council = await anAlertedCouncil([named]);
  processes = [aProcess(), aProcess()];
});
afterEach(async () => {
  for (const { close } of processes) await close();
  await council.drop();
});

function aProcess(): Db {
  const sql = postgres(council.ownerUrl, { max: 4, connection: { role: APP_ROLE }, onnotice: () => {} });
  return { sql, drizzle: drizzle(sql), close: () => sql.end() };
}

const chats = new Set(["slack"] as const);
let number = 0;

function aCall(more: object) {
  return {
    id: `storm-${++number}`,
    occurredAt: "2026-03-02T09:42:00Z",
    direction: "inbound",
    channel: "phone",
    customer: { phone: "07700 900123" },
    officer: { email: at("ben") },
    ...more,
  };
}

async function send(db: Db, ...contacts: readonly object[]) {
  const screen = screenContacts({ db, now: () => council.clock.now, chats });
  const results = await screen({ organisation: council.organisation, source: "test", contacts });
  return results.flatMap((result) => (result.status === "rejected" ? [] : (result.alertId ?? [])));
}

/** Alerts that break a rule: in the card of one that is in another's, with a card while in another's, without any, or out of step. */
async function broken() {
  return await council.sql`
    select a.ref, h.ref as head from alert a left join alert h on h.id = a.gathered_in
    where h.gathered_in is not null
      or (a.gathered_in is null) <> (select count(*) = 1 from copy c where c.subject_id = a.id and c.kind = 'alert-channel')
      or (a.gathered_in is null) <> exists (select from copy c where c.subject_id = a.id and c.kind = 'alert-officer')
      or (a.gathered_in is null and a.state = 'open' and not exists (select from due d where d.subject_id = a.id))
      or (a.gathered_in is not null and exists (select from due d where d.subject_id = a.id))
      or h.state <> a.state or h.handled or a.contacts <> (select count(*) from contact k where k.alert_id = a.id)`;
}

it("calls at the same moment in two processes are an alert each, and one card", async () => {
  const sent = await Promise.all(
    Array.from({ length: 24 }, (_, n) => send(processes[n % 2] ?? council.db, aCall({ conversation: `c-${n}` }))),
  );
  expect(new Set(sent.flat()).size).toBe(24);
  expect(await council.sql`select count(*)::int as alone from alert where gathered_in is null`).toEqual([{ alone: 1 }]);
  expect(await broken()).toEqual([]);
});

it("an answer does not hold for an alert that leaves the card at that moment", async () => {
  const [first = "", second = ""] = await send(council.db, ...[0, 1, 2].map((n) => aCall({ conversation: `c-${n}` })));
  const answer = { actor: await council.actor("ben"), alert: first, answer: "acknowledged", reason: null } as const;
  const waits = async () =>
    (await council.sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
      .length;
  const answering = { at: Promise.resolve({ code: "" }) };
  await council.sql.begin(async (tx) => {
    await tx`update alert set gathered_in = null where id = ${second}`;
    answering.at = council.use.answerAlert(answer);
    await expect.poll(waits).toBe(1);
  });
  expect(await answering.at).toMatchObject({ code: "done" });
  const states = await council.sql`select state from alert order by ref`;
  expect(states.map(({ state }) => state)).toEqual(["acknowledged", "open", "acknowledged"]);
});

it("calls, calls passed on and answers at the same moment leave each alert in one card", async () => {
  const uses = processes.map((db) => createUseCases({ db, now: () => council.clock.now, chats }));
  const ben = await council.actor("ben");
  const raised = await send(council.db, ...Array.from({ length: 6 }, (_, n) => aCall({ conversation: `c-${n}` })));
  const work = Array.from({ length: 120 }, (_, n) => async () => {
    const db = processes[n % 2] ?? council.db;
    const conversation = `c-${(n * 7) % 40}`;
    switch (n % 6) {
      case 0:
      case 1:
        return void raised.push(...(await send(db, aCall({ conversation }), aCall({ conversation: `c-${n}` }))));
      case 2:
        return void raised.push(...(await send(db, aCall({}))));
      case 3:
        return void (await send(db, aCall({ conversation, officer: { email: at("cora") } })));
      case 4:
        return void (n % 5 === 0 && (await send(db, aCall({ conversation, officer: { email: at("ann") } }))));
      default: {
        const answer = {
          actor: ben,
          alert: raised[(n * 5) % raised.length] ?? "",
          answer: "acknowledged",
          reason: null,
        } as const;
        return void (n % 4 === 3 && (await uses[n % 2]?.answerAlert(answer)));
      }
    }
  });
  for (let from = 0; from < work.length; from += 12) await Promise.all(work.slice(from, from + 12).map((one) => one()));
  expect(await broken()).toEqual([]);
  const [seen] = await council.sql`select count(*) filter (where gathered_in is not null)::int as gathered,
    count(*) filter (where gathered_in is null)::int as alone, count(distinct state)::int as states from alert`;
  expect(seen).toMatchObject({ states: 2 });
  expect(seen?.["gathered"]).toBeGreaterThan(10);
  expect(seen?.["alone"]).toBeGreaterThan(5);
  // What a connection has counted is seen once it is closed.
  for (const { close } of processes) await close();
  expect(await council.sql`select deadlocks::int from pg_stat_database where datname = current_database()`).toEqual([
    { deadlocks: 0 },
  ]);
});
