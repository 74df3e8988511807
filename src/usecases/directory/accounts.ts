/** The chat accounts of one officer as an administrator wants them, at most one for each chat (DESIGN decision 7). */
import { type AccountRow, addAccounts, removeAccount } from "../../../db/queries/officers.ts";
import { loadTenants, type Tenant } from "../../../db/queries/organisations.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { StaffEntry } from "../../policy/staff/staff-entry.ts";
import { CHATS, type Chat } from "../../policy/vocabulary.ts";

/** The account in each chat that the form asked about; null: none. A chat that is left out stays as it is. */
export type WantedAccounts = Readonly<Partial<Record<Chat, string | null>>>;

type Wanted = {
  readonly organisation: string;
  readonly officer: string;
  readonly accounts: WantedAccounts;
  /** Where the administrator writes from. */
  readonly from: Tenant;
};
type Accounts = StaffEntry["accounts"];
export type AccountsAfter =
  | { readonly code: "found"; readonly accounts: Accounts }
  | { readonly code: "which-tenant"; readonly chat: Chat };

/** What the officer's accounts will be, each with its workspace or tenant. */
export async function accountsAfter(
  tx: Tx,
  { organisation, officer, accounts: wanted, from }: Wanted,
  linked: readonly AccountRow[],
): Promise<AccountsAfter> {
  const tenants = await loadTenants(tx, organisation);
  const accounts: Accounts[number][] = [];
  for (const chat of CHATS) {
    const now = linked.find((one) => one.officerId === officer && one.chat === chat);
    const account = wanted[chat];
    if (account === undefined && now) accounts.push(keyOf(now));
    if (!account) continue;
    const tenant = now?.tenant ?? tenantFor(chat, tenants, from);
    if (tenant === undefined) return { code: "which-tenant", chat };
    // Ids of Teams are compared in lower case.
    accounts.push({ chat, tenant, account: chat === "teams" ? account.toLowerCase() : account });
  }
  return { code: "found", accounts };
}

/** The only one there is, or the administrator's own. */
function tenantFor(chat: Chat, tenants: readonly Tenant[], from: Tenant): string | undefined {
  const ours = tenants.filter((one) => one.chat === chat).map(({ tenant }) => tenant);
  return ours.length === 1 ? ours[0] : ours.find((tenant) => from.chat === chat && tenant === from.tenant);
}

/** Takes away what is not wanted any more and links what is new; an account that stays keeps its conversation. */
export async function writeAccounts(
  tx: Tx,
  { id, accounts }: StaffEntry,
  { organisation, before }: { readonly organisation: string; readonly before: readonly AccountRow[] },
): Promise<void> {
  const now = before.filter(({ officerId }) => officerId === id).map(keyOf);
  for (const account of now.filter((one) => !holds(accounts, one)))
    await removeAccount(tx, organisation, { ...account, officer: id });
  const fresh = accounts.filter((one) => !holds(now, one)).map((account) => ({ ...account, officer: id }));
  if (fresh.length > 0) await addAccounts(tx, organisation, fresh);
}

const keyOf = ({ chat, tenant, account }: Accounts[number]) => ({ chat, tenant, account });

function holds(accounts: Accounts, { chat, tenant, account }: Accounts[number]): boolean {
  return accounts.some((one) => one.chat === chat && one.tenant === tenant && one.account === account);
}
