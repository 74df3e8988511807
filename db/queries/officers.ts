/** The staff list's writing side, and the chat accounts of officers. */
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Chat } from "../../src/policy/vocabulary.ts";
import { chatAccount, officer } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import type { AccountKey } from "./accounts.ts";

/** What is written of an officer; the key is made from it. */
const { extensionKey: _made, ...written } = getTableColumns(officer);
export type OfficerRow = Omit<typeof officer.$inferSelect, "extensionKey">;
export type AccountRow = typeof chatAccount.$inferSelect;

/** Rows that fit into one statement: PostgreSQL takes 65,534 values. */
const ROWS_AT_ONCE = 1_000;

export function* inPortions<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE);
}

/** All officers of an organisation as the staff list has them, those who left too. */
export async function loadOfficers(tx: Tx, organisation: string): Promise<readonly OfficerRow[]> {
  return await tx.select(written).from(officer).where(eq(officer.organisationId, organisation)).orderBy(officer.email);
}

/** Adds officers. Line managers and deputies come afterwards (`setStandIns`): they may stand further down the list. */
export async function addOfficers(tx: Tx, rows: readonly OfficerRow[]): Promise<void> {
  for (const portion of inPortions(rows))
    await tx.insert(officer).values(portion.map((row) => ({ ...row, lineManager: null, deputy: null })));
}

/** Writes what the staff list says of officers that are there, save who stands in for them. Forms opened before are refused. */
export async function updateOfficers(tx: Tx, rows: readonly OfficerRow[]): Promise<void> {
  for (const { organisationId, id, email, name, service, roles, extension, status } of rows)
    await tx
      .update(officer)
      .set({ email, name, service, roles, extension, status, version: sql`${officer.version} + 1` })
      .where(and(eq(officer.organisationId, organisationId), eq(officer.id, id)));
}

/** An account was linked or taken away: a form opened before would undo it, and is refused. */
export async function markOfficerChanged(tx: Tx, organisation: string, id: string): Promise<void> {
  await tx
    .update(officer)
    .set({ version: sql`${officer.version} + 1` })
    .where(and(eq(officer.organisationId, organisation), eq(officer.id, id)));
}

/** Officers are written one after the other: what is true of all of them together, such as the last administrator, holds. */
export async function lockStaff(tx: Tx, organisation: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${STAFF_LOCK}, hashtext(${organisation}))`);
}

/** Any constant of our own. */
const STAFF_LOCK = 7_104;

/** Sets line managers and deputies of officers that are there. */
export async function setStandIns(tx: Tx, organisation: string, rows: readonly OfficerRow[]): Promise<void> {
  if (rows.length === 0) return;
  const links = rows.map(({ id, lineManager, deputy }) => ({ id, line_manager: lineManager, deputy }));
  await tx.execute(sql`
    update officer o set line_manager = l.line_manager, deputy = l.deputy
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l(id uuid, line_manager uuid, deputy uuid)
    where o.organisation_id = ${organisation}::uuid and o.id = l.id`);
}

/** The officer with this e-mail, whatever its case. */
export async function findOfficerByEmail(tx: Tx, organisation: string, email: string): Promise<OfficerRow | undefined> {
  const same = sql`lower(${officer.email}) = ${email.trim().toLowerCase()}`;
  const [row] = await tx
    .select(written)
    .from(officer)
    .where(and(eq(officer.organisationId, organisation), same));
  return row;
}

/** Every linked account of an organisation. */
export async function loadAccounts(tx: Tx, organisation: string): Promise<readonly AccountRow[]> {
  return await tx.select().from(chatAccount).where(eq(chatAccount.organisationId, organisation));
}

/** Links accounts to officers. */
export async function addAccounts(
  tx: Tx,
  organisation: string,
  accounts: readonly (AccountKey & { readonly officer: string })[],
): Promise<void> {
  const rows = accounts.map(({ officer: officerId, ...key }) => ({ organisationId: organisation, officerId, ...key }));
  for (const portion of inPortions(rows)) await tx.insert(chatAccount).values(portion);
}

/** Takes an officer's account away. @returns false when it was not theirs */
export async function removeAccount(
  tx: Tx,
  organisation: string,
  { officer: officerId, ...key }: AccountKey & { readonly officer: string },
): Promise<boolean> {
  const removed = await tx
    .delete(chatAccount)
    .where(
      and(
        eq(chatAccount.organisationId, organisation),
        eq(chatAccount.officerId, officerId),
        eq(chatAccount.chat, key.chat),
        eq(chatAccount.tenant, key.tenant),
        eq(chatAccount.account, key.account),
      ),
    )
    .returning({ account: chatAccount.account });
  return removed.length > 0;
}

/** The account of one officer in one chat. */
export async function findAccountOf(
  tx: Tx,
  organisation: string,
  { officer: officerId, chat }: { readonly officer: string; readonly chat: Chat },
): Promise<AccountRow | undefined> {
  const theirs = and(
    eq(chatAccount.organisationId, organisation),
    eq(chatAccount.officerId, officerId),
    eq(chatAccount.chat, chat),
  );
  const [row] = await tx.select().from(chatAccount).where(theirs);
  return row;
}
