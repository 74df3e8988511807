/** What the product asks of itself: is it behind, whose data is it on. Whether it is safe: safety.ts. */
import type { Db } from "../connect.ts";

/** Organisations that are not marked as fictional, by slug. */
export async function realOrganisations({ sql }: Db): Promise<readonly string[]> {
  const rows = await sql`select slug from app.organisations() where not sandbox`;
  return rows.map(({ slug }) => String(slug));
}

/** The organisation that a workspace or tenant belongs to, if any. */
export async function isOurTenant({ sql }: Db, chat: "slack" | "teams", tenant: string): Promise<boolean> {
  const [row] = await sql`select app.tenant_look_up(${chat}::chat, ${tenant}) is not null as ours`;
  return row?.["ours"] === true;
}

/** Copies that are not up to date, by state, over all organisations; for the owner. */
export async function deliveryBacklog({
  sql,
}: Db): Promise<readonly { readonly state: string; readonly copies: number }[]> {
  const rows = await sql`select * from app.delivery_backlog()`;
  return rows.map(({ state, copies }) => ({ state: String(state), copies: Number(copies) }));
}

/** Jobs that could run now and have not; for the owner. */
export async function jobsWaiting({ sql }: Db): Promise<number> {
  const [row] =
    await sql`select count(*)::int as waiting from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`;
  return Number(row?.["waiting"] ?? 0);
}
