/** Which ways stay open for the customer themselves under all restrictions together. */
import type { Restriction } from "../restrictions/restriction.ts";
import { personKey } from "../screening/staff.ts";
import type { Channel } from "../vocabulary.ts";
import { type Access, accessOf, bearsOnService } from "./access.ts";

/** What a customer can start by themselves and be heard; social media, meetings and home visits are not enough. */
const WAYS: readonly Channel[] = ["phone", "email", "letter", "visit", "web_form", "text_message"];

/** The ways with one service, or with any when the service is null. `away`: named officers who are away, without a deputy. */
export function openWays(
  restrictions: readonly Restriction[],
  service: string | null,
  away: readonly string[],
): Channel[] {
  const bearing = restrictions.filter((restriction) => bearsOnService(restriction, service));
  return WAYS.filter((channel) => {
    const asked = bearing.map((restriction) => accessOf(restriction, channel)).filter((access) => access !== undefined);
    return !asked.some(shut) && somebodyIsLeft(asked, away);
  });
}

/** The services that the restrictions tell apart; null stands for every other service. */
export function servicesApart(restrictions: readonly Restriction[]): (string | null)[] {
  const named = restrictions.flatMap(({ scope }) => (scope === "organisation" ? [] : scope));
  return named.length === 0 ? [null] : [...new Set(named)];
}

function shut({ code }: Access): boolean {
  return code === "closed" || code === "representative";
}

/** Two sole points of contact that are not the same person leave nobody to speak to. A file writes an e-mail its own way. */
function somebodyIsLeft(asked: readonly Access[], away: readonly string[]): boolean {
  const gone = [...away, ...asked.flatMap((access) => (access.code === "not_with" ? access.officers : []))];
  const without = new Set(gone.map(personKey));
  const circles = asked.flatMap((access) =>
    access.code === "through" ? [[access.officer, access.deputy].flatMap((id) => (id ? [personKey(id)] : []))] : [],
  );
  const [first, ...others] = circles;
  if (first === undefined) return true;
  return first.some((id) => !without.has(id) && others.every((circle) => circle.includes(id)));
}
