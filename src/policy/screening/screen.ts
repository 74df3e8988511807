import { alertFor } from "./alert-for.ts";
import type { Screening } from "./answer.ts";
import { answerOf } from "./answer-of.ts";
import type { ContactFacts } from "./facts.ts";
import type { Judged } from "./judge.ts";
import { type Match, type Ranked, rankSide, type Sides, strength } from "./rank.ts";
import type { CallsCounted } from "./rule.ts";

/** Whom a contact may concern. `usable`: at least one side gave something that could be looked up. */
export type Found = {
  readonly customer: readonly Match[];
  readonly representative: readonly Match[];
  readonly usable: boolean;
};

/** Decides on one contact (SCREENING sections 2 to 6). The same facts and the same calls give the same answer. */
export function screen(contact: ContactFacts, found: Found, calls: CallsCounted): Screening {
  const screening = decide(contact, found, calls);
  if (screening.alert === undefined || contact.subject === undefined) return screening;
  const without = decide(withoutSubject(contact), found, calls);
  return { ...screening, subjectDecided: without.answer.outcome !== screening.answer.outcome };
}

function decide(contact: ContactFacts, found: Found, calls: CallsCounted): Screening {
  const customer = rankSide(found.customer, contact, calls);
  const inOwnName = found.representative.length > 0 ? { ...contact, byRepresentative: false } : contact;
  const representative = rankSide(found.representative, inOwnName, calls);
  const sides = { customer, representative };
  const first = whoDecides(sides);
  const judged = first === undefined ? [] : judgedOnBothSides(sides);
  const deciding = judged.filter(({ outcome }) => outcome === first?.outcome);
  return {
    answer: answerOf({ contact, first, judged, deciding, usable: found.usable }),
    alert: alertFor(first, sides),
    countsFor: countsFor(contact, sides),
    subjectDecided: false,
    reachedNamedOfficer: judged.some(({ restriction }) => isNamedOfficer(restriction, contact.reached)),
    sendTo: sendTo(deciding),
  };
}

/** The stronger outcome counts; on a tie the customer (SCREENING section 4). */
function whoDecides({ customer, representative }: Sides): Ranked | undefined {
  const [one, other] = [customer.first, representative.first];
  if (one === undefined || other === undefined) return one ?? other;
  return strength(other.outcome) < strength(one.outcome) ? other : one;
}

/** Both are listed. One restriction found on both sides is listed once, with its stronger outcome. */
function judgedOnBothSides({ customer, representative }: Sides): readonly Judged[] {
  const [one, other] = [customer.first?.judged ?? [], representative.first?.judged ?? []];
  if (other.length === 0) return one;
  const strongest = new Map<string, Judged>();
  for (const judged of [...one, ...other]) {
    const known = strongest.get(judged.restriction.id);
    if (!known || strength(judged.outcome) < strength(known.outcome)) strongest.set(judged.restriction.id, judged);
  }
  return [...strongest.values()];
}

/** Inbound calls of the customer's or the representative's own, unless protected by reason (SCREENING section 4). */
function countsFor(contact: ContactFacts, { customer, representative }: Sides): readonly string[] {
  if (contact.channel !== "phone" || contact.protectedReason !== undefined) return [];
  const own = contact.byRepresentative ? representative : customer;
  const counted = own.first?.judged.filter(({ restriction }) => restriction.countsCalls) ?? [];
  return counted.map(({ restriction }) => restriction.id);
}

function isNamedOfficer({ kind, answering }: Judged["restriction"], reached: string | undefined): boolean {
  return kind === "named_officer" && reached !== undefined && answering.includes(reached);
}

/** Whoever the handling sends it to; while they are away, their deputy. */
function sendTo(deciding: readonly Judged[]): readonly string[] {
  const people = deciding
    .filter(({ handling }) => handling.includes("redirect_to_named_officer") || handling.includes("file_for_reader"))
    .flatMap(({ restriction }) => restriction.answering.slice(-1));
  return [...new Set(people)];
}

function withoutSubject(contact: ContactFacts): ContactFacts {
  return { ...contact, subject: undefined, mentionsProtection: contact.excerptMentionsProtection };
}
