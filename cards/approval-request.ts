/**
 * To each senior asked: decide. At most 8 lines and 80 words, open gates first, passes in one line (WORDS).
 * A posted message: references and counts; the account, the reason and the name are in the case.
 */
import { counted, listOf, ukDate } from "../src/policy/arrangement/uk-words.ts";
import { danger, line, opens, primary } from "./blocks.ts";
import { type Day, type Moment, momentInWords, timeSince } from "./dates.ts";
import type { Block, Card, Span, Target } from "./model.ts";
import { passedGates, textOf } from "./passed-gates.ts";

type Closed = { readonly when: Moment };
export type ApprovalState =
  | { readonly code: "open" }
  /** Open for others: whoever gets this card declared an interest. */
  | { readonly code: "not-deciding" }
  /** Open for others: whoever gets this card has decided. */
  | { readonly code: "decided" }
  /** Open for others: whoever gets this card and `by`, who approved it, count as one, since one of them stood in for the other. */
  | { readonly code: "decided-as-one"; readonly by: string }
  /** Open for others: whoever gets this card is away, or has not the role, at this moment. */
  | { readonly code: "cannot-now" }
  | ClosedState;
export type ClosedState =
  | (Closed & { readonly code: "approved"; readonly by: readonly string[] })
  | (Closed & { readonly code: "returned"; readonly by: string })
  | (Closed & { readonly code: "rejected"; readonly by: string })
  | (Closed & { readonly code: "expired" })
  | (Closed & { readonly code: "withdrawn" })
  | (Closed & { readonly code: "superseded" });

export type ApprovalRequestFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly months: number;
  readonly askedBy: string;
  readonly service: string;
  readonly asked: Moment;
  /** What the customer may do: the sentences of letter and register; left to the second screen when too long. */
  readonly arrangement: readonly string[];
  /** The same in few words, one for each restriction: "one named officer only". */
  readonly kinds: readonly string[];
  readonly reportRefs: readonly string[];
  /** Gates that are open or failed, and the scope when it is the organisation: a few words each. */
  readonly open: readonly string[];
  readonly passed: readonly string[];
  readonly quorum: number;
  readonly approvals: readonly { readonly by: string; readonly when: Moment }[];
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reviewOn: Day;
  readonly state: ApprovalState;
};

const WORDS_OF_SENTENCES = 34;
const SHOWN = 3;

export function approvalRequest(facts: ApprovalRequestFacts): Card {
  const open = facts.state.code === "open";
  const title = `${open ? "Decide: restrict" : "Restrict"} contact for ${counted(facts.months, "month")} (${facts.ref})`;
  const before = request(facts);
  const after = [...(waits(facts.state) ? [progress(facts)] : []), ...saidOf(facts)];
  const passed = passedGates(facts.passed, [title, ...[...before, ...after].map(textOf)]);
  return {
    title,
    notification: notificationOf(facts),
    body: [...before, ...passed, ...after],
    buttons: buttonsOf(facts),
  };
}

/** Whether the count of those who decided is news to whoever holds the card. */
const waits = ({ code }: ApprovalState): boolean => code === "open" || hasDecided(code);

const hasDecided = (code: ApprovalState["code"]): boolean => code === "decided" || code === "decided-as-one";

function saidOf(facts: ApprovalRequestFacts): Block[] {
  return facts.state.code === "open" ? [] : [line(...closed(facts))];
}

function buttonsOf({ state, target }: ApprovalRequestFacts): Card["buttons"] {
  if (state.code === "open") return choices(target);
  // An interest that comes to mind after the decision can still be said.
  return hasDecided(state.code) ? aside(target) : [];
}

function notificationOf({ ref, state }: ApprovalRequestFacts): string {
  switch (state.code) {
    case "open":
      return "A decision is waiting for you.";
    case "not-deciding":
      return `You do not decide ${ref}.`;
    case "decided":
      return `You have decided ${ref}.`;
    case "decided-as-one":
      return `Others decide ${ref} now.`;
    case "cannot-now":
      return `You cannot decide ${ref} now.`;
    case "approved":
    case "returned":
    case "rejected":
    case "expired":
    case "withdrawn":
    case "superseded":
      return `Proposal ${ref} is decided or closed.`;
  }
}

