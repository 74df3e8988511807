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

/** How many of our migrations the database still lacks. Asked as the owner. */
export async function missingMigrations({ sql }: Db): Promise<number> {
  const journal = new URL("../migrations/meta/_journal.json", import.meta.url);
  const { entries } = Journal.parse(JSON.parse(readFileSync(journal, "utf8")));
  const [there] = await sql<
    { there: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!there?.there) return entries.length;
  const [last] = await sql<
    { last: string | null }[]
  >`select max(created_at)::text as last from drizzle.__drizzle_migrations`;
  return entries.filter(({ when }) => when > Number(last?.last ?? 0)).length;
}
