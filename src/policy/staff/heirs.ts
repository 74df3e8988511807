/** Who takes over what somebody who has left had in hand (CASEWORK section 4: the line; section 5: the deputy first). */
import { byName, isReachable, type Officer, type Staff } from "./officer.ts";
import { lineOf, standIn } from "./stand-in.ts";

/**
 * Everybody it may go to, the first one first: the deputy, the line managers, the nearest first, and the register team.
 * Only people whom a card reaches now; empty when it reaches none of them.
 */
export function heirsOf(staff: Staff, leaver: Officer): Officer[] {
  const gone: Officer = { ...leaver, status: "left" };
  const team = staff.filter(({ roles }) => roles.includes("register_team")).toSorted(byName);
  const order = [standIn(staff, gone), ...lineOf(staff, leaver), ...team].filter((one) => one !== undefined);
  return [...new Set(order)].filter((officer) => officer.id !== leaver.id && isReachable(officer));
}

/** What an heir must have no part in: who owns a proposal does not decide it, and did not report what it rests on. */
export type HandedProposal = { readonly involved: readonly string[]; readonly asked: readonly string[] };

/** The first heir who may take a proposal over; `undefined` when all of them have a part in it. */
export function proposerAfter(heirs: readonly Officer[], { involved, asked }: HandedProposal): Officer | undefined {
  return heirs.find(({ id }) => !involved.includes(id) && !asked.includes(id));
}
