/** The audit of the product: nothing in it is lost or changed, and what is new says what happened. */
import type { Product } from "./open.ts";

export type Audited = ReadonlyMap<string, { readonly event: string; readonly by: string; readonly hash: string }>;

/** Every row by its id. */
export async function auditRows(product: Product): Promise<Audited> {
  const rows = await product.council.sql`select id, event, "by", md5(audit::text) as hash from audit`;
  return new Map(
    rows.map(({ id, event, by, hash }) => [
      String(id),
      { event: String(event), by: product.handleOf(by), hash: String(hash) },
    ]),
  );
}

/** The rows of before that are gone or different now. */
export function lost(before: Audited, after: Audited): string[] {
  return [...before].flatMap(([id, { hash, event }]) => (after.get(id)?.hash === hash ? [] : [event]));
}

/** What was added, and by whom. */
export function added(before: Audited, after: Audited) {
  return [...after].flatMap(([id, row]) => (before.has(id) ? [] : [row]));
}
