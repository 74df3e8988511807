/** The history of a case, in a dialog, for those entitled: what happened, when, and who did it. No account of behaviour. */
import type { CaseEventName } from "../src/policy/vocabulary.ts";
import { line, list, note, opens } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import type { Card } from "./model.ts";

/** In words that read after a date. */
const EVENT_WORDS: Readonly<Record<CaseEventName, string>> = {
  "incident-reported": "reported",
  "incident-closed": "no further action",
  "incident-given": "given to senior staff",
  "incident-reopened": "waiting to be dealt with again",
  "advice-asked-for": "advice asked for",
  "advice-recorded": "advice from before put on record",
  "advice-given": "asked to moderate their behaviour",
  "warning-asked-for": "warning letter written",
  "warning-given": "warning letter sent",
  "proposal-submitted": "restriction proposed",
  "proposal-returned": "proposal returned with questions",
  "proposal-rejected": "proposal rejected",
  "proposal-approved-by-one": "approved, and more must approve",
  "proposal-approved": "restriction approved",
  "proposal-expired": "nobody decided in time",
  "proposal-withdrawn": "proposal withdrawn",
  "letter-sent": "letter sent",
  "review-opened": "review opened, because of an answer after the decision",
  "arrangement-decided-before": "restriction decided, before this register began",
  "arrangement-ended": "arrangement ended",
};

export type CaseHistoryFacts = {
  /** Of the customer, or of the report when it names nobody on record. */
  readonly ref: string;
  /** What the history is asked for by: its next page is asked for with the same id. */
  readonly about: string;
  readonly page: number;
  readonly pages: number;
  /** The newest first. */
  readonly events: readonly {
    readonly when: Moment;
    readonly event: CaseEventName;
    readonly ref: string | null;
    readonly by: string | null;
  }[];
  /** What the policy opens next, and what not yet and why. */
  readonly next: readonly string[];
  /** The customer's id, where the reader may record that a complaint of theirs is settled; null anywhere else. */
  readonly settles: string | null;
};

export function caseHistory({ ref, about, page, pages, events, next, settles }: CaseHistoryFacts): Card {
  return {
    title: `Case history: ${ref}`,
    notification: "The history of a case.",
    body: [
      ...(pages > 1 ? [line(`Newest first. Page ${page} of ${pages}.`)] : []),
      ...(events.length === 0
        ? [line("Nothing has been recorded since this register began.")]
        : [list(events.map(eventLine))]),
      ...(next.length > 0 && page === 1 ? [line({ strong: "What the policy opens next" }), list(next)] : []),
      note("That you opened this is recorded."),
    ],
    buttons: [
      ...(page > 1 ? [opens("case-history", "Newer", { id: about, version: page - 1 })] : []),
      ...(page < pages ? [opens("case-history", "Older", { id: about, version: page + 1 })] : []),
      ...(settles === null ? [] : [opens("complaint-settle", "Settle a complaint", { id: settles, version: 1 })]),
    ],
  };
}

function eventLine({ when, event, ref, by }: CaseHistoryFacts["events"][number]): string {
  return `${momentInWords(when)}: ${EVENT_WORDS[event]}${ref ? ` (${ref})` : ""}${by ? `, ${by}` : ""}`;
}
