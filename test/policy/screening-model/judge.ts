/** Sections 2, 4 and 5: what the restrictions of one customer say of a contact. */
import { inForce, type LocalTime } from "./instants.ts";
import { inScope, serviceOf } from "./officers.ts";
import { hasPhrase, PROTECTED_PHRASES } from "./phrases.ts";
import { handlingOf, type Question, ROWS, verdict } from "./rules.ts";
import type { ContactFile, RestrictionFile, Verdict, WorldFile } from "./shapes.ts";

export type Judged = {
  readonly id: string;
  readonly kind: string;
  readonly clause: string | null;
  readonly outcome: Verdict;
  readonly handling: readonly string[];
};

/** Calls of the week that count for the restriction of this id. */
export type CallsBefore = (restriction: string) => number;
export type Case = {
  readonly contact: ContactFile;
  readonly world: WorldFile;
  readonly local: LocalTime;
  /** Whether the customer is the one who makes the contact. */
  readonly asCustomer: boolean;
  readonly callsBefore: CallsBefore;
};

/** The arrangements of a customer that are in force, as restrictions with an id each. */
export function restrictionsInForce(ref: string, { arrangements }: WorldFile, local: LocalTime) {
  return arrangements.flatMap((arrangement, place) =>
    arrangement.customer === ref && inForce(arrangement, local)
      ? arrangement.restrictions.map((restriction, number) => ({ ...restriction, id: `r-${place}-${number}` }))
      : [],
  );
}

/** Every restriction in force that bears on the contact, with its own outcome. */
export function judge(ref: string, asked: Case): readonly Judged[] {
  const service = serviceOf(asked.contact, asked.world);
  return restrictionsInForce(ref, asked.world, asked.local).flatMap((restriction) =>
    inScope(restriction, service) && inDirection(restriction, asked.contact)
      ? [judgeOne(restriction, { ...asked, callsBefore: asked.callsBefore(restriction.id) })]
      : [],
  );
}

function inDirection({ kind }: RestrictionFile, { direction }: ContactFile): boolean {
  return direction === "inbound" || ROWS[kind]?.eitherDirection === true;
}

function judgeOne(restriction: RestrictionFile & { readonly id: string }, question: Question): Judged {
  const { id, kind, clause, parameters } = restriction;
  const row = ROWS[kind];
  if (row === undefined) throw new Error(`no such kind: ${kind}`);
  const { contact, asCustomer } = question;
  const open = contact.protectedReason !== undefined || (isHelped(question) && !asCustomer && kind !== "topic_closed");
  const found = open ? "permitted" : verdict(row, question, parameters);
  const handling = handlingOf(row, found, parameters);
  if (found === "breach" && hasProtectedWords(contact)) {
    return { id, kind, clause, outcome: "conditional", handling: [...handling, "check_protected"] };
  }
  return { id, kind, clause, outcome: found, handling };
}

/** An inbound contact that somebody makes for the customer. */
function isHelped({ contact }: Question): boolean {
  return contact.direction === "inbound" && contact.onBehalf !== undefined;
}

function hasProtectedWords({ subject, excerpt }: ContactFile): boolean {
  return hasPhrase(subject, PROTECTED_PHRASES) || hasPhrase(excerpt, PROTECTED_PHRASES);
}
