/** What waits for somebody, what they have under way and what falls due soon: the home tab, and a card in Teams. References only. */
import type { WorkKind } from "../src/policy/vocabulary.ts";
import type { ActionName } from "./actions.ts";
import { danger, line, note, opens, row } from "./blocks.ts";
import { dayOf, type Moment, momentInWords } from "./dates.ts";
import type { Block, Card, Target } from "./model.ts";
import { opensSearch } from "./register-search.ts";

export type WorkFacts = {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** The id that stands for the whole list in a page button. */
  readonly pageTargetId: string;
  /** Whether they may search the register. */
  readonly searches: boolean;
  readonly rows: readonly {
    readonly kind: WorkKind;
    readonly target: Target;
    readonly ref: string;
    readonly customerRef: string | null;
    /** Since when it waits, or when it falls due. */
    readonly at: Moment;
  }[];
};

type Words = {
  /** What heads the rows of this kind. */
  readonly heading: string;
  readonly since: (at: Moment) => string;
  readonly action: ActionName;
  readonly label: string;
};

const waiting = (at: Moment) => `since ${momentInWords(at)}`;
const until = (at: Moment) => `until ${dayOf(at)}`;

const WORDS: Readonly<Record<WorkKind, Words>> = {
  report: { heading: "Reports to look at", since: waiting, action: "triage-read", label: "Read" },
  decision: { heading: "Decisions to take", since: waiting, action: "proposal-read", label: "Read" },
  "social-work": { heading: "Questions to Social Work", since: waiting, action: "social-work-answer", label: "Answer" },
  adjustments: {
    heading: "Adjustments to answer about",
    since: (at) => `as soon as you can, by ${dayOf(at)} at the latest`,
    action: "adjustments-answer",
    label: "Answer",
  },
  advice: { heading: "Customers to talk or write to", since: waiting, action: "advice-given", label: "Record" },
  letter: { heading: "Letters to send", since: waiting, action: "letter-read", label: "Read" },
  returned: { heading: "Returned to you", since: waiting, action: "proposal-edit", label: "Change" },
  expired: { heading: "Nobody decided in time", since: waiting, action: "proposal-edit", label: "Change" },
  draft: { heading: "Not sent yet", since: waiting, action: "proposal-edit", label: "Go on with" },
  "left-behind": {
    heading: "Proposals of somebody who has left",
    since: waiting,
    action: "proposal-read",
    label: "Read",
  },
  "review-due": {
    heading: "Reviews due soon",
    since: (at) => `due ${dayOf(at)}`,
    action: "case-history",
    label: "Open",
  },
  "ends-soon": { heading: "Ending soon", since: until, action: "case-history", label: "Open" },
  submitted: { heading: "Sent for a decision", since: waiting, action: "proposal-read", label: "Read" },
  "in-force": { heading: "In force", since: until, action: "case-history", label: "Open" },
};

export function work(facts: WorkFacts): Card {
  const { page, pages, total, rows } = facts;
  return {
    title: "Your work",
    notification: "Your work on restricted contact.",
    body: [
      line(
        total === 0
          ? "Nothing waits for you."
          : `${total === 1 ? "One matter concerns" : `${total} matters concern`} you.${pages > 1 ? ` Page ${page} of ${pages}.` : ""}`,
      ),
      ...rows.flatMap((entry, place): Block[] => [
        ...(rows[place - 1]?.kind === entry.kind ? [] : [line({ strong: WORDS[entry.kind].heading })]),
        rowOf(entry),
        ...withdrawn(entry),
      ]),
      ...(total === 0 ? [] : [note("References only. What you open is recorded.")]),
    ],
    buttons: [
      ...(page > 1 ? [opens("work-page", "Previous page", { id: facts.pageTargetId, version: page - 1 })] : []),
      ...(page < pages ? [opens("work-page", "Next page", { id: facts.pageTargetId, version: page + 1 })] : []),
      opens("report", "Report a contact", { id: facts.pageTargetId, version: 1 }),
      ...(facts.searches ? [opensSearch(facts.pageTargetId)] : []),
    ],
  };
}

function rowOf({ kind, target, ref, customerRef, at }: WorkFacts["rows"][number]): Block {
  const { since, action, label } = WORDS[kind];
  const about = customerRef === null ? "customer not known yet" : `customer ${customerRef}`;
  const words = [` · ${about} · ${since(at)}`];
  return row([{ strong: ref }, ...words], opens(action, `${label} ${ref}`, target));
}

/** A draft, or what somebody who has left had in hand, can be given up where it stands: no card of it offers that. */
function withdrawn({ kind, target, ref }: WorkFacts["rows"][number]): readonly Block[] {
  return kind === "draft" || kind === "left-behind"
    ? [row([], danger(opens("proposal-withdraw", `Withdraw ${ref}`, target)))]
    : [];
}
