/** What an administrator enters about an officer, and why it may not stand (DESIGN decisions 7 and 8). */
import type { Chat, OfficerStatus, Role } from "../vocabulary.ts";
import { administrators } from "./administrators.ts";
import type { Officer } from "./officer.ts";
import { followDeputies, lineOf } from "./stand-in.ts";

/** An officer with the work e-mail that forms and files name them by. */
export type Listed = Officer & { readonly email: string };

export type Linked = {
  readonly chat: Chat;
  readonly tenant: string;
  readonly account: string;
  readonly officerId: string;
};

export type StaffEntry = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly service: string;
  readonly roles: readonly Role[];
  readonly status: OfficerStatus;
  /** Work e-mails. */
  readonly lineManager: string | null;
  readonly deputy: string | null;
  readonly accounts: readonly Omit<Linked, "officerId">[];
  /** Whether one of them is in a connected chat. */
  readonly linked: boolean;
};

/** `by`: the officer who has it, by id. */
export type StaffRefusal =
  | { readonly code: "email-taken"; readonly by: string }
  | { readonly code: "unknown-line-manager" | "unknown-deputy" }
  | { readonly code: "own-line-manager" | "own-deputy" }
  /** Their line managers lead back to them. */
  | { readonly code: "line-manager-cycle" }
  /** They are away, and so is everybody along the chain of deputies, which leads back to them. */
  | { readonly code: "deputy-cycle"; readonly through: readonly string[] }
  | { readonly code: "account-taken"; readonly chat: Chat; readonly by: string }
  /** Nobody present with an account would be an administrator any more. */
  | { readonly code: "last-administrator" };

type Known = { readonly staff: readonly Listed[]; readonly accounts: readonly Linked[] };

/** Everything that is wrong with an entry; empty when it may be saved. */
export function refuseEntry(entry: StaffEntry, { staff, accounts }: Known): readonly StaffRefusal[] {
  const named = [
    ...emailTaken(entry, staff),
    ...namedWrongly(entry, staff, "lineManager"),
    ...namedWrongly(entry, staff, "deputy"),
    ...accountsTaken(entry, accounts),
  ];
  return named.length > 0 ? named : refuseAfter(entry, staff);
}

/** The staff list with this entry in it, as it would be read afterwards. */
export function staffWith(entry: StaffEntry, staff: readonly Listed[]): Listed[] {
  const { accounts: _accounts, ...said } = entry;
  const officer: Listed = {
    ...said,
    lineManager: byEmail(staff, entry.lineManager)?.id ?? null,
    deputy: byEmail(staff, entry.deputy)?.id ?? null,
  };
  return [...staff.filter(({ id }) => id !== entry.id), officer];
}

function refuseAfter(entry: StaffEntry, staff: readonly Listed[]): readonly StaffRefusal[] {
  const after = staffWith(entry, staff);
  const officer = after.find(({ id }) => id === entry.id);
  if (!officer) return [];
  const found = followDeputies(after, officer);
  return [
    ...(leadsBack(after, officer) ? [{ code: "line-manager-cycle" } as const] : []),
    ...(officer.status === "absent" && found.code === "cycle"
      ? [{ code: "deputy-cycle", through: found.through } as const]
      : []),
    ...(administrators(staff).length > 0 && administrators(after).length === 0
      ? [{ code: "last-administrator" } as const]
      : []),
  ];
}

function leadsBack(staff: readonly Officer[], officer: Officer): boolean {
  return lineOf(staff, officer).some(({ lineManager }) => lineManager === officer.id);
}

function emailTaken({ id, email }: StaffEntry, staff: readonly Listed[]): readonly StaffRefusal[] {
  const holder = byEmail(staff, email);
  return holder && holder.id !== id ? [{ code: "email-taken", by: holder.id }] : [];
}

/** Whoever has left stands in for nobody. One who was named before they left may stay until somebody else is. */
function namedWrongly(
  entry: StaffEntry,
  staff: readonly Listed[],
  part: "lineManager" | "deputy",
): readonly StaffRefusal[] {
  if (entry[part] === null) return [];
  const found = byEmail(staff, entry[part]);
  const kept = found !== undefined && staff.find(({ id }) => id === entry.id)?.[part] === found.id;
  if (found?.id === entry.id || sameEmail(entry[part], entry.email))
    return [{ code: part === "deputy" ? "own-deputy" : "own-line-manager" }];
  if (found && (found.status !== "left" || kept)) return [];
  return [{ code: part === "deputy" ? "unknown-deputy" : "unknown-line-manager" }];
}

function accountsTaken({ id, accounts: named }: StaffEntry, accounts: readonly Linked[]): readonly StaffRefusal[] {
  return named.flatMap(({ chat, tenant, account }) => {
    const holder = accounts.find((one) => one.chat === chat && one.tenant === tenant && one.account === account);
    return holder && holder.officerId !== id ? [{ code: "account-taken", chat, by: holder.officerId } as const] : [];
  });
}

function byEmail(staff: readonly Listed[], email: string | null): Listed | undefined {
  return email === null ? undefined : staff.find((officer) => sameEmail(officer.email, email));
}

const sameEmail = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
