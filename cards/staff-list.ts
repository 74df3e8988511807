/** `/contact-register staff`: the staff list, page by page, shown privately to an administrator. Accounts and roles, no case. */
import { ROLE_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf, sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import type { OfficerStatus, Role } from "../src/policy/vocabulary.ts";
import { facts as factList, line, opens, row } from "./blocks.ts";
import type { Card, Target } from "./model.ts";

export const STATUS_WORDS: Readonly<Record<OfficerStatus, string>> = {
  active: "works here",
  absent: "away",
  left: "has left",
};

export type StaffRow = {
  readonly target: Target;
  readonly name: string;
  readonly service: string;
  readonly roles: readonly Role[];
  readonly status: OfficerStatus;
  readonly linked: boolean;
};

/** A page is counted from 1 and travels in the version of the page buttons. At most 8 rows read well on a phone. */
export type StaffListFacts = {
  readonly pageTargetId: string;
  /** What was looked for; null: everybody. Its rest is not paged: more of the name finds it. */
  readonly find: string | null;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly rows: readonly StaffRow[];
};

export function staffList(facts: StaffListFacts): Card {
  const { rows, pageTargetId: id } = facts;
  return {
    title: "Staff",
    notification: "The staff list.",
    body: [
      line(heading(facts)),
      ...rows.map((entry) =>
        row([{ strong: entry.name }, summary(entry)], opens("staff-open", `Open ${entry.name}`, entry.target)),
      ),
    ],
    buttons: [opens("staff-add", "Add an officer", { id, version: 1 }), ...turning(facts)],
  };
}

function heading({ find, page, pages, total, rows }: StaffListFacts): string {
  if (find === null)
    return `Officers: ${total}. Page ${page} of ${pages}. To find one, type contact-register staff and part of the name.`;
  if (total === 0) return "Nobody is called that. Check the spelling, or type less of the name.";
  return total > rows.length
    ? `Found: ${total}. Only the first ${rows.length} are shown: type more of the name.`
    : `Found: ${total}.`;
}

function summary({ service, roles, status, linked }: StaffRow): string {
  // That somebody works here goes without saying in a list of the staff.
  const words = [service, rolesOf(roles), ...(status === "active" ? [] : [STATUS_WORDS[status]])];
  return ` · ${[...words, ...(linked || status === "left" ? [] : ["no account linked"])].join(" · ")}`;
}

function rolesOf(roles: readonly Role[]): string {
  return listOf(roles.map((role) => ROLE_WORDS[role]));
}

function turning({ find, page, pages, pageTargetId: id }: StaffListFacts): Card["buttons"] {
  if (find !== null) return [];
  return [
    ...(page > 1 ? [opens("staff-page", "Previous page", { id, version: page - 1 })] : []),
    ...(page < pages ? [opens("staff-page", "Next page", { id, version: page + 1 })] : []),
  ];
}

export type StaffEntryFacts = Omit<StaffRow, "linked"> & {
  readonly email: string;
  readonly lineManager: string | null;
  readonly deputy: string | null;
  readonly slack: string | null;
  readonly teams: string | null;
};

/** One officer as the register has them. */
export function staffEntry({ target, name, service, roles, status, ...facts }: StaffEntryFacts): Card {
  return {
    title: name,
    notification: "An entry of the staff list.",
    body: [
      factList({
        Email: facts.email,
        Service: service,
        Roles: sentenceCase(rolesOf(roles)),
        Status: sentenceCase(STATUS_WORDS[status]),
        "Line manager": facts.lineManager ?? "Nobody",
        Deputy: facts.deputy ?? "Nobody",
        "Slack account": facts.slack ?? "Not linked",
        "Teams account": facts.teams ?? "Not linked",
      }),
    ],
    buttons: [opens("staff-change", "Change", target)],
  };
}
