/** The packs that come with the product. A decision stores id and version, so an old version stays on the shelf. */
import type { Pack } from "./pack.ts";
import { parsePack } from "./parse-pack.ts";
import persistentAndAbusiveBehaviour from "./persistent-and-abusive-behaviour.json" with { type: "json" };
import unacceptableActions from "./unacceptable-actions.json" with { type: "json" };

/** All packs on the shelf, checked when this file is loaded: a broken one is a bug and stops the start. */
export const PACKS: readonly Pack[] = [persistentAndAbusiveBehaviour, unacceptableActions].map(checked);

/** The pack by which something was decided; without a version, the newest. `undefined` when there is none. */
export function packById(id: string, version?: number): Pack | undefined {
  return PACKS.filter((pack) => pack.id === id && (version === undefined || pack.version === version)).toSorted(
    (one, other) => other.version - one.version,
  )[0];
}

function checked(json: unknown): Pack {
  const parsed = parsePack(json);
  if (parsed.ok) return parsed.pack;
  throw new Error(parsed.faults.map(({ path, message }) => `${path}: ${message}`).join("; "));
}
