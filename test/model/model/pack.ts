/** What the two policies say about the case and the proposal, typed from CASEWORK section 6. A table. */

export type PackName = "persistent-and-abusive-behaviour" | "unacceptable-actions";
export type StepKind = "advice" | "warning";
export type Kind = "named_officer" | "no_email" | "all_contact";

type Policy = {
  /** In their order; months for which each counts. */
  readonly steps: readonly { readonly kind: StepKind; readonly months: number; readonly byReporter: boolean }[];
  /** Reasons for leaving them out; `written`: they always have to be written down, and by the approver too. */
  readonly bypass: readonly { readonly code: string; readonly written: boolean }[];
  readonly socialWorkAlwaysAsked: boolean;
  /** Bank holidays of 2026 and 2027. */
  readonly holidays: readonly string[];
};

const inYear = (year: number, days: string): string[] => days.split(" ").map((day) => `${year}-${day}`);

export const POLICY: Readonly<Record<PackName, Policy>> = {
  "persistent-and-abusive-behaviour": {
    steps: [
      { kind: "advice", months: 6, byReporter: true },
      { kind: "warning", months: 12, byReporter: false },
    ],
    bypass: [],
    socialWorkAlwaysAsked: false,
    holidays: [
      ...inYear(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
      ...inYear(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
    ],
  },
  "unacceptable-actions": {
    steps: [{ kind: "warning", months: 12, byReporter: false }],
    bypass: [
      { code: "serious_threat", written: false },
      { code: "vexatious", written: true },
    ],
    socialWorkAlwaysAsked: true,
    holidays: [
      ...inYear(2026, "01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28"),
      ...inYear(2027, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28"),
    ],
  },
};

/** The same in both packs. */
export const DEEMED_RECEIPT_WORKING_DAYS = 2;
export const SOCIAL_WORK_WORKING_DAYS = 2;
export const ESCALATE_WORKING_DAYS = 2;
export const EXPIRE_WORKING_DAYS = 5;
export const OPENS = 9;
export const CLOSES = 17;

/** Whose authority it takes, and how many people: two executives for a ban on all contact. */
export function approvalOf(kind: Kind) {
  return kind === "all_contact"
    ? ({ role: "executive", quorum: 2 } as const)
    : ({ role: "senior_officer", quorum: 1 } as const);
}
