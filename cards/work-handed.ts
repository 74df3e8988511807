/**
 * Somebody has left: to whoever has their open work now; and to the register team what nobody was free to take over, and
 * the arrangements that name them.
 */
import { counted, listOf } from "../src/policy/arrangement/uk-words.ts";
import { line, list, note } from "./blocks.ts";
import type { Block, Card } from "./model.ts";
import { NAME_SOMEBODY } from "./named-away.ts";

/** References of each kind. */
export type WorkHandedFacts = {
  readonly leaver: string;
  /** The notice to the register team. */
  readonly team: boolean;
  readonly reports: readonly string[];
  readonly advice: readonly string[];
  readonly letters: readonly string[];
  /** Not with senior staff: not sent, returned, or nobody decided in time. */
  readonly proposals: readonly string[];
  /** With senior staff. */
  readonly submitted: readonly string[];
  /** Approved, with a question about adjustments to answer. */
  readonly adjustments: readonly string[];
  readonly arrangements: readonly string[];
  /** Those of them in which nobody stands in. */
  readonly unanswered: readonly string[];
};

export function workHanded(facts: WorkHandedFacts): Card {
  return facts.team ? toTheTeam(facts) : toTheHeir(facts);
}

function toTheHeir(facts: WorkHandedFacts): Card {
  const { leaver } = facts;
  return {
    title: `Open work of ${leaver} is yours now`,
    notification: "Open work of a colleague is yours now.",
    body: [
      line(`${leaver} has left. You have this now:`),
      list(work(facts)),
      note("Each has a card of its own, or stands in your list: type /contact-register my-work."),
    ],
    buttons: [],
  };
}

function toTheTeam(facts: WorkHandedFacts): Card {
  const { leaver, arrangements } = facts;
  const named = arrangements.length > 0;
  return {
    title: named ? "A named officer has left" : `Open work of ${leaver} needs somebody`,
    notification: named
      ? "A named officer has left: open to see what to confirm."
      : "Open work of a colleague who left needs somebody.",
    // A customer whom nobody answers stands before work that waits.
    body: [...(named ? naming(facts) : []), ...(work(facts).length > 0 ? withNobody(facts) : [])],
    buttons: [],
  };
}

function withNobody(facts: WorkHandedFacts): readonly Block[] {
  const { leaver, proposals, submitted, arrangements } = facts;
  const said = arrangements.length > 0 ? "" : `${leaver} has left. `;
  const tasks = tasksOf(facts);
  return [
    line(`${said}Nobody is free to take over what they had in hand:`),
    list(work(facts)),
    ...(tasks.length > 0 ? [line(`You can see to ${listOf(tasks)}: type /contact-register my-work.`)] : []),
    ...(proposals.length > 0
      ? [
          line(
            "You can withdraw the proposals that were not sent for a decision: type /contact-register my-work. What led to them can then be dealt with anew.",
          ),
        ]
      : []),
    ...(submitted.length > 0 ? [line("What was sent for a decision can still be decided.")] : []),
  ];
}

/** What the register team can do itself. */
function tasksOf({ reports, advice, letters, adjustments }: WorkHandedFacts): readonly string[] {
  const kinds = { reports, customers: advice, letters, "questions about adjustments": adjustments };
  return Object.entries(kinds).flatMap(([name, refs]) => (refs.length > 0 ? [name] : []));
}

function naming({ leaver, arrangements, unanswered }: WorkHandedFacts): readonly Block[] {
  return [
    line(`${leaver} has left. They answer or read for the customer in ${counted(arrangements.length, "arrangement")}:`),
    list(arrangements),
    line(
      "A deputy takes over at once where one is named. Confirm who answers from now on, and tell the customer in writing.",
    ),
    ...(unanswered.length > 0
      ? [
          line({ strong: `Nobody stands in: ${listOf(unanswered)}. Contact is passed to the register team.` }),
          line(NAME_SOMEBODY),
          note("You are told every working day until somebody is named."),
        ]
      : []),
  ];
}

/** What there is of each kind, with its references. */
function work({
  team,
  reports,
  advice,
  letters,
  proposals,
  submitted,
  adjustments,
}: WorkHandedFacts): readonly string[] {
  return [
    ...item(reports, "report", "to look at"),
    ...item(advice, "customer", "to talk or write to"),
    ...item(letters, "letter", "to send"),
    ...item(adjustments, "proposal", "with a question about adjustments"),
    ...item(proposals, "proposal", team ? "to withdraw" : "to go on with"),
    ...item(submitted, "proposal", "sent for a decision"),
  ];
}

/** "2 reports to look at: R-2031 and R-2044"; the list is cut where a card ends. */
function item(refs: readonly string[], noun: string, what: string): readonly string[] {
  if (refs.length === 0) return [];
  const more = refs.length - MOST;
  const shown = [...refs.slice(0, MOST), ...(more > 0 ? [`${more} more`] : [])];
  return [`${counted(refs.length, noun)} ${what}: ${listOf(shown)}`];
}

/** References that read well in one line. */
const MOST = 8;
