/** The report in full, in a dialog, for those entitled: names, identifiers and the account stand here only. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import type { Rung } from "../src/policy/ladder/continued.ts";
import type { Offered } from "../src/policy/ladder/open-to.ts";
import type { Behaviour, Channel } from "../src/policy/vocabulary.ts";
import { facts as factList, line, note, opens } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import { BEHAVIOUR_WORDS } from "./labels.ts";
import type { Block, Card, Target } from "./model.ts";
import { triageButtons } from "./triage.ts";

export type ReportDetailsFacts = {
  readonly target: Target;
  /** What the reader may do, when they may say what becomes of the report now; null otherwise. */
  readonly toDecide: readonly Offered[] | null;
  /** What comes next by the record; null: nothing is open yet. */
  readonly toTake: Rung | null;
  /** Whether the reader may see the whole case. */
  readonly mayReadHistory: boolean;
  readonly ref: string;
  readonly reportedBy: string;
  readonly service: string;
  readonly happened: Moment;
  readonly channel: Channel | null;
  readonly customer: {
    readonly ref?: string;
    readonly name?: string;
    readonly phone?: string;
    readonly email?: string;
  };
  readonly behaviours: readonly Behaviour[];
  readonly what: string;
  readonly opinion?: string;
  /** What was done at once, about what, whether moderation was asked: label and words. */
  readonly more: Readonly<Record<string, string | undefined>>;
  readonly seriousThreat: boolean;
};

export function reportDetails(facts: ReportDetailsFacts): Card {
  return {
    title: `Report ${facts.ref}`,
    notification: `Report ${facts.ref}.`,
    body: [
      ...(facts.seriousThreat ? [line({ strong: "A serious threat of violence was reported." })] : []),
      table(facts),
      ...account("What happened", facts.what),
      ...account("What the reporter thinks of it", facts.opinion),
      note("That you opened this is recorded."),
    ],
    buttons: [
      ...(facts.toDecide ? triageButtons(facts.target, facts.toDecide, facts.toTake) : []),
      ...(facts.mayReadHistory ? [opens("case-history", "Case history", { id: facts.target.id, version: 1 })] : []),
    ],
  };
}

function table({ customer, ...facts }: ReportDetailsFacts): Block {
  return factList({
    "Reported by": `${facts.reportedBy}, ${facts.service}`,
    Happened: momentInWords(facts.happened),
    How: facts.channel === null ? "Not said" : sentenceCase(CHANNEL_WORDS[facts.channel]),
    Customer: [customer.ref, customer.name].filter(Boolean).join(" · ") || "Not known",
    Phone: customer.phone,
    Email: customer.email,
    "What it was like": inOneLine(facts.behaviours),
    ...facts.more,
  });
}

/** "Abusive language, a threat": one sentence of the words that stand alone in the form. */
function inOneLine(behaviours: readonly Behaviour[]): string {
  return sentenceCase(behaviours.map((code) => BEHAVIOUR_WORDS[code].toLowerCase()).join(", "));
}

function account(label: string, text: string | undefined): Block[] {
  return text ? [line({ strong: label }), { kind: "quote", text }] : [];
}
