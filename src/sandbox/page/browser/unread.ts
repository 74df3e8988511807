/** The unread counts of everybody, kept as they change. */
import { announce } from "./announce.ts";
import type { PeopleList } from "./people.ts";
import type { Cast, Persona } from "./places.ts";
import { unreadOf } from "./session.ts";

/** Keeps the unread counts; says whose grew, because the eye would see it. */
export function counter(
  cast: Cast,
  list: PeopleList,
  current: () => Persona | undefined,
): (mount: string) => Promise<void> {
  const counts = new Map<string, number>();
  return async (mount) => {
    const known = cast.personas.filter((persona) => persona.mount === mount);
    const found = await Promise.all(known.map(async (persona) => ({ persona, unread: await unreadOf(persona) })));
    const grown: string[] = [];
    for (const { persona, unread } of found) {
      if (unread === undefined) continue;
      const before = counts.get(persona.key);
      if (before !== undefined && unread > before && persona !== current()) grown.push(persona.name);
      counts.set(persona.key, unread);
      list.count(persona.key, unread);
    }
    if (grown.length > 0) announce(`New messages for ${[...new Set(grown)].join(", ")}.`);
  };
}
