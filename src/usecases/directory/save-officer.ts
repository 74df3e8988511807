/** An administrator adds an officer, or changes one: name, roles, who stands in, whether they are here, their accounts. */
import { appendAudit } from "../../../db/queries/audit.ts";
import { addStaffChange } from "../../../db/queries/due.ts";
import { addOfficers, lockStaff, type OfficerRow, setStandIns, updateOfficers } from "../../../db/queries/officers.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { type RoleGap, roleGaps } from "../../policy/packs/who-could-act.ts";
import { refuseEntry, type StaffEntry, type StaffRefusal, staffWith } from "../../policy/staff/staff-entry.ts";
import type { Chat } from "../../policy/vocabulary.ts";
import type { Actor, Context } from "../context.ts";
import { packOf } from "../pack-of.ts";
import { accountsAfter, type WantedAccounts, writeAccounts } from "./accounts.ts";
import { handOver } from "./hand-over.ts";
import { keepsStaff } from "./read-staff.ts";
import { type Directory, loadDirectory } from "./staff-list.ts";

export type SaveOfficer = {
  readonly actor: Actor;
  /** Where the administrator writes from: an account of the same chat is linked there. */
  readonly from: { readonly chat: Chat; readonly tenant: string };
  /** Of the entry when the form was opened; null: somebody new, whose id the form made. */
  readonly version: number | null;
  /** The work e-mail is for somebody new: nobody's is changed, since arrangements name people by it. */
  readonly entry: Omit<StaffEntry, "accounts" | "linked">;
  readonly accounts: WantedAccounts;
};

export type SaveOutcome =
  | {
      readonly code: "saved";
      readonly name: string;
      readonly what: "added" | "changed" | "left";
      /** Who took their open work over, by name. */
      readonly handedTo: readonly string[];
      /** Parts of the policy that nobody has any more because of this. */
      readonly gaps: readonly RoleGap[];
    }
  | { readonly code: "refused"; readonly refusals: readonly StaffRefusal[]; readonly nameOf: (id: string) => string }
  /** The organisation has several workspaces or tenants in this chat, and none was to be told apart. */
  | { readonly code: "which-tenant"; readonly chat: Chat }
  /** Somebody saved this entry after the form was opened. */
  | { readonly code: "changed" }
  | { readonly code: "unknown-target" }
  | { readonly code: "not-yours" };

/** Saves one entry. Sent twice, the second hears what the first did; of two forms at once, the second hears that it changed. */
export function saveOfficer({ db, now, chats }: Context) {
  return async (command: SaveOfficer): Promise<SaveOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const { actor, entry: typed, version } = command;
      await lockStaff(tx, actor.organisation);
      const known = await loadDirectory(tx, actor.organisation, chats);
      if (!keepsStaff(actor, known)) return { code: "not-yours" };
      const before = known.rows.find(({ id }) => id === typed.id);
      if (before && version === null) return saved(before.name, "added");
      if (!before && version !== null) return { code: "unknown-target" };
      if (before && before.version !== version) return { code: "changed" };

      const wanted = await accountsAfter(
        tx,
        { organisation: actor.organisation, officer: typed.id, accounts: command.accounts, from: command.from },
        known.accounts,
      );
      if (wanted.code === "which-tenant") return wanted;
      const entry = {
        ...typed,
        email: before?.email ?? typed.email,
        accounts: wanted.accounts,
        linked: wanted.accounts.some(({ chat }) => chats.has(chat)),
      };
      const refusals = refuseEntry(entry, known);
      if (refusals.length > 0) return { code: "refused", refusals, nameOf: namesOf(known) };
      return await write(tx, { command, entry, before, known }, { at: now(), chats });
    });
}

type Writing = {
  readonly command: SaveOfficer;
  readonly entry: StaffEntry;
  readonly before: OfficerRow | undefined;
  readonly known: Directory;
};
type When = { readonly at: Date; readonly chats: Context["chats"] };

async function write(tx: Tx, writing: Writing, { at, chats }: When): Promise<SaveOutcome> {
  const { command, entry, before, known } = writing;
  const { organisation, officer: by } = command.actor;
  const row = rowOf(writing);
  await (before ? updateOfficers(tx, [row]) : addOfficers(tx, [row]));
  await setStandIns(tx, organisation, [row]);
  await writeAccounts(tx, entry, { organisation, before: known.accounts });
  const what = whatOf(entry, before);
  await appendAudit(tx, {
    organisation,
    at,
    event: `officer-${what}`,
    by,
    subject: { kind: "officer", id: entry.id },
    facts: { roles: entry.roles, status: entry.status, chats: entry.accounts.map(({ chat }) => chat) },
  });
  // Who may decide what is open has changed with them.
  await addStaffChange(tx, organisation, at);
  const handedTo = what === "left" ? await handOver(tx, { organisation, officer: entry.id, by, now: at, chats }) : [];
  const pack = await packOf(tx, organisation, await loadOrganisation(tx, organisation));
  return { ...saved(entry.name, what), handedTo, gaps: newGaps(pack, writing) };
}

function saved(name: string, what: "added" | "changed" | "left") {
  return { code: "saved", name, what, handedTo: [], gaps: [] } as const;
}

function whatOf({ status }: StaffEntry, before: OfficerRow | undefined): "added" | "changed" | "left" {
  if (!before) return "added";
  return status === "left" && before.status !== "left" ? "left" : "changed";
}

function rowOf({ entry, before, known, command }: Writing): OfficerRow {
  const { accounts: _accounts, linked: _linked, ...said } = entry;
  const after = staffWith(entry, known.staff).find(({ id }) => id === entry.id);
  return {
    ...said,
    organisationId: command.actor.organisation,
    roles: [...entry.roles],
    extension: before?.extension ?? null,
    lineManager: after?.lineManager ?? null,
    deputy: after?.deputy ?? null,
    version: before?.version ?? 1,
  };
}

/** Those that were not there before: the others are known already. */
function newGaps(pack: Pack, { entry, known }: Writing): readonly RoleGap[] {
  const before = roleGaps(pack, known.staff).map(({ does }) => does);
  return roleGaps(pack, staffWith(entry, known.staff)).filter(({ does }) => !before.includes(does));
}

function namesOf({ staff }: Directory): (id: string) => string {
  return (id) => staff.find((one) => one.id === id)?.name ?? "a colleague";
}
