/** The search of the register: the form, and what it found, for the person alone. */
import { listOf, ukDate } from "../src/policy/arrangement/uk-words.ts";
import { line, list, note, opens, row } from "./blocks.ts";
import type { Day } from "./dates.ts";
import type { Card, Form, Target } from "./model.ts";

/** The button that opens the form. */
export function opensSearch(id: string): Card["buttons"][number] {
  return opens("register-find", "Search the register", { id, version: 1 });
}

/** Field id: words. */
export function searchForm({ target }: { readonly target: Target }): Form {
  return {
    name: "register-find",
    title: "Search the register",
    submit: "Search",
    intro: [line("Only you see the answer. That you searched is recorded; what you type is not.")],
    fields: [
      {
        kind: "text",
        id: "words",
        label: "Name, reference, phone number, email address or social media account",
        hint: "The beginning of a name is enough: the customer's, or that of somebody who represents them. A reference can be of a customer, a report, a proposal or an arrangement.",
        required: true,
        multiline: false,
        maxLength: 254,
      },
    ],
    target,
  };
}

export type FoundRow = {
  readonly opens: "entry" | "case";
  readonly target: Target;
  /** Of the customer, or of a report that names nobody on record. */
  readonly ref: string;
  readonly name: string | null;
  /** Null: nothing is in force. */
  readonly inForce: { readonly kinds: readonly string[]; readonly endsOn: Day; readonly reviewOn: Day } | null;
};

/** A page is counted from 1 and travels in the version of the page buttons. At most 8 rows read well on a phone. */
export type RegisterFoundFacts = {
  /** The id of the search: its pages are asked for by it. */
  readonly search: string;
  /** The id that stands for the whole register in a button. */
  readonly registerTargetId: string;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** More was found than is kept. */
  readonly more: boolean;
  /** The services whose cases this person finds; null: every case. */
  readonly services: readonly string[] | null;
  /** A posted message holds references only; a window may hold names. */
  readonly names: boolean;
  readonly rows: readonly FoundRow[];
};

export function registerFound(facts: RegisterFoundFacts): Card {
  const { total, rows, services, names } = facts;
  return {
    title: "Search the register",
    notification: "What your search found.",
    body: [
      line(heading(facts)),
      ...(total === 0 ? [list(WHAT_TO_TRY)] : []),
      ...rows.map((found) => rowBlock(found, names)),
      ...(services === null
        ? []
        : [note(`You find the cases of ${listOf(services)}. For any other, ask the register team.`)]),
      ...(total === 0 ? [] : [note("A case is also found by the details of somebody who represents the customer.")]),
      note("This search was recorded, without the words."),
    ],
    buttons: [...turning(facts), opensSearch(facts.registerTargetId)],
  };
}

export const TOO_SHORT = "Give at least 2 letters or digits.";

const WHAT_TO_TRY = [
  "Check the spelling, or give less of the name: the beginning of a word is enough.",
  "Give a phone number with its area code, or the whole of an email address or of a social media account, such as @name.",
  "Give a reference as it stands on a card, such as C-1042, R-2031 or P-0311.",
];

function heading({ total, page, pages, more }: RegisterFoundFacts): string {
  if (total === 0) return "Nothing was found. You can try this:";
  const found = `Found: ${total}.${pages > 1 ? ` Page ${page} of ${pages}.` : ""}`;
  return more ? `${found} There are more than are shown: give more of the name.` : found;
}

function rowBlock({ opens: what, target, ref, name, inForce }: FoundRow, names: boolean) {
  const who = names && name !== null ? `${ref} · ${name}` : ref;
  const until = inForce && `Until ${ukDate(inForce.endsOn)}, review ${ukDate(inForce.reviewOn)}.`;
  const words = inForce ? `: ${listOf(inForce.kinds)}. ${until}` : ": nothing in force.";
  return row(
    [{ strong: who }, words],
    opens(what === "entry" ? "register-entry" : "case-history", `Open ${ref}`, target),
  );
}

function turning({ search: id, page, pages }: RegisterFoundFacts): Card["buttons"] {
  return [
    ...(page > 1 ? [opens("register-found", "Previous page", { id, version: page - 1 })] : []),
    ...(page < pages ? [opens("register-found", "Next page", { id, version: page + 1 })] : []),
  ];
}
