/** The case of a proposal in a dialog, for those asked to decide: the account, the reason and the name stand here only. */
import { ukDate } from "../src/policy/arrangement/uk-words.ts";
import { facts as factList, line, list, note } from "./blocks.ts";
import { type Day, type Moment, momentInWords } from "./dates.ts";
import type { Block, Card } from "./model.ts";

export type ProposalDetailsCardFacts = {
  readonly ref: string;
  readonly customer: { readonly ref: string; readonly name: string };
  readonly askedBy: string;
  readonly arrangement: readonly string[];
  readonly where: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reviewOn: Day;
  readonly before: readonly string[];
  readonly reason: string;
  readonly incidents: readonly { readonly ref: string; readonly happened: Moment; readonly what: string }[];
  /** Questions of a senior who returned it. */
  readonly questions?: { readonly by: string; readonly text: string };
  /** The reason of the senior who rejected it. */
  readonly rejection?: { readonly by: string; readonly text: string };
};

export function proposalDetails(facts: ProposalDetailsCardFacts): Card {
  return {
    title: `Case of ${facts.ref}`,
    notification: `Case of ${facts.ref}.`,
    body: [
      ...(facts.questions ? quoted(`Questions from ${facts.questions.by}`, facts.questions.text) : []),
      ...(facts.rejection ? quoted(`Rejected by ${facts.rejection.by}`, facts.rejection.text) : []),
      table(facts),
      line({ strong: "What the customer may do" }),
      list(facts.arrangement),
      ...quoted("Why", facts.reason),
      ...facts.incidents.flatMap(({ ref, happened, what }) => quoted(`${ref}, ${momentInWords(happened)}`, what)),
      note("That you opened this is recorded."),
    ],
    buttons: [],
  };
}

function table(facts: ProposalDetailsCardFacts): Block {
  return factList({
    Customer: `${facts.customer.ref} · ${facts.customer.name}`,
    "Asked by": facts.askedBy,
    Where: facts.where,
    From: ukDate(facts.startsOn),
    Until: ukDate(facts.endsOn),
    Review: ukDate(facts.reviewOn),
    "Done before": facts.before.join(" "),
  });
}

function quoted(label: string, text: string): Block[] {
  return [line({ strong: label }), { kind: "quote", text }];
}
