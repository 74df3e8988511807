import type { Channel, Handling } from "../vocabulary.ts";
import { alertFor } from "./alert-for.ts";
import type { Screening } from "./answer.ts";
import { answerOf, nobodyFound } from "./answer-of.ts";
import { isBySubject } from "./by-subject.ts";
import type { ContactFacts } from "./facts.ts";
import type { Judged } from "./judge.ts";
import { type BothSides, rankSides, type Sides, whoDecides } from "./rank.ts";
import { type CallsCounted, strength } from "./rule.ts";

/** Whom a contact may concern. `usable`: at least one side gave something that could be looked up. */
export type Found = BothSides & { readonly usable: boolean };

/** Decides on one contact (SCREENING sections 2 to 6). The same facts and the same calls give the same answer. */
export function screen(contact: ContactFacts, found: Found, calls: CallsCounted): Screening {
  const question = { contact, texts: contact.texts, byRepresentative: contact.byRepresentative, calls };
  const sides = rankSides(found, question);
  const first = whoDecides(sides);
  if (first === undefined) return { answer: nobodyFound(contact, found.usable), ...NOTHING_FOLLOWS };
  const judged = judgedOnBothSides(sides);
  const isAllowed = first.outcome === "permitted";
  const deciding = isAllowed ? [] : judged.filter(({ outcome }) => outcome === first.outcome);
  const alert = isAllowed ? undefined : alertFor(first, sides);
  return {
    answer: answerOf(contact, { first, judged, deciding }),
    alert,
    countsFor: countsFor(contact, sides),
    subjectDecided: alert !== undefined && isBySubject(sides, question),
    reachedNamedOfficer: contact.reached !== undefined && namedOn(contact.channel, judged).includes(contact.reached),
    sendTo: sendTo(deciding),
  };
}

const NOTHING_FOLLOWS: Omit<Screening, "answer"> = {
  alert: undefined,
  countsFor: [],
  subjectDecided: false,
  reachedNamedOfficer: false,
  sendTo: [],
};

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

function namedOn(channel: Channel, judged: readonly Judged[]): readonly string[] {
  return judged.flatMap(({ restriction: { named } }) =>
    named && (named.channels?.includes(channel) ?? true) ? [named.person] : [],
  );
}

const SENT_ON: readonly Handling[] = ["redirect_to_named_officer", "file_for_reader"];

/** Whoever the handling sends it to; while they are away, their deputy. */
function sendTo(deciding: readonly Judged[]): readonly string[] {
  const sentOn = deciding.filter(({ handling }) => SENT_ON.some((one) => handling.includes(one)));
  if (sentOn.length === 0) return [];
  return [...new Set(sentOn.flatMap(({ restriction }) => restriction.answering.slice(-1)))];
}
