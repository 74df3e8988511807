/** What drawing a card costs: somebody waits for it. Statements are counted where they leave the application. */
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APP_ROLE } from "../../../db/connect.ts";
import { createUseCases } from "../../../src/usecases/all.ts";
import { aCouncil, aProposal, type Council } from "../builders.ts";

let council: Council;
let use: ReturnType<typeof createUseCases>;
let close: () => Promise<void>;
let sent: string[] = [];

beforeAll(async () => {
  council = await aCouncil();
  await aProposal.awaitingDecision(council);
  const sql = postgres(council.url, {
    max: 1,
    connection: { role: APP_ROLE },
    onnotice: () => {},
    debug: (_connection, text, values) => void sent.push(JSON.stringify([text.trim().replace(/\s+/g, " "), values])),
  });
  const db = { sql, drizzle: drizzle(sql), close: () => sql.end() };
  use = createUseCases({ db, now: () => council.clock.now, chats: new Set(["slack"]) });
  close = db.close;
});
afterAll(async () => {
  await close();
  await council.drop();
});

/** Takes up a copy of this kind, which is behind again, and records that it was posted where the last one was. */
async function delivered(kind: string): Promise<readonly string[]> {
  const [row] = await council.sql`update copy set sent = wanted - 1 where id = (
    select id from copy where kind = ${kind} order by id limit 1) returning id`;
  const key = { organisation: council.organisation, copy: String(row?.["id"]) };
  sent = [];
  const taken = await use.takeDelivery(key);
  if (!taken) throw new Error(`no copy of ${kind} is behind`);
  const conversation = { id: "D0NORTH", serviceUrl: null };
  await use.recordEnding(key, taken, { kind: "posted", posted: { message: "1.1", conversation } });
  return sent;
}

/** Without what begins and ends the two transactions. */
const asked = (statements: readonly string[]) =>
  statements.filter((one) => !/^\["(begin|commit|select set_config)/i.test(one));

describe("the delivery of a card", () => {
  it.each([
    ["approval", 19],
    ["proposal-sent", 19],
    ["triage", 16],
    ["report-receipt", 10],
  ])("%s: asks nothing twice, and no more than %i statements", async (kind, most) => {
    await delivered(kind);
    const statements = asked(await delivered(kind));
    expect(statements.length).toBeGreaterThan(5);
    expect(new Set(statements).size).toBe(statements.length);
    expect(statements.length).toBeLessThanOrEqual(most);
  });

  it("writes a conversation down once: when it is opened", async () => {
    const written = (statements: readonly string[]) => statements.filter((one) => /update \W*chat_account/.test(one));
    await council.sql`update copy set message_id = null where kind = 'approval'`;
    await council.sql`update chat_account set conversation_id = null`;
    expect(written(await delivered("approval"))).toHaveLength(1);
    await council.sql`update copy set message_id = null where kind = 'approval'`;
    expect(written(await delivered("approval"))).toEqual([]);
  });
});
