/** The staff list and its chat accounts. Nobody is removed: who is missing in the file stays as they are. */
import { isDeepStrictEqual } from "node:util";
import { v7 as newId } from "uuid";
import type { AccountKey } from "../../../db/queries/accounts.ts";
import {
  addAccounts,
  addOfficers,
  type OfficerRow,
  setStandIns,
  updateOfficers,
} from "../../../db/queries/officers.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Change } from "./changes.ts";
import { emailKey, type Known } from "./known.ts";
import type { StaffEntry, World } from "./world.ts";

/** Adds and updates officers and links the accounts that are new. */
export async function writeStaff(tx: Tx, { staff }: World, known: Known): Promise<readonly Change[]> {
  const ids = new Map([...known.staff].map(([email, { id }]) => [email, id]));
  for (const { email } of staff) if (!ids.has(email)) ids.set(email, newId());

  const rows = staff.map((entry) => rowOf(entry, { known, ids }));
  const added = rows.filter(({ email }) => !known.staff.has(emailKey(email)));
  const changed = rows.filter((row) => differs(row, known.staff.get(emailKey(row.email))));
  await addOfficers(tx, added);
  await updateOfficers(tx, changed);
  await setStandIns(tx, known.id, [...added, ...changed]);
  return [
    ...added.map(({ id }) => ({ kind: "officer", id, what: "added" }) as const),
    ...changed.map(
      ({ id, roles, status }) => ({ kind: "officer", id, what: "changed", facts: { roles, status } }) as const,
    ),
    ...(await linkAccounts(tx, staff, { known, ids })),
  ];
}

type Ids = { readonly known: Known; readonly ids: ReadonlyMap<string, string> };

/** A key that the entry leaves out keeps what the register has. */
function rowOf(entry: StaffEntry, { known, ids }: Ids): OfficerRow {
  const before = known.staff.get(entry.email);
  const idOf = (email: string | null | undefined, kept: string | null | undefined) =>
    email === undefined ? (kept ?? null) : email === null ? null : (ids.get(email) ?? null);
  return {
    organisationId: known.id,
    id: ids.get(entry.email) ?? newId(),
    email: before?.email ?? entry.email,
    name: entry.name,
    service: entry.service,
    roles: entry.roles,
    extension: entry.extension === undefined ? (before?.extension ?? null) : entry.extension,
    lineManager: idOf(entry.lineManager, before?.lineManager),
    status: entry.status ?? before?.status ?? "active",
    deputy: idOf(entry.deputy, before?.deputy),
    version: before?.version ?? 1,
  };
}

function differs(row: OfficerRow, before: OfficerRow | undefined): boolean {
  return before !== undefined && !isDeepStrictEqual(row, before);
}

async function linkAccounts(tx: Tx, staff: readonly StaffEntry[], { known, ids }: Ids): Promise<readonly Change[]> {
  const linked = new Set(known.accounts.map(({ chat, tenant, account }) => JSON.stringify([chat, tenant, account])));
  const fresh = staff
    .flatMap((entry) => accountsOf(entry).map((account) => ({ ...account, officer: ids.get(entry.email) ?? "" })))
    .filter(({ chat, tenant, account }) => !linked.has(JSON.stringify([chat, tenant, account])));
  await addAccounts(tx, known.id, fresh);
  return fresh.map(({ officer, chat }) => ({ kind: "account", id: officer, what: "added", facts: { chat } }) as const);
}

function accountsOf({ slack, teams }: StaffEntry): readonly AccountKey[] {
  return [
    ...(slack ? [{ chat: "slack", tenant: slack.teamId, account: slack.userId } as const] : []),
    ...(teams ? [{ chat: "teams", tenant: teams.tenantId, account: teams.aadObjectId } as const] : []),
  ];
}
