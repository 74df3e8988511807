/** The packs that a world file may name: what is in force; at a first import what came with the file, or the product's. */
import { isDeepStrictEqual } from "node:util";
import type { OrganisationRow } from "../../../db/queries/organisations.ts";
import { keepPack } from "../../../db/queries/packs.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { PACKS, packById } from "../../policy/packs/shelf.ts";
import { packOf } from "../pack-of.ts";
import type { WorldDraft } from "./draft.ts";
import { fault, type WorldFault } from "./fault.ts";

/** The choice of an organisation; one that is there already has no other than the one in force. */
export type PackChoice = { readonly inForce: Pack | undefined; readonly given: Pack | undefined };

/** Reads what is in force; `given` came with the file. */
export async function loadPackChoice(
  tx: Tx,
  organisation: OrganisationRow | undefined,
  given: Pack | undefined,
): Promise<PackChoice> {
  return { inForce: organisation && (await packOf(tx, organisation.id, organisation)), given };
}

/** The pack of this id that the organisation may have. */
export function packNamed(id: string | undefined, { inForce, given }: PackChoice): Pack | undefined {
  const name = id?.trim() ?? "";
  if (inForce) return inForce.id === name ? inForce : undefined;
  return given?.id === name ? given : packById(name);
}

/** A pack that nobody has, and one that would take the place of another without being put in force. */
export function packFaults({ organisation }: WorldDraft, choice: PackChoice): readonly WorldFault[] {
  const name = organisation?.policyPack;
  const { inForce, given } = choice;
  if (name === undefined) return [];
  const at = (message: string) => [fault(["organisation", "policyPack"], message)];
  if (inForce && (inForce.id !== name.trim() || (given && !isDeepStrictEqual(given, inForce))))
    return at(`is ${inForce.id} version ${inForce.version} in the register. Another is put in force by "policy adopt"`);
  if (!packNamed(name, choice))
    return at(`is not one of: ${[...PACKS, ...(given ? [given] : [])].map(({ id }) => id).join(", ")}`);
  const shelved = given && packById(given.id, given.version);
  return shelved && !isDeepStrictEqual(shelved, given)
    ? at(`is another text than version ${given.version} that came with the product. Give it a higher version`)
    : [];
}

/** Keeps a pack that came with the file, unless the product has it. */
export async function keepGiven(tx: Tx, { given }: PackChoice, { id, at }: { id: string; at: Date }): Promise<void> {
  if (!given || packById(given.id, given.version)) return;
  await keepPack(tx, { organisationId: id, id: given.id, version: given.version, content: given, adoptedAt: at });
}
