import type { RestrictionKind } from "../vocabulary.ts";
import type { ContactFacts } from "./facts.ts";
import type { ReadyRestriction } from "./ready.ts";

/** From its start, included, to its end, excluded, unless lifted or suspended by then (SCREENING section 4). */
export function isInForce({ period }: ReadyRestriction, at: number): boolean {
  const { startsAt, endsAt, liftedAt, suspendedAt } = period;
  return (
    startsAt <= at &&
    at < endsAt &&
    !(liftedAt !== null && liftedAt <= at) &&
    !(suspendedAt !== null && suspendedAt <= at)
  );
}

const EITHER_DIRECTION: ReadonlySet<RestrictionKind> = new Set([
  "witnessed",
  "home_visits",
  "no_contact_with_officers",
]);

/** Whether it has a say: a contact of its direction and, when it is limited to services, of none that is another. */
export function bearsOn({ kind, services }: ReadyRestriction, { direction, service }: ContactFacts): boolean {
  if (direction === "outbound" && !EITHER_DIRECTION.has(kind)) return false;
  return services === undefined || service === undefined || services.has(service);
}
