/** The unread counts of everybody, kept as they change. */
import type { Unread } from "../../wire.ts";
import { announce } from "./announce.ts";
import type { PeopleList } from "./people.ts";
import type { Cast, Persona } from "./places.ts";
import { get } from "./talk.ts";

/** Keeps the unread counts; says whose grew, because the eye would see it. */
export function counter(
  cast: Cast,
  list: PeopleList,
  current: () => Persona | undefined,
): (mount: string) => Promise<void> {
  const counts = new Map<string, number>();
  return async (mount) => {
    const found = await get<Unread>(`${mount}/-/unread`);
    const grown: string[] = [];
    for (const persona of cast.personas) {
      const unread = persona.mount === mount ? found?.[persona.id] : undefined;
      if (unread === undefined) continue;
      const before = counts.get(persona.key);
      if (before !== undefined && unread > before && persona !== current()) grown.push(persona.name);
      counts.set(persona.key, unread);
      list.count(persona.key, unread);
    }
    if (grown.length > 0) announce(`New messages for ${[...new Set(grown)].join(", ")}.`);
  };
}
