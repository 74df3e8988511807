/** "a named officer who shall be the sole point of telephone contact": a shut way opened through one person. */
import { accessOf, bearsOnService } from "../arrangement/access.ts";
import { openWays, servicesApart } from "../arrangement/open-ways.ts";
import type { Pack } from "../packs/pack.ts";
import type { Restriction, Scope } from "../restrictions/restriction.ts";
import { personKey } from "../screening/staff.ts";
import type { Channel } from "../vocabulary.ts";
import { openUp, shuts } from "./open-up.ts";

/** One person, by the id that a restriction names: an officer's e-mail, or a contact outside the staff. */
export type Point = { readonly officer: string; readonly deputy?: string | undefined };

/** What to open: these channels in these services, through a named officer of this clause. */
export type Opening = {
  readonly channels: readonly Channel[];
  readonly services: readonly (string | null)[];
  readonly clause: string | null;
};

/** The clause under which the pack offers a named officer; `undefined` when it does not. */
export function clauseOf(pack: Pack): string | null | undefined {
  return pack.restrictions.value.find(({ kind }) => kind === "named_officer")?.clause;
}

/** A service that no restriction names: only those for the whole organisation bear on it. */
const ELSEWHERE = "";

/**
 * The restrictions with the channels opened through this person; everything else stays as it was. `undefined` when that
 * would bind a contact that is free today, so that an alternative never restricts more than what it replaces; and when
 * somebody else is the named officer there already, because a proposal has one restriction of a kind.
 */
export function openThrough(
  restrictions: readonly Restriction[],
  point: Point,
  { channels, services, clause }: Opening,
): Restriction[] | undefined {
  const inTheWay = restrictions.filter(
    (restriction) => shuts(restriction, channels) && services.some((service) => bearsOnService(restriction, service)),
  );
  const opened = restrictions.flatMap((one) => (inTheWay.includes(one) ? openUp(one, channels) : [one]));
  const unbound = channels.filter((channel) => !services.every((service) => isThrough(opened, channel, service)));
  if (unbound.length === 0) return opened;

  const added: Restriction<"named_officer"> = {
    kind: "named_officer",
    clause,
    scope: scopeOf(inTheWay),
    parameters: {
      officer: point.officer,
      ...(point.deputy ? { deputy: point.deputy } : {}),
      channels: unbound,
    },
  };
  return bindsWhatIsFree(added, restrictions) ? undefined : withOneOfAKind(opened, added);
}

/** The named officer who is there already, for the same services, is reached by these channels too. */
function withOneOfAKind(
  restrictions: readonly Restriction[],
  added: Restriction<"named_officer">,
): Restriction[] | undefined {
  const { officer, channels = [] } = added.parameters;
  const before = restrictions.filter((one) => one.kind === "named_officer" && isSameScope(one.scope, added.scope));
  if (before.length === 0) return [...restrictions, added];
  const same = before.find((one) => isThroughThem(one, officer));
  return same && restrictions.map((one) => (one === same ? alsoBy(one, channels) : one));
}

function isThroughThem({ kind, parameters }: Restriction, officer: string): boolean {
  return kind === "named_officer" && personKey(parameters.officer) === personKey(officer);
}

function alsoBy(restriction: Restriction, channels: readonly Channel[]): Restriction {
  if (restriction.kind !== "named_officer") return restriction;
  const { parameters } = restriction;
  return { ...restriction, parameters: { ...parameters, channels: [...(parameters.channels ?? []), ...channels] } };
}

function isSameScope(one: Scope, other: Scope): boolean {
  if (one === "organisation" || other === "organisation") return one === other;
  return one.length === other.length && one.every((service) => other.includes(service));
}

function isThrough(restrictions: readonly Restriction[], channel: Channel, service: string | null): boolean {
  return restrictions.some(
    (restriction) => bearsOnService(restriction, service) && accessOf(restriction, channel)?.code === "through",
  );
}

function scopeOf(restrictions: readonly Restriction[]): Scope {
  const scopes = restrictions.map(({ scope }) => scope);
  return scopes.includes("organisation")
    ? "organisation"
    : [...new Set(scopes.flatMap((scope) => (scope === "organisation" ? [] : scope)))];
}

function bindsWhatIsFree(added: Restriction<"named_officer">, before: readonly Restriction[]): boolean {
  return [...servicesApart([...before, added]), ELSEWHERE]
    .filter((service) => bearsOnService(added, service))
    .some((service) => (added.parameters.channels ?? []).some((way) => openWays(before, service, []).includes(way)));
}
