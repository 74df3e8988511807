/** "Together the arrangement leaves no channel the customer can use": what holds beside a proposal (CASEWORK section 2). */
import { bearsOnService } from "../arrangement/access.ts";
import { openWays, servicesApart } from "../arrangement/open-ways.ts";
import type { Restriction } from "../restrictions/restriction.ts";
import type { Channel, Need } from "../vocabulary.ts";
import { canUse } from "./usable-ways.ts";

/** Another arrangement of the customer, as far as it falls into the time of the proposal. */
export type Beside = {
  readonly ref: string;
  /** Milliseconds since 1970, half-open: from the later beginning of the two to the end of this one. */
  readonly from: number;
  readonly until: number;
  readonly restrictions: readonly Restriction[];
};

/** What shuts the last way with a service that neither shuts alone. */
export type ShutTogether = {
  /** Null: whichever; empty: one that no restriction names. */
  readonly service: string | null;
  /** No more of them than it takes. */
  readonly beside: readonly Beside[];
  /** The ways that these leave open without the proposal, and those of them that the customer can use. */
  readonly left: readonly Channel[];
  readonly usable: readonly Channel[];
  /** What is open with the proposal, and the customer can use none of it; empty when nothing is open at all. */
  readonly ways: readonly Channel[];
};

/** A service that no restriction names: where the others leave no way with one that they name, there may be one here. */
const ELSEWHERE = "";

type Facts = {
  readonly restrictions: readonly Restriction[];
  readonly beside: readonly Beside[];
  /** Named officers who are away without a deputy. */
  readonly away: readonly string[];
};

/**
 * Service by service, and for each time at which other arrangements hold at once. A ban on all contact names its own way,
 * which no other restriction shuts; and where the others leave no way by themselves, the proposal is not what shuts it.
 */
export function shutTogether(facts: Facts, needs: readonly Need[]): readonly ShutTogether[] {
  const { restrictions, beside } = facts;
  if (restrictions.some(isBan)) return [];
  return heldAtOnce(beside).flatMap((held) =>
    [...servicesApart([...restrictions, ...restrictionsIn(held)]), ELSEWHERE].flatMap((service) =>
      shutIn(service, { ...facts, beside: held }, needs),
    ),
  );
}

function shutIn(service: string | null, { restrictions, beside, away }: Facts, needs: readonly Need[]): ShutTogether[] {
  const others = restrictionsIn(beside);
  const open = (list: readonly Restriction[]) => openWays(list, service, away);
  const usable = (list: readonly Restriction[]) => open(list).filter((way) => canUse(way, needs));
  const isShut = (some: readonly Beside[]) => usable([...restrictions, ...restrictionsIn(some)]).length === 0;
  const banned = others.some((one) => isBan(one) && bearsOnService(one, service));
  if (banned || usable(restrictions).length === 0 || usable(others).length === 0 || !isShut(beside)) return [];

  const fewest = beside.reduce((some, one) => (isShut(without(some, one)) ? without(some, one) : some), beside);
  const left = open(restrictionsIn(fewest));
  const ways = open([...restrictions, ...restrictionsIn(fewest)]);
  return [{ service, beside: fewest, left, usable: left.filter((way) => canUse(way, needs)), ways }];
}

/** What is open with each service that the proposal bears on, whenever others hold as well. */
export function openWithOthers({ restrictions, beside, away }: Facts): readonly (readonly Channel[])[] {
  return heldAtOnce(beside).flatMap((held) => {
    const all = [...restrictions, ...restrictionsIn(held)];
    return servicesApart(all)
      .filter((service) => restrictions.some((one) => bearsOnService(one, service)))
      .map((service) => openWays(all, service, away));
  });
}

const isBan = ({ kind }: Restriction): boolean => kind === "all_contact";

/** All that these arrangements restrict. */
export function restrictionsIn(beside: readonly Beside[]): readonly Restriction[] {
  return beside.flatMap(({ restrictions }) => restrictions);
}

const without = (some: readonly Beside[], one: Beside): readonly Beside[] => some.filter((other) => other !== one);

/** Those that hold from each instant at which one of them begins or ends: in between, they stay the same. */
function heldAtOnce(beside: readonly Beside[]): readonly (readonly Beside[])[] {
  const instants = [...new Set(beside.flatMap(({ from, until }) => [from, until]))];
  return instants
    .map((at) => beside.filter(({ from, until }) => from <= at && at < until))
    .filter((held) => held.length > 0);
}
