/** Whom the alert of one contact goes to besides the register team (SCREENING section 6). */
import type { ReachedOfficer } from "../../../db/queries/screening/before.ts";
import { personKey } from "../../policy/screening/staff.ts";
import { isReachable } from "../../policy/staff/officer.ts";
import { triageOfficer } from "../../policy/staff/who-hears.ts";
import type { Told } from "./alert-draft.ts";
import type { Nearby } from "./near.ts";

export type Reaching = {
  readonly officer: Pick<ReachedOfficer, "id"> | undefined;
  /** As the staff list writes it. */
  readonly service: string | null;
  /** Keys of the named officers and readers that the handling sends it to. */
  readonly sendTo: readonly string[];
};

/**
 * The officer reached; when there is none, or no account reaches them, whoever manages the service, else the line
 * manager; and the named officer or reader who is on the staff. Each once, by the first of these parts.
 */
export function whoIsTold({ officers }: Nearby, { officer, service, sendTo }: Reaching): readonly Told[] {
  const reached = officers.find(({ id }) => id === officer?.id);
  const first: readonly Told[] =
    reached && isReachable(reached) ? [{ officer: reached.id, part: "reached" }] : standingIn();
  const answering = officers.filter((one) => sendTo.includes(personKey(one.email)) && isReachable(one));
  const told: readonly Told[] = [
    ...first.filter(isReached),
    ...answering.map(({ id }) => ({ officer: id, part: "point_of_contact" }) as const),
    ...first,
  ];
  return eachOnce(told);

  function standingIn(): readonly Told[] {
    const found = triageOfficer(officers, service, officer?.id ?? "");
    return found.code === "found" ? [{ officer: found.officer.id, part: "standing_in" }] : [];
  }
}

/** Those told now, and those whom earlier legs go to, of which nobody could say yet whom they had to do with. */
export function toldAtLast(nearby: Nearby, now: readonly Told[], earlier: readonly Reaching[]): readonly Told[] {
  const then = earlier.flatMap((leg) => whoIsTold(nearby, leg));
  return eachOnce([...now, ...then.filter(isReached), ...then]);
}

/** Each officer by the first of their parts. */
function eachOnce(told: readonly Told[]): readonly Told[] {
  return told.filter(({ officer: id }, place) => told.findIndex((one) => one.officer === id) === place);
}

const isReached = ({ part }: Told): boolean => part === "reached";