function request(facts: ApprovalRequestFacts): Block[] {
  return [
    line(`Asked by ${facts.askedBy}, ${facts.service}, ${momentInWords(facts.asked)}`),
    whatTheyMayDo(facts),
    line({ strong: "Why: " }, reports(facts.reportRefs)),
    ...(facts.open.length > 0 ? [line({ strong: "Open: " }, facts.open.join(" · "))] : []),
  ];
}

/** The exact words when they are few; else the kinds, and the second screen has the exact words. */
function whatTheyMayDo({ arrangement, kinds }: ApprovalRequestFacts): Block {
  const sentences = arrangement.join(" ");
  return sentences.split(/\s+/).length <= WORDS_OF_SENTENCES
    ? line({ strong: "What the customer may do: " }, sentences)
    : line({ strong: "Restrictions: " }, `${firstOf(kinds).join("; ")}. Read the case for the exact words.`);
}

function reports(refs: readonly string[]): string {
  return `${refs.length === 1 ? "report" : "reports"} ${listOf(firstOf(refs))}`;
}

/** The first of them, and how many more. */
function firstOf(all: readonly string[]): readonly string[] {
  const more = all.length - SHOWN;
  return [...all.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])];
}

function progress({ approvals, quorum, asked }: ApprovalRequestFacts): Block {
  const approved = approvals.map(({ by, when }) => `${by} approved, ${timeSince(when, asked)}`);
  return line([soFar(approvals.length, quorum), ...approved].join(" · "));
}

/** How many have approved of those who must. */
export function soFar(approvals: number, quorum: number): string {
  return quorum === 1 ? "No decision so far: one is enough" : `${approvals} of ${quorum} decisions so far`;
}

/** What became of it, which is what is read first, and then what that means. */
function closed({ state, startsOn, endsOn, reviewOn }: ApprovalRequestFacts): Span[] {
  switch (state.code) {
    case "open":
      return [];
    case "not-deciding":
      return [{ strong: "You said that you have an interest." }, " You do not decide this; others do."];
    case "decided":
      return [{ strong: "You have approved it." }, " Others still have to."];
    case "decided-as-one":
      return [
        { strong: `${state.by} has approved it.` },
        " You two count as one person: one stood in for the other. Others still have to.",
      ];
    case "cannot-now":
      return [
        { strong: "You cannot decide this now." },
        " You are recorded as away, or without the role it takes. Others decide.",
      ];
    case "approved":
      return [
        ...becameOf(state),
        ` In force from ${ukDate(startsOn)} to ${ukDate(endsOn)}. Review ${ukDate(reviewOn)}.`,
      ];
    case "returned":
    case "rejected":
    case "expired":
    case "withdrawn":
    case "superseded":
      return becameOf(state);
  }
}

/** What became of a proposal, by whom and when; the same on every copy of its cards. */
export function becameOf(state: ClosedState): Span[] {
  switch (state.code) {
    case "approved":
      return [verdict(`Approved by ${listOf(state.by)}`, state)];
    case "returned":
      return [verdict(`Returned with questions by ${state.by}`, state)];
    case "rejected":
      return [verdict(`Rejected by ${state.by}`, state)];
    case "expired":
      return [verdict("Expired without a decision", state), " That is not a rejection."];
    case "withdrawn":
      return [verdict("Withdrawn by the proposer", state)];
    case "superseded":
      return [verdict("Changed after this card went out", state), " The current card follows."];
  }
}

function verdict(words: string, { when }: Closed): Span {
  return { strong: `${words}, ${momentInWords(when)}.` };
}

function choices(target: Target): Card["buttons"] {
  return [...verdicts(target), ...aside(target)];
}

function aside(target: Target): Card["buttons"] {
  return [opens("proposal-read", "Read the case", target), opens("declare-interest", "I have an interest", target)];
}

/** The three ways to decide; each opens a second screen. */
export function verdicts(target: Target): Card["buttons"] {
  return [
    primary(opens("approve", "Approve", target)),
    opens("return", "Return", target),
    danger(opens("reject", "Reject", target)),
  ];
}
