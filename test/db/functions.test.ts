/** DESIGN decisions 3 and 9: only these functions look across organisations, or reach the job queue. */
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../support/database.ts";

describe("functions that run with the owner's rights", async () => {
  const db = await freshDatabase();
  afterAll(() => db.drop());

  const functions = await db.owner.sql<{ name: string; fixed: boolean; everybody: boolean; application: boolean }[]>`
    select n.nspname || '.' || p.proname as name,
      exists (select from unnest(p.proconfig) c where c like 'search_path=%pg_temp') as fixed,
      exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as everybody,
      has_function_privilege('restricted_contact_app', p.oid, 'execute') as application
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef order by 1`;

  it("are these and no others", () => {
    expect(functions.map((row) => row.name)).toEqual([
      "app.account_look_up",
      "app.delivery_backlog",
      "app.due_organisations",
      "app.organisations",
      "app.requeue_stuck",
      "app.tenant_look_up",
      "app.token_look_up",
      "jobs.enqueue",
    ]);
  });

  it("cannot be led astray by a search path, and are the application's alone", () => {
    for (const found of functions) expect(found).toMatchObject({ fixed: true, everybody: false, application: true });
    expect(functions.length).toBeGreaterThan(0);
  });

  it("leave the job queue itself closed to the application", async () => {
    await expect(db.app.sql`select * from graphile_worker.jobs`).rejects.toMatchObject({ code: "42501" });
    const copies = [{ organisation_id: randomUUID(), id: randomUUID(), chat: "slack", officer_id: null }];
    await db.app.sql`select jobs.enqueue(${JSON.stringify(copies)}::text::jsonb)`;
    expect(await db.owner.sql`select task_identifier from graphile_worker.jobs`).toEqual([
      { task_identifier: "deliver" },
    ]);
  });
});
