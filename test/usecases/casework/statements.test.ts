/** What a form and a list cost: somebody waits for them, and each round trip costs as much as what it asks for. */
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { APP_ROLE } from "../../../db/connect.ts";
import { createUseCases } from "../../../src/usecases/all.ts";
import type { Actor } from "../../../src/usecases/context.ts";
import { aCouncil, aProposal, type Council } from "../builders.ts";

let council: Council;
let use: ReturnType<typeof createUseCases>;
let actor: Actor;
let proposal: string;
let close: () => Promise<void>;
let sent: string[] = [];

beforeAll(async () => {
  council = await aCouncil();
  actor = await council.actor("j.reid");
  proposal = await aProposal.draft(council);
  const sql = postgres(council.url, {
    max: 1,
    connection: { role: APP_ROLE },
    onnotice: () => {},
    debug: (_connection, text) => void sent.push(text.replace(/\s+/g, " ")),
  });
  const db = { sql, drizzle: drizzle(sql), close: () => sql.end() };
  use = createUseCases({ db, now: () => council.clock.now, chats: new Set(["slack"]) });
  close = db.close;
});
afterAll(async () => {
  await close();
  await council.drop();
});

/** What goes out while the answer about this table is held back. */
async function sentBeside(table: string, ask: () => Promise<unknown>): Promise<string> {
  // A statement that the connection does not know yet is not sent beside others.
  await ask();
  sent = [];
  const asked = await council.sql.begin(async (tx) => {
    await tx`lock table ${tx(table)} in access exclusive mode`;
    const answer = ask();
    // Other tests wait for locks of their own on the same server.
    await expect
      .poll(
        async () =>
          await tx`select from pg_locks where not granted and relation = ${table}::regclass
        and database = (select oid from pg_database where datname = current_database())`,
      )
      .toHaveLength(1);
    return { answer, beside: sent.join("\n") };
  });
  await asked.answer;
  return asked.beside;
}

it("the form of the details asks together for what it is drawn from", async () => {
  const beside = await sentBeside("organisation", () => use.prepareDetails({ actor, proposal }));
  for (const table of ["officer", "outside_contact", "customer", "proposal_incident", "identifier"])
    expect(beside).toContain(`from "${table}"`);
  expect(beside).toContain('select "ref" from "customer"');
});

it("the list of work asks for its rows and for the staff together, and not for what the officer's entry says", async () => {
  const beside = await sentBeside("proposal", () => use.readWork({ actor, page: 1 }));
  expect(beside).toContain('from "officer"');
  expect(sent.join("\n")).not.toContain('from "organisation"');
});
