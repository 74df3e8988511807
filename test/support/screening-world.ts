/** A register in memory, made from a world file, that screens contacts as the use case will: look up, rank, decide, keep. */
import { type GivenPerson, givenPerson, isUsable, lookupKeys, type WrittenPerson } from "../../src/matching/given.ts";
import { normaliseIdentifier } from "../../src/matching/identifiers.ts";
import { foldName, nameKey } from "../../src/matching/names.ts";
import { givenKey, isDropped } from "../../src/matching/not-the-same.ts";
import { type KnownPerson, tierOf } from "../../src/matching/tier.ts";
import { Restriction } from "../../src/policy/restrictions/restriction.ts";
import { alertToUpdate, type RaisedAlert } from "../../src/policy/screening/alert-to-update.ts";
import type { Screening, ScreeningAnswer } from "../../src/policy/screening/answer.ts";
import type { Contact } from "../../src/policy/screening/contact.ts";
import { type ContactFacts, contactFacts, type Surroundings } from "../../src/policy/screening/facts.ts";
import type { RestrictedCustomer } from "../../src/policy/screening/judge.ts";
import { endOfLocalDay } from "../../src/policy/screening/local-time.ts";
import type { Match } from "../../src/policy/screening/rank.ts";
import { type ContactFault, contactId, readContact } from "../../src/policy/screening/read-contact.ts";
import { readyRestriction } from "../../src/policy/screening/ready.ts";
import type { CountedCall } from "../../src/policy/screening/rule.ts";
import { type Found, screen } from "../../src/policy/screening/screen.ts";
import { type OutsideContact, type StaffMember, staffOf } from "../../src/policy/screening/staff.ts";
import { foldPhrases } from "../../src/policy/screening/words.ts";
import type { IdentifierKind } from "../../src/policy/vocabulary.ts";

type WorldIdentifier = {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly platform?: string;
  readonly shared?: boolean;
  readonly validUntil?: string | null;
};

type WorldArrangement = {
  readonly customer: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly restrictions: readonly unknown[];
};

/** As much of a world file as screening needs (SCREENING section 7). */
export type World = {
  readonly organisation: { readonly country: string; readonly timeZone: string };
  readonly staff: readonly StaffMember[];
  readonly customers: readonly {
    readonly ref: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly identifiers: readonly WorldIdentifier[];
  }[];
  readonly arrangements: readonly WorldArrangement[];
  readonly contacts?: readonly OutsideContact[];
};

/** The protected words that both policy packs assume (CASEWORK section 6). */
const PROTECTED_WORDS = [
  "safeguarding",
  "child at risk",
  "adult at risk",
  "emergency",
  "gas leak",
  "flood",
  "fire",
  "freedom of information",
  "subject access",
  "appeal",
  "election",
  "polling",
  "ombudsman",
];

type Person = { readonly known: KnownPerson; readonly customer: RestrictedCustomer };

type Accepted = ScreeningAnswer & { readonly id: string; readonly status: "accepted"; readonly alertId: string | null };
type Rejected = { readonly id: string | null; readonly status: "rejected"; readonly errors: readonly ContactFault[] };
export type Result = Accepted | (Omit<Accepted, "status"> & { readonly status: "duplicate" }) | Rejected;

