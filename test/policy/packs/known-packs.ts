import type { Pack } from "../../../src/policy/packs/pack.ts";
import { packById } from "../../../src/policy/packs/shelf.ts";

function known(id: string): Pack {
  const pack = packById(id);
  if (!pack) throw new Error(`no pack ${id}`);
  return pack;
}

export const PERSISTENT = known("persistent-and-abusive-behaviour");
export const UNACCEPTABLE = known("unacceptable-actions");
