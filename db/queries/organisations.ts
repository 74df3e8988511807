/** Organisations, their workspaces and tenants, holidays, outside contacts and intake tokens. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { ChannelPurpose } from "../../src/policy/channel/channel-purposes.ts";
import type { Chat } from "../../src/policy/vocabulary.ts";
import type { Db } from "../connect.ts";
import { chatChannel, chatTenant, holiday, intakeToken, organisation, outsideContact } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type OrganisationRow = typeof organisation.$inferSelect;
export type OutsideContactRow = typeof outsideContact.$inferSelect;
export type Tenant = { readonly chat: Chat; readonly tenant: string };

const ListedOrganisation = z.object({ id: z.string(), slug: z.string(), sandbox: z.boolean() });
export type ListedOrganisation = z.infer<typeof ListedOrganisation>;

/** Every organisation of the deployment, by slug. Looks across organisations, so it needs no transaction of one. */
export async function listOrganisations(db: Db): Promise<readonly ListedOrganisation[]> {
  return z.array(ListedOrganisation).parse(await db.sql`select id, slug, sandbox from app.organisations()`);
}

/** The id behind a slug; nothing when there is no such organisation. */
export async function findOrganisationId(db: Db, slug: string): Promise<string | undefined> {
  return (await listOrganisations(db)).find((found) => found.slug === slug)?.id;
}

/** The organisation itself, nothing when it is not there yet. */
export async function findOrganisation(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, id));
  return row;
}

/** Adds the organisation, or brings name, time zone, calendar and pack up to date. */
export async function saveOrganisation(tx: Tx, row: OrganisationRow): Promise<void> {
  const { name, country, timeZone, calendar, packId, packVersion } = row;
  const set = { name, country, timeZone, calendar, packId, packVersion };
  await tx.insert(organisation).values(row).onConflictDoUpdate({ target: organisation.id, set });
}

/** Who has each of these workspaces and tenants, whatever the organisation: `chat:tenant` to organisation id. */
export async function loadTenantOwners(tx: Tx, tenants: readonly Tenant[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.execute<{ key: string; owner: string | null }>(sql`
    select chat || ':' || tenant as key, app.tenant_look_up(chat::chat, tenant) ->> 'organisation' as owner
    from jsonb_to_recordset(${JSON.stringify(tenants)}::jsonb) as t(chat text, tenant text)`);
  return new Map(rows.flatMap(({ key, owner }) => (owner === null ? [] : [[key, owner] as const])));
}

/** The workspaces and tenants of one organisation. */
export async function loadTenants(tx: Tx, id: string): Promise<readonly Tenant[]> {
  const columns = { chat: chatTenant.chat, tenant: chatTenant.tenant };
  return await tx.select(columns).from(chatTenant).where(eq(chatTenant.organisationId, id)).orderBy(chatTenant.tenant);
}

/**
 * Claims workspaces and tenants; those that are the organisation's already stay.
 * @throws when another organisation has claimed one a moment ago: row-level security forbids the update
 */
export async function addTenants(tx: Tx, id: string, tenants: readonly Tenant[]): Promise<void> {
  if (tenants.length === 0) return;
  await tx
    .insert(chatTenant)
    .values(tenants.map(({ chat, tenant }) => ({ organisationId: id, chat, tenant })))
    .onConflictDoUpdate({ target: [chatTenant.chat, chatTenant.tenant], set: { organisationId: id } });
}

/** Adds holidays of the organisation's own and gives back those that are new. */
export async function addHolidays(tx: Tx, id: string, days: readonly string[]): Promise<readonly string[]> {
  if (days.length === 0) return [];
  const rows = days.map((day) => ({ organisationId: id, day }));
  const added = await tx.insert(holiday).values(rows).onConflictDoNothing().returning({ day: holiday.day });
  return added.map(({ day }) => day);
}

/** People outside the staff who may be a named officer. */
export async function loadOutsideContacts(tx: Tx, id: string): Promise<readonly OutsideContactRow[]> {
  return await tx.select().from(outsideContact).where(eq(outsideContact.organisationId, id));
}

/** Adds an outside contact, or brings it up to date. */
export async function saveOutsideContact(tx: Tx, row: OutsideContactRow): Promise<void> {
  const { name, body, phone, email } = row;
  const target = [outsideContact.organisationId, outsideContact.id];
  await tx.insert(outsideContact).values(row).onConflictDoUpdate({ target, set: { name, body, phone, email } });
}

/** Makes a channel the one for its purpose, in place of the one before. Its faults are looked for anew. */
export async function saveChannel(tx: Tx, row: Omit<typeof chatChannel.$inferInsert, "faults">): Promise<void> {
  const target = [chatChannel.organisationId, chatChannel.purpose];
  await tx
    .insert(chatChannel)
    .values(row)
    .onConflictDoUpdate({ target, set: { ...row, faults: [] } });
}

/**
 * What this channel is chosen for already; whoever chooses one at the same moment waits. In Teams the same channel is
 * named with its team or without: "19:…;team=19:…".
 */
export async function lockPurposeOf(
  tx: Tx,
  organisation: string,
  { chat, tenant, id }: Tenant & { readonly id: string },
): Promise<ChannelPurpose | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`channels:${organisation}`}, 0))`);
  const [row] = await tx
    .select({ purpose: chatChannel.purpose })
    .from(chatChannel)
    .where(
      and(
        eq(chatChannel.organisationId, organisation),
        eq(chatChannel.chat, chat),
        eq(chatChannel.tenant, tenant),
        sql`split_part(${chatChannel.conversationId}, ';', 1) = split_part(${id}, ';', 1)`,
      ),
    );
  return row?.purpose;
}

/** The intake tokens of an organisation, without their hashes, oldest first. */
export async function listIntakeTokens(tx: Tx, id: string) {
  const { name, sources, createdAt, revokedAt, id: tokenId } = intakeToken;
  return await tx
    .select({ id: tokenId, name, sources, createdAt, revokedAt })
    .from(intakeToken)
    .where(eq(intakeToken.organisationId, id))
    .orderBy(intakeToken.createdAt, intakeToken.name);
}

/** Adds a token. @returns false when the name is taken */
export async function addIntakeToken(tx: Tx, row: typeof intakeToken.$inferInsert): Promise<boolean> {
  const target = [intakeToken.organisationId, intakeToken.name];
  const added = await tx
    .insert(intakeToken)
    .values(row)
    .onConflictDoNothing({ target })
    .returning({ id: intakeToken.id });
  return added.length > 0;
}

/** Revokes a token that is in use. @returns its id, nothing when there is no such token in use */
export async function revokeIntakeToken(
  tx: Tx,
  id: string,
  { name, now }: { readonly name: string; readonly now: Date },
): Promise<string | undefined> {
  const [revoked] = await tx
    .update(intakeToken)
    .set({ revokedAt: now })
    .where(and(eq(intakeToken.organisationId, id), eq(intakeToken.name, name), isNull(intakeToken.revokedAt)))
    .returning({ id: intakeToken.id });
  return revoked?.id;
}
