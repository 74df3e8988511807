/** DESIGN decision 4: two who press at the same moment are both answered, also when PostgreSQL has to end one of their transactions. */
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectAsApplication, type Db } from "../../db/connect.ts";
import { interactive } from "../../db/transaction.ts";
import { aCouncil, type Council } from "../usecases/builders.ts";

let council: Council;
let db: Db;
const setting = async (words: string) => {
  const [own] = await council.sql<{ name: string }[]>`select quote_ident(current_database()) as name`;
  await council.sql.unsafe(`alter database ${own?.name} ${words}`);
};
/** On a busy machine the second in which PostgreSQL looks for a clash, and what it takes to do it again, are too long for a person. */
beforeEach(async () => {
  council = await aCouncil();
  await setting("set deadlock_timeout = '50ms'");
  db = connectAsApplication(council.url);
});
afterEach(async () => {
  await setting("reset deadlock_timeout");
  await db.close();
  await council.drop();
});

/** Each has taken its first before either goes for its second. */
const meeting = () => {
  const waiting: (() => void)[] = [];
  return async (): Promise<void> => {
    const all = new Promise<void>((resolve) => waiting.push(resolve));
    if (waiting.length >= 2) for (const go of waiting) go();
    await all;
  };
};

it("what one has to wait for in another order is done again, and both are written once", async () => {
  const met = meeting();
  const counts = { "C-1042": 0, "C-1043": 0 };
  const touch = async (...refs: (keyof typeof counts)[]) =>
    await interactive(db, council.organisation, async (tx) => {
      for (const [place, ref] of refs.entries()) {
        await tx.execute(sql`update customer set version = version + 1 where ref = ${ref}`);
        if (place === 0) counts[ref] += 1;
        if (place === 0 && counts[ref] === 1) await met();
      }
    });
  await Promise.all([touch("C-1042", "C-1043"), touch("C-1043", "C-1042")]);
  expect(counts["C-1042"] + counts["C-1043"]).toBe(3);
  expect(await council.sql`select version from customer order by ref`).toEqual([{ version: 3 }, { version: 3 }]);
});
