/** Connections that are lost at the worst moment: the process lives on, and each of them serves at once when it can. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { connectAsApplication, connectAsOwner, type Db } from "../../db/connect.ts";
import { openDatabaseProxy } from "../resilience/database-proxy.ts";
import { freshDatabase } from "../support/database.ts";

const database = await freshDatabase();
const wire = await openDatabaseProxy(database.ownerUrl);
const opened: Db[] = [];
const connect = (max: number): Db => {
  const db = connectAsApplication(wire.url, { max });
  opened.push(db);
  return db;
};
afterEach(async () => {
  wire.mend();
  await Promise.all(opened.splice(0).map((db) => db.close()));
});
afterAll(async () => {
  await wire.close();
  await database.drop();
});

/** Long enough for a loss to be noticed, also when the first wait was over before anybody looked at the sockets. */
async function turn(): Promise<void> {
  for (let time = 0; time < 3; time += 1) await new Promise((done) => setTimeout(done, 10));
}
const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => "done",
    (error: unknown) => (error as { code?: string }).code,
  );
/** All connections of the pool at once, each in a transaction. */
async function useAll(db: Db, max: number): Promise<void> {
  let inside = 0;
  const all = Promise.withResolvers<void>();
  const one = async (): Promise<unknown> =>
    await db.sql.begin(async (sql) => {
      await sql`select 1`;
      inside += 1;
      if (inside === max) all.resolve();
      await all.promise;
    });
  await Promise.all(Array.from({ length: max }, one));
}
/** Milliseconds until every connection has served again after the database is back. */
async function back(db: Db, max: number): Promise<number> {
  await turn();
  wire.mend();
  const since = performance.now();
  await useAll(db, max);
  return performance.now() - since;
}

describe("a connection that is lost", () => {
  it("while its types are asked for ends what waited for it, and nothing else", async () => {
    const db = connect(2);
    const lost = wire.loseNextRequest("pg_catalog.pg_type");
    expect(await codeOf(Promise.resolve(db.sql`select 1`))).toMatch(/^(ECONNRESET|EPIPE|CONNECTION_CLOSED)$/);
    await lost;
    expect(await back(db, 2)).toBeLessThan(1_000);
  });

  it.each([
    ["asks for more", (sql: Db["sql"]) => sql`select 2`],
    ["asks for more, several at once", (sql: Db["sql"]) => Promise.all([sql`select 2`, sql`select ${3}::int`])],
    ["ends well", () => Promise.resolve()],
    ["ends badly", () => Promise.reject(new Error("refused"))],
  ])("in a transaction that was busy with something else and then %s", async (_, then) => {
    const db = connect(2);
    const work = db.sql.begin(async (sql) => {
      await sql`select 1`;
      wire.cut();
      await turn();
      return await then(sql as unknown as Db["sql"]);
    });
    expect(await codeOf(work)).toMatch(/^(ECONNRESET|EPIPE|CONNECTION_CLOSED)$/);
    expect(await back(db, 2)).toBeLessThan(1_000);
  });

  it("in a savepoint, whose end nobody hears", async () => {
    const db = connect(1);
    const work = db.sql.begin(async (sql) => {
      await sql.savepoint(async (inner) => {
        wire.cut();
        await turn();
        await inner`select 1`;
      });
    });
    expect(await codeOf(work)).toBe("CONNECTION_CLOSED");
    expect(await back(db, 1)).toBeLessThan(1_000);
  });

  it("in the very turn in which a statement was written on another that is lost with it", async () => {
    const db = connect(8);
    await useAll(db, 8);
    const hanging = Array.from({ length: 4 }, async () => {
      // As soon as it hears of one loss it asks the next connection, which is just being lost as well.
      await codeOf(Promise.resolve(db.sql`select pg_sleep(30)`));
      return await codeOf(Promise.resolve(db.sql`select 1`));
    });
    await turn();
    wire.cut();
    const codes = await Promise.all(hanging);
    expect(codes).not.toContain("done");
    expect(codes).not.toContain("CONNECT_TIMEOUT");
    expect(await back(db, 8)).toBeLessThan(1_000);
  });
});

