/** Who can be played: the people of every local chat server, with what the sandbox says about them. */
import type { Place } from "../../wire.ts";
import type { SandboxCouncil, SandboxFacts } from "../facts.ts";
import { get } from "./talk.ts";

export type Chat = "slack" | "teams";

/** One person in one chat. Somebody with both chats is two personas, as they have two accounts. */
export type Persona = {
  /** Unique on the page. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly service: string;
  readonly chat: Chat;
  /** Where the person's routes are: "/sandbox/slack/-/people/U1". */
  readonly path: string;
  readonly mount: string;
  readonly council: SandboxCouncil | undefined;
  readonly place: Place;
};

export type Cast = {
  readonly personas: readonly Persona[];
  readonly councils: readonly SandboxCouncil[];
  readonly mounts: readonly { readonly chat: Chat; readonly mount: string }[];
};

/** Everybody, or nothing when the servers are away. */
export async function loadCast(): Promise<Cast | undefined> {
  const facts = await get<SandboxFacts>("/-/sandbox.json");
  if (facts === undefined) return undefined;
  const places = await Promise.all(facts.places.map(({ mount }) => get<Place>(`${mount}/-/place`)));
  const personas = places.flatMap((place, index) =>
    place === undefined ? [] : personasOf(place, facts.places[index]?.mount ?? "", facts.councils),
  );
  return { personas, councils: facts.councils, mounts: facts.places };
}

function personasOf(place: Place, mount: string, councils: readonly SandboxCouncil[]): Persona[] {
  const council = councils.find(({ chats }) => chats.includes(place.id));
  return place.people.map((person) => {
    const known = council?.people?.[person.id];
    return {
      key: `${place.chat} ${person.id}`,
      id: person.id,
      name: person.name,
      role: known?.role ?? person.title ?? "",
      service: known?.service ?? "",
      chat: place.chat,
      path: `${mount}/-/people/${encodeURIComponent(person.id)}`,
      mount,
      council,
      place,
    };
  });
}

export const CHAT_NAME = { slack: "Slack", teams: "Teams" } as const;

/** The letters of the round picture. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return `${words[0]?.[0] ?? "?"}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
}
