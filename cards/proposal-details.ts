/** The case of a proposal in a dialog, for those asked to decide: the account, the reason and the name stand here only. */
import { sentenceCase, ukDate } from "../src/policy/arrangement/uk-words.ts";
import type { Injury } from "../src/policy/vocabulary.ts";
import { answersAdjustments } from "./adjustments-form.ts";
import { verdicts } from "./approval-request.ts";
import { danger, facts as factList, line, list, note, opens } from "./blocks.ts";
import { type Day, type Moment, momentInWords } from "./dates.ts";
import { INJURY_WORDS } from "./injury.ts";
import type { Block, Card, Target } from "./model.ts";

type IncidentRead = {
  readonly ref: string;
  readonly happened: Moment;
  readonly what: string;
  readonly place: string | null;
  readonly injury: Injury | null;
  readonly evidence: string | null;
};

export type ProposalDetailsCardFacts = {
  readonly target: Target;
  /** The reader was asked and has not decided. */
  readonly toDecide: boolean;
  /** The whole file is open to the reader (DESIGN decision 8). */
  readonly mayReadHistory: boolean;
  /** It is the reader's to see to, and nobody has decided. */
  readonly mayWithdraw: boolean;
  /** It was sent without an answer about adjustments, and the reader is the one to give it. */
  readonly owesAdjustments: boolean;
  readonly ref: string;
  readonly customer: { readonly ref: string; readonly name: string };
  readonly askedBy: string;
  readonly arrangement: readonly string[];
  readonly where: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reviewOn: Day;
  /** What the contact is judged to be (7.4), in words; empty where the policy names no ground. */
  readonly judged: string;
  /** Earlier arrangements of this customer (7.4), a line each, the newest first. */
  readonly earlier: readonly string[];
  readonly before: readonly string[];
  readonly reason: string;
  /** The reports that explain it, by reference. */
  readonly explainedBy: string;
  readonly incidents: readonly IncidentRead[];
  /** Questions of a senior who returned it. */
  readonly questions?: { readonly by: string; readonly text: string };
  /** What was asked and answered before, the oldest first; a null answer: the change is the answer. */
  readonly answered: readonly { readonly by: string; readonly question: string; readonly answer: string | null }[];
  /** What was answered to the gates, and by Social Work: question and answer. Only in a dialog. */
  readonly answers: Readonly<Record<string, string>>;
  /** The reason of the senior who rejected it. */
  readonly rejection?: { readonly by: string; readonly text: string };
};

export function proposalDetails(facts: ProposalDetailsCardFacts): Card {
  return {
    title: `Case of ${facts.ref}`,
    notification: `Case of ${facts.ref}.`,
    body: [
      ...(facts.questions ? quoted(`Questions from ${facts.questions.by}`, facts.questions.text) : []),
      ...facts.answered.flatMap(({ by, question, answer }) => [
        ...quoted(`${by} asked`, question),
        ...(answer === null ? [line("The proposal was changed after that.")] : quoted("The proposer's answer", answer)),
      ]),
      ...(facts.rejection ? quoted(`Rejected by ${facts.rejection.by}`, facts.rejection.text) : []),
      line({ strong: "What the customer may do" }),
      list(facts.arrangement),
      table(facts),
      ...quoted("Why", facts.reason),
      ...Object.entries(facts.answers).flatMap(([question, answer]) => quoted(question, answer)),
      ...facts.incidents.flatMap(account),
      note("That you opened this is recorded."),
    ],
    // Those who are asked to decide see the proposal; the whole file is not theirs (DESIGN decision 8).
    buttons: facts.toDecide
      ? verdicts(facts.target)
      : [
          ...(facts.owesAdjustments ? [answersAdjustments(facts.target)] : []),
          ...(facts.mayReadHistory ? [opens("case-history", "Case history", { id: facts.target.id, version: 1 })] : []),
          ...(facts.mayWithdraw ? [danger(opens("proposal-withdraw", "Withdraw", facts.target))] : []),
        ],
  };
}

function table(facts: ProposalDetailsCardFacts): Block {
  return factList({
    Customer: `${facts.customer.ref} · ${facts.customer.name}`,
    "Asked by": facts.askedBy,
    "Where it applies": sentenceCase(facts.where),
    From: ukDate(facts.startsOn),
    Until: ukDate(facts.endsOn),
    Review: ukDate(facts.reviewOn),
    ...(facts.judged === "" ? {} : { "Contact judged to be": facts.judged }),
    "Done before": facts.before.join(" "),
    "Restricted before": facts.earlier.length === 0 ? "None on record" : facts.earlier.join("; "),
    Reports: facts.explainedBy,
  });
}

/** One report, with what it says of where it was, whether anybody was hurt and what shows it. */
function account({ ref, happened, what, place, injury, evidence }: IncidentRead): Block[] {
  const more = {
    Where: place ?? undefined,
    "Was anybody hurt": injury ? INJURY_WORDS[injury] : undefined,
    Evidence: evidence ?? undefined,
  };
  const said = Object.values(more).some((value) => value !== undefined);
  return [...quoted(`${ref}, ${momentInWords(happened)}`, what), ...(said ? [factList(more)] : [])];
}

function quoted(label: string, text: string): Block[] {
  return [line({ strong: label }), { kind: "quote", text }];
}
