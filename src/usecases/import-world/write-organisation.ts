/** The organisation, its workspaces and tenants, its holidays, and the contacts outside its staff. */
import { isDeepStrictEqual } from "node:util";
import {
  addHolidays,
  addTenants,
  type OrganisationRow,
  saveOrganisation,
  saveOutsideContact,
} from "../../../db/queries/organisations.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Change } from "./changes.ts";
import { emailKey, type Known, tenantKey, tenantsNamed } from "./known.ts";
import { keepGiven, packNamed } from "./packs.ts";
import type { ContactEntry, World } from "./world.ts";

type Setting = { readonly known: Known; readonly sandbox: boolean; readonly at: Date };

/** Writes the organisation itself. */
export async function writeOrganisation(
  tx: Tx,
  { organisation }: World,
  { known, sandbox, at }: Setting,
): Promise<readonly Change[]> {
  const row = rowOf(organisation, { known, sandbox });
  if (!known.organisation) await keepGiven(tx, known.packs, { id: row.id, at });
  if (isDeepStrictEqual(row, known.organisation)) return [];
  await saveOrganisation(tx, row);
  return [
    { kind: "organisation", id: row.id, what: known.organisation ? "changed" : "added", facts: { pack: row.packId } },
  ];
}

/** The pack stays what it is until another is put in force; this import may be what puts the first in force. */
function rowOf(given: World["organisation"], { known, sandbox }: Omit<Setting, "at">): OrganisationRow {
  const { slug, name, country, timeZone, calendar, policyPack: packId } = given;
  const before = known.organisation;
  const packVersion = before?.packVersion ?? packNamed(packId, known.packs)?.version ?? 1;
  return {
    id: known.id,
    slug,
    name,
    country,
    timeZone,
    calendar,
    packId,
    packVersion,
    sandbox: before?.sandbox ?? sandbox,
  };
}

/** Claims workspaces and tenants, adds holidays and outside contacts. */
export async function writeSurroundings(tx: Tx, world: World, known: Known): Promise<readonly Change[]> {
  await addTenants(
    tx,
    known.id,
    tenantsNamed(world).filter((tenant) => known.tenantOwners.get(tenantKey(tenant)) !== known.id),
  );
  const days = await addHolidays(tx, known.id, world.organisation.holidays);
  const contacts: Change[] = [];
  for (const entry of world.contacts) contacts.push(...(await writeContact(tx, entry, known)));
  return [...days.map((id) => ({ kind: "holiday", id, what: "added" }) as const), ...contacts];
}

async function writeContact(tx: Tx, entry: ContactEntry, known: Known): Promise<readonly Change[]> {
  const before = known.contacts.find(({ id }) => emailKey(id) === emailKey(entry.id));
  const id = before?.id ?? entry.id;
  const row = {
    organisationId: known.id,
    id,
    name: entry.name,
    body: entry.organisation,
    phone: entry.phone ?? null,
    email: entry.email ?? null,
  };
  if (isDeepStrictEqual(row, before)) return [];
  await saveOutsideContact(tx, row);
  return [{ kind: "contact", id, what: before ? "changed" : "added" }];
}
