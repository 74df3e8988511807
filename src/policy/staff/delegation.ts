/** Who decides for whom, and when: recorded ahead, with dates (CASEWORK section 4: "their delegate for the dates"). */
import { Temporal } from "temporal-polyfill";
import { type Officer, officerById, type Staff } from "./officer.ts";
import { followDeputies } from "./stand-in.ts";

/** Somebody is away from the first day to the last, both included; ISO dates where the organisation is. */
export type Delegation = {
  readonly from: string;
  /** Null: their deputy on the staff list. */
  readonly to: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
};

/**
 * The staff as they are on that day: whoever has a delegation is away, and the delegate is their deputy. Everything
 * that asks who is present or who stands in goes by this list.
 */
export function staffOn<Member extends Officer>(
  staff: readonly Member[],
  delegations: readonly Delegation[],
  day: string,
): Member[] {
  const today = delegations.filter((delegation) => covers(delegation, day));
  return staff.map((officer) => {
    const own = today.find(({ from }) => from === officer.id);
    if (!own || officer.status === "left") return officer;
    return { ...officer, status: "absent", deputy: own.to ?? officer.deputy };
  });
}

/** Their last day away by what is recorded ahead, without a day between; `null` when nothing covers that day. ISO dates. */
export function awayUntil(officer: string, delegations: readonly Delegation[], day: string): string | null {
  const covering = delegations.find((one) => one.from === officer && covers(one, day));
  if (!covering) return null;
  return awayUntil(officer, delegations, dayAfter(covering)) ?? covering.endsOn;
}

export type DelegationRefusal =
  | { readonly code: "to-oneself" }
  | { readonly code: "ends-before-it-starts" }
  | { readonly code: "over-already" }
  /** The delegate is not on the staff list, or has left. */
  | { readonly code: "unknown-delegate" }
  /** Another delegation of the same person covers some of these days. */
  | { readonly code: "overlaps"; readonly other: Delegation }
  /** On that day the delegates hand it round in a circle, through these people. */
  | { readonly code: "cycle"; readonly on: string; readonly through: readonly string[] };

/** Why this delegation may not be recorded; `undefined` when it may. `today` is an ISO date. */
export function refuseDelegation(
  delegation: Delegation,
  { staff, others }: { staff: Staff; others: readonly Delegation[] },
  today: string,
): DelegationRefusal | undefined {
  const { from, to, startsOn, endsOn } = delegation;
  const other = others.find((one) => one.from === from && one.startsOn <= endsOn && startsOn <= one.endsOn);
  if (to === from) return { code: "to-oneself" };
  if (endsOn < startsOn) return { code: "ends-before-it-starts" };
  if (endsOn < today) return { code: "over-already" };
  if (to !== null && (officerById(staff, to)?.status ?? "left") === "left") return { code: "unknown-delegate" };
  if (other) return { code: "overlaps", other };

  const all = [...others, delegation];
  for (const day of daysOfChange(delegation, all)) {
    const onDay = staffOn(staff, all, day);
    const away = officerById(onDay, from);
    const found = away && followDeputies(onDay, away);
    if (found?.code === "cycle") return { code: "cycle", on: day, through: found.through };
  }
  return undefined;
}

/** Who is away changes only when a delegation starts and on the day after one ends; other days are like the day before. */
function daysOfChange(delegation: Delegation, all: readonly Delegation[]): string[] {
  const changes = all.flatMap((one) => [one.startsOn, dayAfter(one)]);
  return [...new Set(changes)].filter((day) => covers(delegation, day)).toSorted();
}

const dayAfter = ({ endsOn }: Delegation): string => Temporal.PlainDate.from(endsOn).add({ days: 1 }).toString();

function covers({ startsOn, endsOn }: Delegation, day: string): boolean {
  return startsOn <= day && day <= endsOn;
}
