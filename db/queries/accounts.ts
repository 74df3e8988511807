/** Who is behind a chat account. Asked before the organisation is known, so it goes through the definer functions. */
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Chat, OfficerStatus, Role } from "../../src/policy/vocabulary.ts";
import type { Db } from "../connect.ts";
import { chatAccount } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type AccountKey = { readonly chat: Chat; readonly tenant: string; readonly account: string };

const LinkedOfficer = z.object({
  organisation: z.string(),
  timeZone: z.string(),
  packId: z.string(),
  packVersion: z.int(),
  officer: z.string(),
  name: z.string(),
  email: z.string(),
  service: z.string(),
  roles: z.array(Role),
  status: OfficerStatus,
  /** All services of the organisation, for the menus of forms. */
  services: z.array(z.string()),
});
/** An officer as read from the register at this moment (DESIGN decision 7). */
export type LinkedOfficer = z.infer<typeof LinkedOfficer>;

/** The officer an account belongs to, or nothing when it is not linked. One statement, no transaction. */
export async function findOfficerByAccount(
  db: Db,
  { chat, tenant, account }: AccountKey,
): Promise<LinkedOfficer | undefined> {
  const [row] = await db.sql`select app.account_look_up(${chat}::chat, ${tenant}, ${account}) as found`;
  return row?.["found"] ? LinkedOfficer.parse(row["found"]) : undefined;
}

const TenantOwner = z.object({ organisation: z.string(), administrators: z.array(z.string()) });
export type TenantOwner = z.infer<typeof TenantOwner>;

/** The organisation a workspace or tenant belongs to, with the names of its administrators. */
export async function findTenantOwner(db: Db, chat: Chat, tenant: string): Promise<TenantOwner | undefined> {
  const [row] = await db.sql`select app.tenant_look_up(${chat}::chat, ${tenant}) as found`;
  return row?.["found"] ? TenantOwner.parse(row["found"]) : undefined;
}

/** Remembers the direct conversation with an account, so that it need not be opened again. */
export async function rememberConversation(
  tx: Tx,
  key: AccountKey,
  at: { readonly id: string; readonly serviceUrl: string | null },
): Promise<void> {
  await tx
    .update(chatAccount)
    .set({ conversationId: at.id, serviceUrl: at.serviceUrl })
    .where(
      sql`${chatAccount.chat} = ${key.chat} and ${chatAccount.tenant} = ${key.tenant} and ${chatAccount.account} = ${key.account}
        and (${chatAccount.conversationId} is distinct from ${at.id} or ${chatAccount.serviceUrl} is distinct from ${at.serviceUrl})`,
    );
}
