import type { Channel, Direction, ProtectedReason } from "../vocabulary.ts";
import type { Contact } from "./contact.ts";
import { type LocalMoment, localMoment, once } from "./local-time.ts";
import { type Note, officerReached, serviceReached } from "./reached.ts";
import { personKey, type Staff } from "./staff.ts";
import { foldGiven, foldLabel, foldWords } from "./words.ts";

/** What an organisation brings to every contact. */
export type Surroundings = { readonly staff: Staff; readonly timeZone: string };

/** A contact ready to be decided on. Blank texts count as not given; texts and labels are folded. */
export type ContactFacts = {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly local: () => LocalMoment;
  readonly direction: Direction;
  readonly channel: Channel;
  /** The person it reached, by the key of `staffOf`; undefined for a service line or an extension nobody has. */
  readonly reached: string | undefined;
  /** The service of the contact, else the officer's. */
  readonly service: string | undefined;
  readonly byRepresentative: boolean;
  /** The legs of one conversation share it; a contact without one is a conversation of its own. */
  readonly conversation: string;
  readonly protectedReason: ProtectedReason | undefined;
  readonly topicRef: string | undefined;
  readonly texts: () => Texts;
  readonly platform: string | undefined;
  readonly premises: string | undefined;
  readonly witness: string | undefined;
  readonly hasAppointment: boolean;
  readonly durationMinutes: number | undefined;
  readonly attendingStaff: number | undefined;
  readonly notes: readonly Note[];
};

/** What was written, folded by `foldWords`. */
export type Texts = { readonly subject: string | undefined; readonly excerpt: string | undefined };

/** Reads one accepted contact against the staff list (SCREENING sections 1 and 4). */
export function contactFacts(contact: Contact, source: string, around: Surroundings): ContactFacts {
  const at = Date.parse(contact.occurredAt);
  const officer = officerReached(contact, around.staff);
  const service = serviceReached(contact, officer.member, around.staff);
  return {
    at,
    local: once(() => localMoment(at, around.timeZone)),
    direction: contact.direction,
    channel: contact.channel,
    reached: officer.key,
    service: service.name,
    byRepresentative: contact.onBehalf !== undefined,
    conversation: conversationOf(contact, source),
    protectedReason: contact.protectedReason,
    topicRef: foldGiven(contact.topicRef, (ref) => ref.trim()),
    // It is long, and nobody asks for it unless somebody was found.
    texts: once(() => textsOf(contact)),
    platform: foldGiven(contact.customer.handle?.platform, foldLabel),
    premises: foldGiven(contact.premises, foldLabel),
    witness: foldGiven(contact.witness, personKey),
    hasAppointment: foldGiven(contact.appointmentRef, (ref) => ref.trim()) !== undefined,
    durationMinutes: contact.durationMinutes,
    attendingStaff: contact.attendingStaff,
    notes: [...officer.notes, ...service.notes],
  };
}

function textsOf({ subject, excerpt }: Contact): Texts {
  return { subject: foldGiven(subject, foldWords), excerpt: foldGiven(excerpt, foldWords) };
}

/** Keys are a source's own: two sources that count from 1 must not share an alert. */
function conversationOf({ conversation, id }: Contact, source: string): string {
  const given = foldGiven(conversation, (key) => key.trim());
  return JSON.stringify(given === undefined ? [source, "contact", id] : [source, "conversation", given]);
}