/** A fresh register with nothing screened yet; `source` is always the same. */
export function aRegister(world: World) {
  const { country } = world.organisation;
  const around = surroundingsOf(world);
  const people = peopleOf(world, around);
  const answered = new Map<string, Accepted>();
  const counted = new Map<string, CountedCall[]>();
  const raised = new Map<string, readonly RaisedAlert[]>();
  const notTheSame = new Set<string>();

  const matchesOf = (given: GivenPerson, at: number): readonly Match[] =>
    candidates(people, given).flatMap(({ known, customer }) => {
      const tier = tierOf(given, known, at);
      const gone = tier === undefined || isDropped(given, known, (key) => notTheSame.has(`${known.ref} ${key}`));
      return gone ? [] : [{ customer, tier }];
    });

  const foundFor = (contact: Contact, at: number): Found => {
    const customer = givenPerson(contact.customer, country);
    const representative = givenPerson(contact.onBehalf ?? {}, country);
    return {
      customer: matchesOf(customer, at),
      representative: matchesOf(representative, at),
      usable: isUsable(customer) || isUsable(representative),
    };
  };

  const keep = (facts: ContactFacts, screening: Screening): string | null => {
    for (const id of screening.countsFor) {
      counted.set(id, [...(counted.get(id) ?? []), { at: facts.at, conversation: facts.conversation }]);
    }
    if (screening.alert === undefined) return null;
    const before = raised.get(facts.conversation) ?? [];
    const known = alertToUpdate(before, screening.alert);
    const alert = { ...screening.alert, id: known?.id ?? `alert ${before.length + 1} of ${facts.conversation}` };
    raised.set(facts.conversation, [...before.filter(({ id }) => id !== alert.id), alert]);
    return alert.id;
  };

  const receive = (raw: unknown): Result => {
    const id = contactId(raw);
    const before = answered.get(id ?? "");
    if (before !== undefined) return { ...before, status: "duplicate" };
    const read = readContact(raw);
    if (read.status === "rejected") return { id: id ?? null, ...read };
    const facts = contactFacts(read.contact, "phone-system", around);
    const screening = screen(facts, foundFor(read.contact, facts.at), (restriction) => counted.get(restriction) ?? []);
    const result: Accepted = {
      ...screening.answer,
      id: read.contact.id,
      status: "accepted",
      alertId: keep(facts, screening),
    };
    answered.set(result.id, result);
    return result;
  };

  /** Somebody of the register team says that what this contact gives is not the customer. */
  const judgeNotTheSame = (person: WrittenPerson, ref: string): void => {
    notTheSame.add(`${ref} ${givenKey(givenPerson(person, country))}`);
  };
  return { receive, judgeNotTheSame };
}

function surroundingsOf({ organisation, staff, contacts = [] }: World): Surroundings {
  const services = staff.flatMap(({ service }) => (service === null ? [] : [service]));
  return {
    staff: staffOf(staff, contacts, services),
    timeZone: organisation.timeZone,
  };
}

function peopleOf(world: World, around: Surroundings): readonly Person[] {
  return world.customers.map((customer) => ({
    known: knownPerson(customer, world),
    customer: { ref: customer.ref, restrictions: restrictionsOf(customer.ref, world, around) },
  }));
}

function knownPerson({ ref, name, aliases, identifiers }: World["customers"][number], world: World): KnownPerson {
  const { country, timeZone } = world.organisation;
  return {
    ref,
    names: [name, ...aliases].map(foldName),
    identifiers: identifiers.flatMap((written) => {
      const found = normaliseIdentifier(written, country);
      const expiresAt = written.validUntil ? endOfLocalDay(written.validUntil, timeZone) : null;
      return found ? [{ ...found, shared: written.shared ?? false, expiresAt }] : [];
    }),
  };
}

function restrictionsOf(ref: string, { arrangements }: World, { staff }: Surroundings) {
  return arrangements.flatMap(({ customer, startsAt, endsAt, restrictions }, place) => {
    if (customer !== ref) return [];
    const protectedPhrases = foldPhrases(PROTECTED_WORDS);
    const period = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), liftedAt: null, suspendedAt: null };
    return restrictions.map((raw, number) => {
      const restriction = Restriction.parse(raw);
      return readyRestriction({ id: `r-${place}-${number}`, period, restriction, protectedPhrases }, staff);
    });
  });
}

/** As the database will: everybody who has one of the keys. Whoever it misses is missed here too. */
function candidates(people: readonly Person[], given: GivenPerson): readonly Person[] {
  const wanted = new Set(lookupKeys(given).map(({ kind, value }) => `${kind} ${value}`));
  return people.filter(({ known }) => keysOf(known).some((key) => wanted.has(key)));
}

function keysOf({ ref, names, identifiers }: KnownPerson): readonly string[] {
  return [
    `ref ${ref}`,
    ...names.map((name) => `name ${nameKey(name)}`),
    ...identifiers.map(({ kind, value }) => `${kind} ${value}`),
  ];
}
