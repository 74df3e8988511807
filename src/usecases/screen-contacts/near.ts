/** The officers that matched contacts may have to do with, and as screening knows them. */
import type { Sql } from "../../../db/connect.ts";
import { findOutside, type OutsideContact } from "../../../db/queries/screening/before.ts";
import { loadNearby, type NearbyOfficer } from "../../../db/queries/screening/people.ts";
import { peopleNamed } from "../../policy/screening/ready.ts";
import { type Staff, staffOf } from "../../policy/screening/staff.ts";
import type { Chat } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Earlier } from "./decided.ts";
import { everybody } from "./earlier.ts";
import type { Matched } from "./matched.ts";
import type { Person } from "./people.ts";
import { type Before, given } from "./surroundings.ts";

export type Nearby = { readonly officers: readonly NearbyOfficer[]; readonly staff: Staff };

/** The request that asks. */
type Asking = {
  readonly organisation: string;
  readonly at: Date;
  readonly chats: ReadonlySet<Chat>;
  readonly before: Before;
};

/** While nobody was found. */
export const nobodyNear = ({ around }: Before): Nearby => ({ officers: [], staff: around.staff });

/** Those around matched contacts. */
export async function nearbyOf(
  sql: Sql,
  { organisation, at, chats, before }: Asking,
  somebody: readonly Matched[],
): Promise<Nearby> {
  if (somebody.length === 0) return nobodyNear(before);
  const services = new Set(somebody.flatMap(({ facts }) => before.serviceName(facts.service) ?? []));
  const reached = new Set(somebody.flatMap(({ facts }) => facts.reached ?? []));
  return await loadAround(sql, organisation, {
    people: somebody.flatMap(everybody),
    reached: [...reached],
    services: [...services],
    chats,
    day: localDate(at, before.settings.timeZone),
  });
}

/**
 * With the officers of earlier legs, who may have to be told now that it is sure whose they were, and who manages the
 * services: for most requests nobody.
 */
export async function withReachedBefore(
  sql: Sql,
  { organisation, at, chats, before }: Asking,
  { around, earlier }: { readonly around: Nearby; readonly earlier: Earlier },
): Promise<Nearby> {
  const waiting = earlier.alerts.filter(({ outcome }) => outcome === "possible_match");
  const legs = waiting.flatMap(({ reached }) => reached);
  if (legs.length === 0) return around;
  const emails = [...new Set(legs.flatMap(({ person }) => person ?? []))];
  const services = [...new Set(legs.flatMap(({ service }) => service ?? []))];
  const day = localDate(at, before.settings.timeZone);
  const found = await loadNearby(sql, organisation, { emails, services, chats, day });
  const ids = new Set(around.officers.map(({ id }) => id));
  return { ...around, officers: [...around.officers, ...found.filter(({ id }) => !ids.has(id))] };
}

type NearbySearch = {
  readonly people: readonly Person[];
  readonly reached: readonly string[];
  readonly services: readonly string[];
  readonly chats: ReadonlySet<Chat>;
  readonly day: string;
};

/** Loads the people that restrictions name with their deputies, and whoever may have to be told. */
async function loadAround(
  sql: Sql,
  organisation: string,
  { people, reached, services, chats, day }: NearbySearch,
): Promise<Nearby> {
  const named = given(
    people.flatMap(({ restrictions }) => restrictions.flatMap(({ restriction }) => peopleNamed(restriction))),
  );
  const [officers, outside] = await Promise.all([
    loadNearby(sql, organisation, { emails: [...new Set([...named, ...reached])], services, chats, day }),
    findOutside(sql, organisation, named),
  ]);
  return { officers, staff: asStaff(officers, outside) };
}

function asStaff(officers: readonly NearbyOfficer[], outside: readonly OutsideContact[]): Staff {
  const emails = new Map(officers.map(({ id, email }) => [id, email]));
  const members = officers.map(({ deputy, ...officer }) => ({
    ...officer,
    deputy: (deputy && emails.get(deputy)) ?? null,
  }));
  return staffOf(members, outside, []);
}
