/** A chat account is an officer's because somebody said so, never by e-mail or display name (DESIGN decision 7). */
import type { AccountKey } from "../../db/queries/accounts.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { addStaffChange } from "../../db/queries/due.ts";
import {
  addAccounts,
  findAccountOf,
  findOfficerByEmail,
  loadAccounts,
  markOfficerChanged,
  removeAccount,
} from "../../db/queries/officers.ts";
import { addTenants, loadTenantOwners } from "../../db/queries/organisations.ts";
import { loadStaff } from "../../db/queries/staff.ts";
import { background, type Tx } from "../../db/transaction.ts";
import { administrators } from "../policy/staff/administrators.ts";
import { CHATS } from "../policy/vocabulary.ts";
import type { Context } from "./context.ts";

export type LinkAccount = { readonly organisation: string; readonly email: string; readonly account: AccountKey };

export type LinkOutcome =
  | { readonly code: "linked" | "already-linked" }
  | { readonly code: "unknown-officer" | "officer-has-left" }
  /** The officer has another account in this chat, or the account is another officer's: unlink that first. */
  | { readonly code: "officer-has-account" | "account-taken" }
  /** The workspace or tenant belongs to another organisation. */
  | { readonly code: "tenant-taken" };

/** Links an account to an officer, and claims a workspace or tenant that is nobody's yet. */
export function linkAccount({ db, now }: Pick<Context, "db" | "now">) {
  return ({ organisation, email, account }: LinkAccount): Promise<LinkOutcome> =>
    background(db, organisation, async (tx) => {
      const officer = await findOfficerByEmail(tx, organisation, email);
      if (!officer) return { code: "unknown-officer" };
      if (officer.status === "left") return { code: "officer-has-left" };
      const obstacle = await obstacleTo(tx, { organisation, officer: officer.id, account });
      if (obstacle) return { code: obstacle };

      await addTenants(tx, organisation, [account]);
      await addAccounts(tx, organisation, [
        { chat: account.chat, tenant: account.tenant, account: account.account, officer: officer.id },
      ]);
      await settle(tx, "account-linked", { organisation, at: now(), officer: officer.id, chat: account.chat });
      return { code: "linked" };
    });
}

type Wanted = { readonly organisation: string; readonly officer: string; readonly account: AccountKey };

async function obstacleTo(
  tx: Tx,
  { organisation, officer, account }: Wanted,
): Promise<Exclude<LinkOutcome["code"], "linked" | "unknown-officer" | "officer-has-left"> | undefined> {
  const owner = (await loadTenantOwners(tx, [account])).get(`${account.chat}:${account.tenant}`);
  if (owner !== undefined && owner !== organisation) return "tenant-taken";
  const linked = await loadAccounts(tx, organisation);
  const holder = linked.find(
    (one) => one.chat === account.chat && one.tenant === account.tenant && one.account === account.account,
  );
  if (holder) return holder.officerId === officer ? "already-linked" : "account-taken";
  return (await findAccountOf(tx, organisation, { officer, chat: account.chat })) ? "officer-has-account" : undefined;
}

export type UnlinkOutcome =
  | { readonly code: "unlinked" | "unknown-officer" | "not-linked" }
  /** Done as well, and nobody with an account is an administrator any more. */
  | { readonly code: "last-administrator-unlinked" };

/**
 * Takes an account away from an officer. What they decided stays theirs. The last administrator's too, which the chat
 * refuses: whoever is at the terminal links the account that takes its place next.
 */
export function unlinkAccount({ db, now }: Pick<Context, "db" | "now">) {
  return ({ organisation, email, account }: LinkAccount): Promise<UnlinkOutcome> =>
    background(db, organisation, async (tx) => {
      const officer = await findOfficerByEmail(tx, organisation, email);
      if (!officer) return { code: "unknown-officer" };
      const before = await administered(tx, organisation);
      if (!(await removeAccount(tx, organisation, { ...account, officer: officer.id }))) return { code: "not-linked" };
      await settle(tx, "account-unlinked", { organisation, at: now(), officer: officer.id, chat: account.chat });
      return { code: before && !(await administered(tx, organisation)) ? "last-administrator-unlinked" : "unlinked" };
    });
}

async function administered(tx: Tx, organisation: string): Promise<boolean> {
  return administrators(await loadStaff(tx, organisation, new Set(CHATS))).length > 0;
}

type Event = { readonly organisation: string; readonly at: Date; readonly officer: string; readonly chat: string };

/** Who can be reached in a chat decides who can be asked, so open proposals are looked at again. */
async function settle(tx: Tx, event: string, { organisation, at, officer, chat }: Event): Promise<void> {
  await markOfficerChanged(tx, organisation, officer);
  await addStaffChange(tx, organisation, at);
  await appendAudit(tx, {
    organisation,
    at,
    event,
    by: null,
    subject: { kind: "officer", id: officer },
    facts: { chat },
  });
}
