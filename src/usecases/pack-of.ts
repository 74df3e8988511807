import type { Pack } from "../policy/packs/pack.ts";
import { packById } from "../policy/packs/shelf.ts";

/**
 * The pack that something was decided by, or that an organisation goes by now.
 * @throws when it is not on the shelf: a record that cannot be read is a bug, never a guess
 */
export function packOf({ packId, packVersion }: { readonly packId: string; readonly packVersion: number }): Pack {
  const pack = packById(packId, packVersion);
  if (!pack) throw new Error(`policy pack ${packId} version ${packVersion} is not on the shelf`);
  return pack;
}
