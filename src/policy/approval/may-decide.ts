/** "decisions … are only taken after careful consideration … by a senior member of staff": one who had no part in it. */
import { carriesAuthority } from "../packs/approver-needs.ts";
import type { Pack } from "../packs/pack.ts";
import { byName, isReachable, type Officer, type Staff } from "../staff/officer.ts";
import { standIn } from "../staff/stand-in.ts";
import { DecidingRole, type Role } from "../vocabulary.ts";
import { approvalNeeds } from "./approval-needs.ts";
import type { Involved, OpenProposal } from "./open-proposal.ts";

/** An officer, and the absent seniors for whom they stand in. */
export type Decider = Officer & { readonly actsFor: readonly Officer[] };

export type Refusal =
  | { readonly code: "own-proposal" }
  | { readonly code: "own-report" }
  | { readonly code: "own-harm" }
  | { readonly code: "complained-about" }
  | { readonly code: "declared-interest" }
  | { readonly code: "not-present" }
  | { readonly code: "not-linked" }
  | { readonly code: "role-too-low"; readonly needs: DecidingRole };

/** The officer with everybody for whom they stand in at this moment, by chains of deputies. */
export function asDecider(officer: Officer, staff: Staff): Decider {
  const away = staff.filter(({ id, status }) => id !== officer.id && status === "absent");
  return { ...officer, actsFor: away.filter((absent) => standIn(staff, absent)?.id === officer.id) };
}

type Held = Pick<Decider, "roles" | "service" | "actsFor">;

/** Their own roles, and those with which they decide for somebody away at this moment (for `maySee`). */
export function rolesNow({ roles, actsFor }: Pick<Held, "roles" | "actsFor">): Role[] {
  const lent = actsFor.flatMap((absent) => absent.roles.filter((role) => DecidingRole.safeParse(role).success));
  return [...new Set([...roles, ...lent])];
}

/** The services that they manage at this moment: their own, and those of each manager for whom they stand in. */
export function servicesManaged({ roles, service, actsFor }: Held): string[] {
  const managers = [{ roles, service }, ...actsFor].filter((one) => one.roles.includes("service_manager"));
  return [...new Set(managers.flatMap((one) => one.service ?? []))].toSorted();
}

/** Why this officer may not decide, read when the button is pressed; `undefined` when they may. */
export function mayDecide(proposal: OpenProposal, officer: Decider, pack: Pack): Refusal | undefined {
  const part = partIn(proposal, officer.id);
  if (part) return part;
  if (officer.status !== "active") return { code: "not-present" };
  if (!officer.linked) return { code: "not-linked" };

  return decidingSeats(proposal, officer, pack).length > 0
    ? undefined
    : { code: "role-too-low", needs: approvalNeeds(proposal, pack).role };
}

/**
 * The seats from which they could decide, their own first, then those of the people for whom they stand in, by name.
 * Whoever stands in has no more right than the person who is away: their part in it counts too.
 */
export function decidingSeats(proposal: OpenProposal, officer: Decider, pack: Pack): Officer[] {
  const { role } = approvalNeeds(proposal, pack);
  const principals = officer.actsFor.filter(({ id }) => partIn(proposal, id) === undefined).toSorted(byName);
  return [officer, ...principals].filter(({ roles }) => carriesAuthority(roles, role));
}

/** Everybody who may decide it now, by name: the seniors present, and those who stand in for the ones away. */
export function eligibleApprovers(proposal: OpenProposal, staff: Staff, pack: Pack): Decider[] {
  return staff
    .filter(isReachable)
    .map((officer) => asDecider(officer, staff))
    .filter((officer) => mayDecide(proposal, officer, pack) === undefined)
    .toSorted(byName);
}

/** What part they had in it: whoever had one does not decide, and what they decided before does not count. */
export function partIn(proposal: Involved, id: string): Refusal | undefined {
  if (id === proposal.proposedBy) return { code: "own-proposal" };
  if (proposal.reportedBy.includes(id)) return { code: "own-report" };
  if (proposal.affected.includes(id)) return { code: "own-harm" };
  if (proposal.complainedAbout.includes(id)) return { code: "complained-about" };
  if (proposal.declaredInterest.includes(id)) return { code: "declared-interest" };
  return undefined;
}
