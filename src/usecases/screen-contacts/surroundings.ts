/** The staff of a request as screening wants it: whom the contacts reached, and whom restrictions name. */
import type { Sql } from "../../../db/connect.ts";
import {
  findOutside,
  findReached,
  listServices,
  loadSettings,
  type OutsideContact,
  type ReachedOfficer,
  type Settings,
} from "../../../db/queries/screening/before.ts";
import { loadNearby, type NearbyOfficer } from "../../../db/queries/screening/people.ts";
import type { Contact } from "../../policy/screening/contact.ts";
import type { Surroundings } from "../../policy/screening/facts.ts";
import { peopleNamed } from "../../policy/screening/ready.ts";
import { personKey, type Staff, staffOf } from "../../policy/screening/staff.ts";
import { foldLabel, foldPhrases } from "../../policy/screening/words.ts";
import type { Chat } from "../../policy/vocabulary.ts";
import { packFrom } from "../pack-of.ts";
import type { Person } from "./people.ts";

export type Before = {
  readonly settings: Settings;
  readonly reached: ReadonlyMap<string, ReachedOfficer>;
  readonly around: Surroundings;
  /** A service as the staff list writes it, by its folded name. */
  readonly serviceName: (folded: string | undefined) => string | null;
};

/** Loads what every contact is read against. */
export async function loadBefore(sql: Sql, organisation: string, contacts: readonly Contact[]): Promise<Before> {
  const emails = given(contacts.map(({ officer }) => officer?.email));
  const extensions = given(contacts.map(({ officer }) => officer?.extension));
  const [settings, reached, services] = await Promise.all([
    loadSettings(sql, organisation),
    findReached(sql, organisation, { emails, extensions }),
    contacts.some(({ service }) => service !== undefined) ? listServices(sql, organisation) : [],
  ]);
  const known = new Set(reached.map(({ email }) => personKey(email)));
  const outside = await findOutside(
    sql,
    organisation,
    emails.filter((email) => !known.has(email)),
  );
  // A deputy matters only where a restriction names somebody; those people are loaded later.
  const staff = staffOf(
    reached.map((officer) => ({ ...officer, deputy: null })),
    outside,
    services,
  );
  const written = new Map(
    [...services, ...reached.map(({ service }) => service)].map((name) => [foldLabel(name), name]),
  );
  const protectedPhrases = foldPhrases(packFrom(settings.keptPack, settings).protectedWords.value);
  return {
    settings,
    reached: new Map(reached.map((officer) => [personKey(officer.email), officer])),
    around: { staff, timeZone: settings.timeZone, protectedPhrases },
    serviceName: (folded) => (folded === undefined ? null : (written.get(folded) ?? null)),
  };
}

/** The officers around matched contacts, and as screening knows them. */
export type Nearby = { readonly officers: readonly NearbyOfficer[]; readonly staff: Staff };

type NearbySearch = {
  readonly people: readonly Person[];
  readonly reached: readonly string[];
  readonly services: readonly string[];
  readonly chats: ReadonlySet<Chat>;
};

/** Loads the people that restrictions name with their deputies, and whoever may have to be told. */
export async function loadAround(
  sql: Sql,
  organisation: string,
  { people, reached, services, chats }: NearbySearch,
): Promise<Nearby> {
  const named = given(
    people.flatMap(({ restrictions }) => restrictions.flatMap(({ restriction }) => peopleNamed(restriction))),
  );
  const [officers, outside] = await Promise.all([
    loadNearby(sql, organisation, { emails: [...new Set([...named, ...reached])], services, chats }),
    findOutside(sql, organisation, named),
  ]);
  return { officers, staff: asStaff(officers, outside) };
}

function asStaff(officers: readonly NearbyOfficer[], outside: readonly OutsideContact[]): Staff {
  const emails = new Map(officers.map(({ id, email }) => [id, email]));
  const members = officers.map(({ deputy, ...officer }) => ({
    ...officer,
    deputy: (deputy && emails.get(deputy)) ?? null,
  }));
  return staffOf(members, outside, []);
}

function given(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => (text === undefined || text.trim() === "" ? [] : [personKey(text)])))];
}
