/** To the service manager of that service: what becomes of a report (CASEWORK section 1, triage). */
import { facts as factList, line, opens, primary } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import type { Block, Card, Target } from "./model.ts";

export type TriageState =
  | { readonly code: "open" }
  | { readonly code: "no-further-action"; readonly by: string; readonly when: Moment }
  | { readonly code: "proposed"; readonly by: string; readonly when: Moment; readonly proposalRef: string };

export type TriageFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly reportedBy: string;
  readonly service: string;
  readonly sent: Moment;
  /** Reference of a customer on the register; absent when the report names nobody known. */
  readonly customerRef?: string;
  /** Reports about this customer before this one. */
  readonly earlierReports: number;
  readonly seriousThreat: boolean;
  readonly state: TriageState;
};

export function triage(facts: TriageFacts): Card {
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
      about(facts),
      line(facts.state.code === "open" ? whatNow(facts.state) : { strong: whatNow(facts.state) }),
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
    case "proposed":
      return `Restriction proposed after report ${ref}`;
  }
}

function about(facts: TriageFacts): Block {
  return factList({
    "Reported by": `${facts.reportedBy}, ${facts.service}`,
    Sent: momentInWords(facts.sent),
    Customer: facts.customerRef ?? "not on the register",
    "Earlier reports": String(facts.earlierReports),
  });
}

function whatNow(state: TriageState): string {
  switch (state.code) {
    case "open":
      return "Read the report, then decide what happens next.";
    case "no-further-action":
      return `No further action: ${state.by}, ${momentInWords(state.when)}.`;
    case "proposed":
      return `${state.by} proposed a restriction (${state.proposalRef}), ${momentInWords(state.when)}.`;
  }
}

function buttons({ state, target }: TriageFacts): Card["buttons"] {
  const read = opens("triage-read", "Read the report", target);
  if (state.code !== "open") return [read];
  return [
    primary(opens("triage-propose", "Propose a restriction", target)),
    opens("triage-no-further-action", "No further action", target),
    read,
  ];
}
