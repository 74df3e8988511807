/** Reads a world file as far as that needs no register. */
import { type WorldDraft, withoutFaults } from "./draft.ts";
import type { WorldFault } from "./fault.ts";
import { plainFaults } from "./fault.ts";
import { World } from "./world.ts";

/** `world` when the shape is right; in any case the faults of the shape, and what can be checked further. */
export type ReadWorld = {
  readonly world: World | undefined;
  readonly draft: WorldDraft;
  readonly faults: readonly WorldFault[];
};

/** The world in a parsed JSON file. Never throws for what the file says. */
export function readWorld(json: unknown): ReadWorld {
  const parsed = World.safeParse(json, { reportInput: true });
  if (parsed.success) return { world: parsed.data, draft: json as WorldDraft, faults: [] };
  const { issues } = parsed.error;
  return { world: undefined, draft: withoutFaults(json, issues), faults: issues.flatMap(plainFaults) };
}
