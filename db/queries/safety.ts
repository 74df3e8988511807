/** Whether the database is ours, current, and safe to use (DESIGN decision 9). Says it in codes; never throws for what it finds. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Db } from "../connect.ts";

export type RoleFault = "superuser" | "bypasses-row-security" | "owns-tables";

/** Why the role of this pool must not serve anybody; none when it is safe. */
export async function roleFaults({ sql }: Db): Promise<readonly RoleFault[]> {
  const [role] = await sql<{ super: boolean; bypass: boolean; owns: boolean }[]>`
    select rolsuper as super, rolbypassrls as bypass,
      exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owns
    from pg_roles r where rolname = current_user`;
  const faults: RoleFault[] = [];
  if (!role || role.super) faults.push("superuser");
  if (!role || role.bypass) faults.push("bypasses-row-security");
  if (!role || role.owns) faults.push("owns-tables");
  return faults;
}

const Journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** "other-version": a step was done that is none of ours, so what is there cannot be known. */
export type TablesState = "up-to-date" | "behind" | "other-version";

/** How the tables stand to our migrations. Asked as the owner. */
export async function tablesState({ sql }: Db): Promise<TablesState> {
  const journal = new URL("../migrations/meta/_journal.json", import.meta.url);
  const { entries } = Journal.parse(JSON.parse(readFileSync(journal, "utf8")));
  const [there] = await sql<
    { there: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!there?.there) return "behind";
  const done = await sql<{ at: string }[]>`select created_at::text as at from drizzle.__drizzle_migrations`;
  const ours = new Set(entries.map(({ when }) => String(when)));
  if (done.some(({ at }) => !ours.has(at))) return "other-version";
  return done.length < entries.length ? "behind" : "up-to-date";
}
