/** DESIGN decision 10: history cannot be edited. */
import { afterAll, describe, expect, it } from "vitest";
import { appendAudit } from "../../db/queries/audit.ts";
import { audit } from "../../db/schema/index.ts";
import { background } from "../../db/transaction.ts";
import { freshDatabase } from "../support/database.ts";
import { fillEveryTable } from "./every-table.ts";

const NORTHMOOR = "00000000-0000-4000-8000-000000000001";

describe("the audit", async () => {
  const db = await freshDatabase();
  afterAll(() => db.drop());
  await fillEveryTable(db.owner, [NORTHMOOR]);

  it("takes entries from the application", async () => {
    const entry = {
      organisation: NORTHMOOR,
      at: new Date(),
      event: "tried",
      by: null,
      subject: { kind: "test", id: "1" },
    };
    await background(db.app, NORTHMOOR, (tx) => appendAudit(tx, entry, entry));
    const entries = await background(db.app, NORTHMOOR, (tx) => tx.select({ event: audit.event }).from(audit));
    expect(entries.filter((row) => row.event === "tried")).toHaveLength(2);
  });

  it.each(["update audit set event = 'other'", "delete from audit", "truncate audit", "truncate organisation, audit"])(
    "refuses its owner, a superuser: %s",
    async (statement) => {
      await expect(db.owner.sql.unsafe(statement)).rejects.toThrow("append-only");
    },
  );

  it.each(["update audit set event = 'other'", "delete from audit", "truncate audit"])(
    "refuses the application: %s",
    async (statement) => {
      await expect(db.app.sql.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
    },
  );
});
