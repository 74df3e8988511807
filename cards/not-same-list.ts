/** Whom the register team said not to be a customer, page by page, shown privately to them (SCREENING section 3). */
import { line, note, opens, row } from "./blocks.ts";
import { dayOf, type Moment } from "./dates.ts";
import type { Card, Target } from "./model.ts";

export type NotSameRow = {
  readonly target: Target;
  readonly customerRef: string;
  readonly alertRef: string | null;
  /** Null: somebody who is no longer on the staff list. */
  readonly judgedBy: string | null;
  readonly judged: Moment;
  readonly until: Moment;
};

/** A page is counted from 1 and travels in the version of the page buttons. At most 8 rows read well on a phone. */
export type NotSameListFacts = {
  readonly pageTargetId: string;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly rows: readonly NotSameRow[];
};

/** The button that opens the first page. */
export function opensNotSame(pageTargetId: string): Card["buttons"][number] {
  return opens("not-same-page", "People said not to be a customer", { id: pageTargetId, version: 1 });
}

export function notSameList(facts: NotSameListFacts): Card {
  const { page, pages, total, rows, pageTargetId: id } = facts;
  return {
    title: "Not the same person",
    notification: "Answers of the register team.",
    body: [
      line(
        total === 0
          ? "Nobody is remembered as not being a customer."
          : `People remembered as not being a customer: ${total}. Page ${page} of ${pages}.`,
      ),
      // One customer may stand here several times: the number says which.
      ...rows.map((one, n) =>
        row(
          [{ strong: `${n + 1}. ${one.customerRef}: ` }, summary(one)],
          opens("not-same-open", `Open ${n + 1}: ${one.customerRef}`, one.target),
        ),
      ),
      note(
        "When the register team says that somebody is not the customer, a contact from them is not matched to that customer for 90 days, or until the customer's entry changes.",
      ),
    ],
    buttons: [
      ...(page > 1 ? [opens("not-same-page", "Previous page", { id, version: page - 1 })] : []),
      ...(page < pages ? [opens("not-same-page", "Next page", { id, version: page + 1 })] : []),
    ],
  };
}

function summary({ alertRef, judgedBy, judged, until }: NotSameRow): string {
  const said = `said by ${judgedBy ?? "a colleague"}, ${dayOf(judged)}`;
  return `${alertRef === null ? said : `alert ${alertRef}, ${said}`}. Until ${dayOf(until)}.`;
}
