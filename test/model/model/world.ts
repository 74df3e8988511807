/** What the model knows of the council: its people, its cases, and what they press. People go by a handle. */
import type { Kind, PackName, StepKind } from "./pack.ts";

export type Role = "officer" | "service_manager" | "senior_officer" | "executive" | "register_team" | "social_work";
export type Officer = {
  readonly roles: readonly Role[];
  readonly status: "active" | "absent" | "left";
  readonly manager: string | null;
};
export type Delegation = { readonly from: string; readonly to: string; readonly first: string; readonly last: string };

export type Report = {
  readonly customer: string;
  readonly reporter: string;
  readonly affected: readonly string[];
  /** The day on which it happened. */
  readonly on: string;
  readonly threat: boolean;
  readonly reportedAt: number;
  /** Since when it waits to be looked at: anew from the instant at which a proposal about it was taken back. */
  waitsSince: number;
  state: "awaiting_triage" | "no_further_action" | "advice" | "warning" | "proposed";
};

/** `on`: null while it is still to be given. `report`, `proposal`: by number; neither for advice put on record with a warning. */
export type Step = {
  readonly kind: StepKind;
  readonly customer: string;
  on: string | null;
  readonly report: number | null;
  readonly proposal: number | null;
  readonly owner: string | null;
  /** When it was asked for. */
  readonly since: number;
  /** Its proposer entered others since. */
  dropped: boolean;
};

export type ProposalState = "draft" | "submitted" | "returned" | "approved" | "rejected" | "expired" | "withdrawn";
export type Verdict = "approve" | "return" | "reject";

/** What the proposer entered. */
export type Content = {
  readonly kind: Kind;
  readonly bypass: { readonly code: string; readonly written: boolean } | null;
  /** Days of the earlier steps that they put on record themselves. */
  readonly earlier: Readonly<Partial<Record<StepKind, string>>>;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reviewOn: string;
  readonly complainedAbout: readonly string[];
};

export type Proposal = {
  readonly report: number;
  readonly proposer: string;
  readonly begunAt: number;
  /** Approved, rejected or taken back; null before. */
  closedAt: number | null;
  content: Content;
  state: ProposalState;
  round: number;
  /** Whether something is different since it was returned. */
  changed: boolean;
  /** When Social Work was asked; null: it was not. */
  socialWorkAskedAt: number | null;
  socialWorkAnswered: boolean;
  /** The days on which the proposer tried again to reach them. */
  readonly socialWorkTriedOn: string[];
  submittedAt: number;
  escalateAt: number;
  expireAt: number;
  asked: Set<string>;
  declared: Set<string>;
  /** Of this round. `seat`: whose authority it used, their own or that of somebody away. */
  decisions: Map<string, { readonly verdict: Verdict; readonly seat: string }>;
};

export type Arrangement = {
  readonly proposal: number;
  readonly startsAt: number;
  readonly endsAt: number;
  ended: boolean;
};
/** `step`: the number of the warning; `proposal`: of the decision. */
export type Letter = {
  readonly owner: string;
  readonly step: number | null;
  readonly proposal: number | null;
  readonly since: number;
  sent: boolean;
};

export type World = {
  readonly pack: PackName;
  now: number;
  readonly staff: Record<string, Officer>;
  readonly delegations: Delegation[];
  readonly reports: Report[];
  readonly steps: Step[];
  readonly proposals: Proposal[];
  readonly arrangements: Arrangement[];
  readonly letters: Letter[];
  /** What somebody was reminded of, by `keyOf`. */
  readonly reminded: Set<string>;
};

/** Things go by their number, from 0 in the order in which they were made. Days are counted from today. */
export type Press =
  | {
      readonly do: "report";
      readonly by: string;
      readonly customer: string;
      readonly daysAgo: number;
      readonly threat: boolean;
      readonly affected: readonly string[];
      /** The form is sent twice. */
      readonly twice: boolean;
    }
  | { readonly do: "close"; readonly by: string; readonly report: number; readonly said: boolean }
  | {
      readonly do: "step";
      readonly by: string;
      readonly report: number;
      readonly step: StepKind;
      /** Advice that was given so many days ago; null: it is to be given. */
      readonly given: number | null;
      readonly byReporter: boolean;
      /** Advice from so many days ago, put on record with a warning. */
      readonly earlier: number | null;
    }
  | { readonly do: "advise"; readonly by: string; readonly report: number }
  | { readonly do: "letter-sent"; readonly by: string; readonly letter: number }
  | {
      readonly do: "draft";
      readonly by: string;
      readonly report: number;
      readonly kind: Kind;
      readonly bypass: Content["bypass"];
      /** Days ago; a step that is left out is not entered. */
      readonly earlier: Readonly<Partial<Record<StepKind, number>>>;
      readonly short: boolean;
      readonly complainedAbout: readonly string[];
      /** Social Work answers what it is asked. */
      readonly liaison: boolean;
    }
  | {
      readonly do: "send";
      readonly by: string;
      readonly proposal: number;
      readonly answer: boolean;
      /** What was read back is not what it is now. */
      readonly stale: boolean;
    }
  | {
      readonly do: "decide";
      readonly by: string;
      readonly proposal: number;
      readonly verdict: Verdict;
      readonly said: boolean;
      /** On a card of the round before. */
      readonly oldCard: boolean;
    }
  | { readonly do: "interest"; readonly by: string; readonly proposal: number }
  | { readonly do: "withdraw"; readonly by: string; readonly proposal: number }
  /** Nobody at Social Work answers: it is written down that they were asked again today. */
  | { readonly do: "try-again"; readonly by: string; readonly proposal: number }
  | {
      readonly do: "staff";
      readonly person: string;
      readonly status: Officer["status"];
      readonly roles: readonly Role[];
    }
  | {
      readonly do: "delegate";
      readonly from: string;
      readonly to: string;
      readonly inDays: number;
      readonly days: number;
    };

/** Why it is refused, by any of these; or what the audit says of it, nothing when it was said already. */
export type Answer =
  | { readonly code: "refused"; readonly reasons: readonly string[] }
  | { readonly code: "accepted"; readonly events: readonly string[] };