describe("connections", () => {
  it("are as many as are needed and no more, also when all were lost", async () => {
    const db = connect(3);
    const open = async (): Promise<number> => {
      const rows = await database.owner.sql<{ count: number }[]>`
        select count(*)::int from pg_stat_activity
        where datname = current_database() and application_name = 'restricted-contact'`;
      return rows[0]?.count ?? -1;
    };
    const before = await open();
    await db.sql`select 1`;
    expect(await open()).toBe(before + 1);
    await Promise.all(Array.from({ length: 30 }, () => db.sql`select 1`));
    expect(await open()).toBe(before + 3);
    wire.cut();
    await expect.poll(open).toBe(before);
    await turn();
    wire.mend();
    await Promise.all(Array.from({ length: 30 }, () => db.sql`select 1`));
    expect(await open()).toBe(before + 3);
    await db.close();
    await expect.poll(open).toBe(before);
    expect(await codeOf(Promise.resolve(db.sql`select 1`))).toBe("CONNECTION_ENDED");
  });

  it("refuse at once while nobody listens, also those who waited in line", async () => {
    const db = connect(1);
    wire.cut();
    const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(Promise.resolve(db.sql`select 1`))));
    expect(codes.filter((code) => code === "done")).toEqual([]);
    expect(await back(db, 1)).toBeLessThan(1_000);
    const nowhere = connectAsOwner("postgres://nobody:secret@127.0.0.1:1/none");
    expect(await codeOf(Promise.resolve(nowhere.sql`select 1`))).toBe("ECONNREFUSED");
    await nowhere.close();
  });

  it("are given up where a server takes the connection and says nothing", async () => {
    const taken = new Set<Socket>();
    const silent = createServer((socket) => taken.add(socket)).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const db = connectAsOwner(`postgres://somebody:secret@127.0.0.1:${port}/none`, { max: 1 });
    const [first, second] = [codeOf(Promise.resolve(db.sql`select 1`)), codeOf(Promise.resolve(db.sql`select 1`))];
    expect(await first).toBe("CONNECT_TIMEOUT");
    for (const socket of taken) socket.destroy();
    silent.close();
    expect(await second).toMatch(/^(ECONN\w+|CONNECTION_CLOSED)$/);
    await db.close();
  });

  it("say what the server says, also to those who wait in line", async () => {
    const wrong = new URL(database.ownerUrl);
    wrong.password = "wrong";
    const db = connectAsOwner(wrong.toString(), { max: 1 });
    const codes = await Promise.all(Array.from({ length: 4 }, () => codeOf(Promise.resolve(db.sql`select 1`))));
    expect(codes).toEqual(["28P01", "28P01", "28P01", "28P01"]);
    await db.close();
  });

  it("go to the host that will do, and are not asked for without end where none does", async () => {
    const { host } = new URL(database.ownerUrl);
    const of = (attributes: string): string => {
      const url = new URL(wire.url);
      return url.toString().replace(url.host, `${url.host},${host}`).concat(`?target_session_attrs=${attributes}`);
    };
    const settled = connectAsOwner(of("primary"), { max: 2 });
    expect(await codeOf(Promise.resolve(settled.sql`select 1`))).toBe("done");
    wire.cut();
    await turn();
    // Taken and hung up on by the first, which is how it is known not to do.
    await codeOf(Promise.resolve(settled.sql`select 1`));
    expect(await codeOf(Promise.resolve(settled.sql`select 1`))).toBe("done");
    await settled.close();
    wire.mend();
    const none = connectAsOwner(of("standby"), { max: 1 });
    const codes = [];
    for (let time = 0; time < 4; time += 1) codes.push(await codeOf(Promise.resolve(none.sql`select 1`)));
    expect(codes).not.toContain("done");
    await none.close();
  });

  it("let finish what runs when they are closed", async () => {
    const db = connect(2);
    const running = db.sql.begin(async (sql) => await sql`select pg_sleep(0.3)`);
    await turn();
    const since = performance.now();
    await db.close();
    expect(performance.now() - since).toBeGreaterThan(100);
    expect(await codeOf(running)).toBe("done");
  });
});
