/** What every contact of a request is read against: the organisation, its pack, its staff as far as the contacts reached them. */
import type { Sql } from "../../../db/connect.ts";
import {
  findOutside,
  listServices,
  loadStart,
  type ReachedOfficer,
  type Settings,
} from "../../../db/queries/screening/before.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import type { Contact } from "../../policy/screening/contact.ts";
import type { Surroundings } from "../../policy/screening/facts.ts";
import { personKey, staffOf } from "../../policy/screening/staff.ts";
import { foldLabel } from "../../policy/screening/words.ts";
import type { PackReader } from "./packs-read.ts";

export type Before = {
  readonly settings: Settings;
  readonly pack: Pack;
  /** The first answers to what the source sent before, by its id. */
  readonly answered: ReadonlyMap<string, unknown>;
  readonly reached: ReadonlyMap<string, ReachedOfficer>;
  readonly around: Surroundings;
  /** A service as the staff list writes it, by its folded name. */
  readonly serviceName: (folded: string | undefined) => string | null;
};

type Sent = {
  readonly source: string;
  readonly ids: readonly string[];
  readonly contacts: readonly Contact[];
  readonly packs: PackReader;
};

/** Loads what every contact is read against. */
export async function loadBefore(
  sql: Sql,
  organisation: string,
  { source, ids, contacts, packs }: Sent,
): Promise<Before> {
  const emails = given(contacts.map(({ officer }) => officer?.email));
  const extensions = given(contacts.map(({ officer }) => officer?.extension));
  const [{ settings, answered, reached }, services] = await Promise.all([
    loadStart(sql, organisation, { source, ids, emails, extensions }),
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
  const { pack } = await packs.read(settings);
  return {
    settings,
    pack,
    answered,
    reached: new Map(reached.map((officer) => [personKey(officer.email), officer])),
    around: { staff, timeZone: settings.timeZone },
    serviceName: (folded) => (folded === undefined ? null : (written.get(folded) ?? null)),
  };
}

/** Texts that say something, as people are looked up by them, each once. */
export function given(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => (text === undefined || text.trim() === "" ? [] : [personKey(text)])))];
}
