/** The staff list for administrators: accounts and roles, and no case (DESIGN decision 8). */
import { loadTenants } from "../../../db/queries/organisations.ts";
import type { StaffMember } from "../../../db/queries/staff.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { maySee } from "../../policy/disclosure/may-see.ts";
import { CHATS, type Chat } from "../../policy/vocabulary.ts";
import type { Actor, Context } from "../context.ts";
import { viewerOf } from "../viewer.ts";
import { type Directory, loadDirectory } from "./staff-list.ts";

/** Rows that read well on a phone. */
const PAGE = 8;

export type ReadStaff = {
  readonly actor: Actor;
  readonly page: number;
  /** A part of a name, work e-mail or service; null: everybody. */
  readonly find: string | null;
};
export type StaffPage = Awaited<ReturnType<ReturnType<typeof readStaff>>>;

/** One page by name, counted from 1; a page beyond the last is the last. Who has left comes after everybody else. */
export function readStaff({ db, chats }: Context) {
  return async ({ actor, page, find }: ReadStaff) =>
    await interactive(db, actor.organisation, async (tx) => {
      const directory = await loadDirectory(tx, actor.organisation, chats);
      if (!keepsStaff(actor, directory)) return { code: "not-yours" } as const;
      const found = directory.staff.filter((officer) => isNamed(officer, find)).toSorted(hereFirst);
      const pages = Math.max(1, Math.ceil(found.length / PAGE));
      const shown = Math.min(Math.max(1, page), pages);
      return {
        code: "page",
        page: shown,
        pages,
        total: found.length,
        rows: found.slice((shown - 1) * PAGE, shown * PAGE),
      } as const;
    });
}

export type OfficerRead = Awaited<ReturnType<ReturnType<typeof readOfficer>>>;

/** One entry as it stands, with the names of those it names. `chats`: those in which an account can be linked. */
export function readOfficer({ db, chats }: Context) {
  return async ({ actor, officer: id }: { readonly actor: Actor; readonly officer: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const directory = await loadDirectory(tx, actor.organisation, chats);
      if (!keepsStaff(actor, directory)) return { code: "not-yours" } as const;
      const officer = directory.staff.find((one) => one.id === id);
      const row = directory.rows.find((one) => one.id === id);
      if (!officer || !row) return { code: "unknown-target" } as const;
      const named = (other: string | null) => directory.staff.find((one) => one.id === other) ?? null;
      const accountIn = (chat: Chat) =>
        directory.accounts.find((one) => one.officerId === id && one.chat === chat)?.account ?? null;
      return {
        code: "opened",
        officer,
        version: row.version,
        lineManager: named(officer.lineManager),
        deputy: named(officer.deputy),
        accounts: { slack: accountIn("slack"), teams: accountIn("teams") },
        chats: await chatsOf(tx, actor.organisation),
      } as const;
    });
}

export type StaffForm = Awaited<ReturnType<ReturnType<typeof prepareOfficer>>>;

/** What a form for somebody new needs. */
export function prepareOfficer({ db, chats }: Context) {
  return async ({ actor }: { readonly actor: Actor }) =>
    await interactive(db, actor.organisation, async (tx) =>
      keepsStaff(actor, await loadDirectory(tx, actor.organisation, chats))
        ? ({ code: "ready", chats: await chatsOf(tx, actor.organisation) } as const)
        : ({ code: "not-yours" } as const),
    );
}

/** Whether this person is an administrator at this moment: only they give roles, also to themselves. */
export function keepsStaff(actor: Actor, { staff }: Pick<Directory, "staff">): boolean {
  const officer = staff.find(({ id }) => id === actor.officer);
  if (!officer || officer.status === "left" || !officer.roles.includes("administrator")) return false;
  return maySee(viewerOf(actor, staff), { view: "accounts" }).code === "may";
}

async function chatsOf(tx: Tx, organisation: string): Promise<readonly Chat[]> {
  const tenants = await loadTenants(tx, organisation);
  return CHATS.filter((chat) => tenants.some((tenant) => tenant.chat === chat));
}

function isNamed({ name, email, service }: StaffMember, find: string | null): boolean {
  const part = find?.toLowerCase();
  return part === undefined || [name, email, service].some((words) => words.toLowerCase().includes(part));
}

function hereFirst(one: StaffMember, other: StaffMember): number {
  const gone = Number(one.status === "left") - Number(other.status === "left");
  return gone || one.name.localeCompare(other.name, "en-GB") || one.id.localeCompare(other.id, "en-GB");
}
