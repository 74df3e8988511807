/** The pack that something was decided by, or that an organisation goes by now. */
import { findKeptPack, type PackKey } from "../../db/queries/packs.ts";
import type { Tx } from "../../db/transaction.ts";
import { Pack } from "../policy/packs/pack.ts";
import { packById } from "../policy/packs/shelf.ts";

/**
 * The pack of this id and version: as the organisation put it in force, else as it came with the product.
 * @throws when there is none, or none that can be read: such a record is a bug, never a guess
 */
export async function packOf(tx: Tx, organisation: string, key: PackKey): Promise<Pack> {
  return packFrom(await findKeptPack(tx, organisation, key), key);
}

/** The same where what the organisation keeps was read already; nothing kept: the pack that came with the product. */
export function packFrom(kept: unknown, { packId, packVersion }: PackKey): Pack {
  const name = `policy pack ${packId} version ${packVersion}`;
  if (kept === undefined || kept === null) {
    const pack = packById(packId, packVersion);
    if (pack) return pack;
    throw new Error(`${name} is not on the shelf`);
  }
  // Its shape only: what is looked for in new packs may grow, and what was decided by an old one stays readable.
  const { data, error } = Pack.safeParse(kept);
  if (data) return data;
  throw new Error(`${name} cannot be read: ${error.issues.map(({ path }) => path.join(".")).join(", ")}`);
}
