/** `/contact-register`: the arrangements in force, page by page, shown privately to those entitled. */
import { listOf, sentenceCase, ukDate } from "../src/policy/arrangement/uk-words.ts";
import { type WarningEffect, warningEffectWords } from "../src/policy/figures/warning-effect.ts";
import { facts as factList, line, list, note, opens, row } from "./blocks.ts";
import type { Day } from "./dates.ts";
import { MAY_NOT_KNOW } from "./handling-words.ts";
import type { Card, Target } from "./model.ts";
import { opensNotSame } from "./not-same-list.ts";
import { opensSearch } from "./register-search.ts";

export type RegisterRow = {
  readonly target: Target;
  readonly customerRef: string;
  /** In few words each: "one named officer only". */
  readonly kinds: readonly string[];
  readonly endsOn: Day;
  readonly reviewOn: Day;
};

/** A page is counted from 1 and travels in the version of `pageTarget`. At most 8 rows read well on a phone. */
export type RegisterListFacts = {
  readonly pageTargetId: string;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** How often a warning was enough; on the first page only. */
  readonly warnings: WarningEffect | null;
  readonly rows: readonly RegisterRow[];
};

export function registerList(facts: RegisterListFacts): Card {
  const { page, pages, total, rows, warnings } = facts;
  return {
    title: "Contact register",
    notification: "The contact register.",
    body: [
      line(total === 0 ? "No arrangement is in force." : `Arrangements in force: ${total}. Page ${page} of ${pages}.`),
      ...rows.map((entry) =>
        row(
          [{ strong: `${entry.customerRef}: ` }, summary(entry)],
          opens("register-entry", `Open ${entry.customerRef}`, entry.target),
        ),
      ),
      ...(warnings ? [note(warningEffectWords(warnings).join(" "))] : []),
    ],
    buttons: [...turning(facts), opensSearch(facts.pageTargetId), opensNotSame(facts.pageTargetId)],
  };
}

function summary({ kinds, endsOn, reviewOn }: RegisterRow): string {
  return `${listOf(kinds)}. Until ${ukDate(endsOn)}, review ${ukDate(reviewOn)}.`;
}

function turning({ pageTargetId: id, page, pages }: RegisterListFacts): Card["buttons"] {
  return [
    ...(page > 1 ? [opens("register-page", "Previous page", { id, version: page - 1 })] : []),
    ...(page < pages ? [opens("register-page", "Next page", { id, version: page + 1 })] : []),
  ];
}

export type RegisterEntryFacts = {
  readonly target: Target;
  readonly customer: { readonly ref: string; readonly name: string };
  readonly arrangementRef: string;
  readonly arrangement: readonly string[];
  readonly where: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reviewOn: Day;
  readonly decidedBy: readonly string[];
  readonly policy: string;
  /** What the contact was judged to be, in words; empty: not recorded. */
  readonly judged: string;
  /** Earlier arrangements of this customer, a line each, the newest first. */
  readonly earlier: readonly string[];
  /** When the letter was sent; null: not recorded. */
  readonly toldOn: Day | null;
};

/** One arrangement as the register keeps it (7.4): who, from and until, what, who decided, whether the customer was told. */
export function registerEntry(facts: RegisterEntryFacts): Card {
  return {
    title: `Register: ${facts.customer.ref}`,
    notification: "An entry of the contact register.",
    body: [
      ...(facts.toldOn === null ? [line({ strong: MAY_NOT_KNOW })] : []),
      line({ strong: "What the customer may do" }),
      list(facts.arrangement),
      factList({
        Customer: `${facts.customer.ref} · ${facts.customer.name}`,
        Arrangement: facts.arrangementRef,
        "Where it applies": sentenceCase(facts.where),
        From: ukDate(facts.startsOn),
        Until: ukDate(facts.endsOn),
        Review: ukDate(facts.reviewOn),
        "Decided by": listOf(facts.decidedBy),
        Policy: facts.policy,
        "Contact judged to be": facts.judged === "" ? "Not recorded" : facts.judged,
        "Restricted before": facts.earlier.length === 0 ? "None on record" : facts.earlier.join("; "),
        "Customer told": facts.toldOn === null ? "Not recorded" : ukDate(facts.toldOn),
      }),
      note("That you opened this is recorded."),
    ],
    buttons: [opens("case-history", "Case history", { id: facts.target.id, version: 1 })],
  };
}
