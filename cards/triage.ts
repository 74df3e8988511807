/** To the service manager of that service: what becomes of a report (CASEWORK section 1, triage). */
import type { Rung } from "../src/policy/ladder/continued.ts";
import type { Offered } from "../src/policy/ladder/open-to.ts";
import type { Injury, Step } from "../src/policy/vocabulary.ts";
import { acts, facts as factList, line, list, opens, primary } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import { riddorPrompt } from "./injury.ts";
import type { Block, Button, Card, Target } from "./model.ts";

export type TriageState =
  | { readonly code: "open" }
  | { readonly code: "no-further-action" | Step; readonly by: string; readonly when: Moment }
  | { readonly code: "proposed"; readonly by: string; readonly when: Moment; readonly proposalRef: string };

export type TriageFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly reportedBy: string;
  readonly service: string;
  readonly sent: Moment;
  /** Reference of a customer on the register; absent when the report names nobody known. */
  readonly customerRef?: string;
  /** Who it may be: a number or an email address in the report is theirs alone, and the name is not. */
  readonly perhaps?: string;
  /** Reports about this customer before this one. */
  readonly earlierReports: number;
  readonly seriousThreat: boolean;
  /** Whether anybody was hurt; null: the report does not say. */
  readonly injury: Injury | null;
  /** In whose hands it is, when that is not the reader. */
  readonly with?: string;
  /** What the reader may do, in the pack's order; null when what becomes of it is not theirs to say. */
  readonly open: readonly Offered[] | null;
  /** What comes next by the record; null: nothing is open yet. */
  readonly toTake: Rung | null;
  /** What the pack opens next, and what not yet and why: a line for each. */
  readonly next: readonly string[];
  readonly state: TriageState;
};

export function triage(facts: TriageFacts): Card {
  const prompt = riddorPrompt(facts.injury);
  return {
    title: titleOf(facts),
    notification:
      facts.state.code === "open"
        ? `Report ${facts.ref} is waiting for you.`
        : `Report ${facts.ref} has been looked at.`,
    body: [
      ...(facts.seriousThreat
        ? [line({ strong: "The reporter says that there was a serious threat of violence." })]
        : []),
      ...(prompt ? [line({ strong: "The reporter says that somebody was hurt." }, ` ${prompt}`)] : []),
      about(facts),
      line(facts.state.code === "open" ? whatNow(facts) : { strong: whatNow(facts) }),
      ...(facts.state.code === "open" && facts.open && facts.next.length > 0 ? [list(facts.next)] : []),
    ],
    buttons: buttons(facts),
  };
}

/** What there is to do, or what came of it. */
function titleOf({ ref, state }: TriageFacts): string {
  switch (state.code) {
    case "open":
      return `Look at report ${ref}`;
    case "no-further-action":
      return `No further action on report ${ref}`;
    case "advice":
      return `Advice after report ${ref}`;
    case "warning":
      return `Warning after report ${ref}`;
    case "proposed":
      return `Restriction proposed after report ${ref}`;
  }
}

function about(facts: TriageFacts): Block {
  return factList({
    "Reported by": `${facts.reportedBy}, ${facts.service}`,
    Sent: momentInWords(facts.sent),
    Customer: facts.customerRef ?? (facts.perhaps ? perhapsWords(facts.perhaps) : "not on the register"),
    "Earlier reports": facts.earlierReports === 0 ? "none" : String(facts.earlierReports),
    "In hand with": facts.state.code === "open" ? facts.with : undefined,
  });
}

const perhapsWords = (ref: string): string =>
  `perhaps ${ref}: the name given is not theirs. You are asked who it was when you go on.`;

function whatNow({ state, open, with: holder }: TriageFacts): string {
  switch (state.code) {
    case "open":
      return open
        ? "Read the report, then decide what happens next."
        : `${holder ?? "Somebody else"} decides what happens next.`;
    case "no-further-action":
      return `No further action: ${state.by}, ${momentInWords(state.when)}.`;
    case "advice":
      return `${state.by} chose to ask the customer to moderate their behaviour, ${momentInWords(state.when)}.`;
    case "warning":
      return `${state.by} wrote a warning letter, ${momentInWords(state.when)}.`;
    case "proposed":
      return `${state.by} proposed a restriction (${state.proposalRef}), ${momentInWords(state.when)}.`;
  }
}

const RUNGS = { advice: "triage-advice", warning: "triage-warning", proposal: "triage-propose" } as const;
const LABELS = { advice: "Ask to moderate", warning: "Write a warning", proposal: "Propose a restriction" } as const;

function buttons({ state, open, toTake, target }: TriageFacts): Card["buttons"] {
  const read = opens("triage-read", "Read the report", target);
  return state.code === "open" && open ? [...triageButtons(target, open, toTake), read] : [read];
}

/** What may become of a report, in the order of the pack's ladder; what comes next stands out. */
export function triageButtons(target: Target, open: readonly Offered[], toTake: Rung | null): Card["buttons"] {
  return [
    ...open.map((offered) => (offered === toTake ? primary(buttonOf(offered, target)) : buttonOf(offered, target))),
    opens("triage-no-further-action", "No further action", target),
  ];
}

function buttonOf(offered: Offered, target: Target): Button {
  if (offered === "give") return acts("triage-give", "Give to senior staff", target);
  return opens(RUNGS[offered], LABELS[offered], target);
}
