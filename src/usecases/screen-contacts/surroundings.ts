/** What every contact of a request is read against: the organisation, its pack, its staff as far as the contacts reached them. */
import {
  findOutside,
  listServices,
  loadStart,
  type ReachedOfficer,
  type Settings,
} from "../../../db/queries/screening/before.ts";
import { sqlOf, type Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import type { Contact } from "../../policy/screening/contact.ts";
import type { Surroundings } from "../../policy/screening/facts.ts";
import { once } from "../../policy/screening/local-time.ts";
import { personKey, staffOf } from "../../policy/screening/staff.ts";
import { foldLabel, foldPhrases } from "../../policy/screening/words.ts";
import { packOf } from "../pack-of.ts";

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

/** Packs as they were read before. One of a version never changes (decision 8), and reading it takes longer than screening. */
export type PacksRead = Map<string, Pack>;

type Sent = {
  readonly source: string;
  readonly ids: readonly string[];
  readonly contacts: readonly Contact[];
  readonly packs: PacksRead;
};

/** Loads what every contact is read against. */
export async function loadBefore(
  tx: Tx,
  organisation: string,
  { source, ids, contacts, packs }: Sent,
): Promise<Before> {
  const sql = sqlOf(tx);
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
  const pack = await packOnce(tx, organisation, { settings, packs });
  // Nobody asks for them unless somebody was found.
  const phrases = once(() => foldPhrases(pack.protectedWords.value));
  return {
    settings,
    pack,
    answered,
    reached: new Map(reached.map((officer) => [personKey(officer.email), officer])),
    around: {
      staff,
      timeZone: settings.timeZone,
      get protectedPhrases() {
        return phrases();
      },
    },
    serviceName: (folded) => (folded === undefined ? null : (written.get(folded) ?? null)),
  };
}

async function packOnce(
  tx: Tx,
  organisation: string,
  { settings, packs }: { readonly settings: Settings; readonly packs: PacksRead },
): Promise<Pack> {
  const key = JSON.stringify([organisation, settings.packId, settings.packVersion]);
  const pack = packs.get(key) ?? (await packOf(tx, organisation, settings));
  packs.set(key, pack);
  return pack;
}

/** Texts that say something, as people are looked up by them, each once. */
export function given(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => (text === undefined || text.trim() === "" ? [] : [personKey(text)])))];
}
