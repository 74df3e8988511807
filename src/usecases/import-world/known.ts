/** What the register knows before an import, read in its transaction. */
import {
  type KnownArrangement,
  type KnownCustomer,
  loadArrangements,
  loadCustomers,
} from "../../../db/queries/customers.ts";
import { type AccountRow, loadAccounts, loadOfficers, type OfficerRow } from "../../../db/queries/officers.ts";
import {
  findOrganisation,
  loadOutsideContacts,
  loadTenantOwners,
  type OrganisationRow,
  type OutsideContactRow,
  type Tenant,
} from "../../../db/queries/organisations.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { referenceKey } from "../../policy/reference-key.ts";
import { entriesOf, type WorldDraft } from "./draft.ts";
import { loadPackChoice, type PackChoice } from "./packs.ts";

export type Known = {
  readonly packs: PackChoice;
  readonly id: string;
  /** Undefined before the first import. */
  readonly organisation: OrganisationRow | undefined;
  /** By e-mail in lower case. */
  readonly staff: ReadonlyMap<string, OfficerRow>;
  readonly accounts: readonly AccountRow[];
  readonly contacts: readonly OutsideContactRow[];
  /** By reference in upper case. */
  readonly customers: ReadonlyMap<string, KnownCustomer>;
  /** By reference. */
  readonly arrangements: ReadonlyMap<string, KnownArrangement>;
  /** `chat:tenant` to the organisation that has it, of those the file names. */
  readonly tenantOwners: ReadonlyMap<string, string>;
};

/** A world file, and the pack that came with it. */
export type Given = { readonly draft: WorldDraft; readonly pack: Pack | undefined };

/** Reads all that a world file may touch. */
export async function loadKnown(tx: Tx, id: string, { draft, pack }: Given): Promise<Known> {
  const customers = await loadCustomers(tx, id);
  const arrangements = await loadArrangements(tx, id);
  const staff = await loadOfficers(tx, id);
  const organisation = await findOrganisation(tx, id);
  return {
    packs: await loadPackChoice(tx, organisation, pack),
    id,
    organisation,
    staff: new Map(staff.map((member) => [emailKey(member.email), member])),
    accounts: await loadAccounts(tx, id),
    contacts: await loadOutsideContacts(tx, id),
    customers: new Map(customers.map((customer) => [referenceKey(customer.ref), customer])),
    arrangements: new Map(arrangements.map((arrangement) => [arrangement.ref, arrangement])),
    tenantOwners: await loadTenantOwners(tx, tenantsNamed(draft)),
  };
}

export const emailKey = (email: string): string => email.trim().toLowerCase();
export const tenantKey = ({ chat, tenant }: Tenant): string => `${chat}:${tenant}`;

/** The workspaces and tenants of a file: those it declares and those of its staff, each once. */
export function tenantsNamed({ organisation, staff }: WorldDraft): readonly Tenant[] {
  const members = entriesOf(staff).map(([, member]) => member);
  const slack = [...(organisation?.slack?.teamIds ?? []), ...members.map((member) => member.slack?.teamId)];
  const teams = [...(organisation?.teams?.tenantIds ?? []), ...members.map((member) => member.teams?.tenantId)];
  return [
    ...tenantsOf("slack", slack),
    ...tenantsOf(
      "teams",
      teams.map((tenant) => tenant?.toLowerCase()),
    ),
  ];
}

function tenantsOf(chat: Tenant["chat"], ids: readonly (string | undefined)[]): readonly Tenant[] {
  const named = ids.flatMap((id) => (id === undefined || id.trim() === "" ? [] : [id.trim()]));
  return [...new Set(named)].map((tenant) => ({ chat, tenant }));
}
