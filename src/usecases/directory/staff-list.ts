/** The staff list as the register has it: nobody is away because of the day, and every linked account is there. */
import { type AccountRow, loadAccounts, loadOfficers, type OfficerRow } from "../../../db/queries/officers.ts";
import type { StaffMember } from "../../../db/queries/staff.ts";
import type { Tx } from "../../../db/transaction.ts";
import { Role } from "../../policy/vocabulary.ts";
import type { Context } from "../context.ts";

export type Directory = {
  readonly rows: readonly OfficerRow[];
  readonly staff: readonly StaffMember[];
  readonly accounts: readonly AccountRow[];
};

/** Everybody, those who left too. */
export async function loadDirectory(tx: Tx, organisation: string, chats: Context["chats"]): Promise<Directory> {
  const rows = await loadOfficers(tx, organisation);
  const accounts = await loadAccounts(tx, organisation);
  const linked = new Set(accounts.filter(({ chat }) => chats.has(chat)).map(({ officerId }) => officerId));
  const staff = rows.map(({ id, email, name, service, extension, roles, status, deputy, lineManager }) => ({
    id,
    email,
    name,
    service,
    extension,
    roles: roles.map((role) => Role.parse(role)),
    status,
    deputy,
    lineManager,
    linked: linked.has(id),
  }));
  return { rows, staff, accounts };
}
