/** Who has to decide a proposal, and how many of them. */
import { DECIDING_ROLES, type DecidingRole, type RestrictionKind, type Role, type ScopeReach } from "../vocabulary.ts";
import type { Pack } from "./pack.ts";

export type ProposalShape = {
  readonly kinds: readonly RestrictionKind[];
  readonly reach: ScopeReach;
  /** How long it would last, in whole months, a started month counted as a whole one. */
  readonly months: number;
};

export type ApproverNeeds = { readonly role: DecidingRole; readonly quorum: number; readonly asks: number };

/**
 * The strictest of the pack's rules that apply: the highest role, the largest quorum, the most people asked
 * (CASEWORK section 4: the role the pack names for the kind, scope and length).
 */
export function approverNeeds(shape: ProposalShape, pack: Pack): ApproverNeeds {
  const rules = pack.approvers.filter(
    (rule) =>
      rule.kinds.some((kind) => shape.kinds.includes(kind)) &&
      rule.scopes.includes(shape.reach) &&
      (rule.longerThanMonths === 0 || shape.months > rule.longerThanMonths),
  );
  const rank = Math.max(...rules.map(({ role }) => DECIDING_ROLES.indexOf(role.value)));
  return {
    // A kind that the pack does not offer has no rule: it takes the highest role there is.
    role: DECIDING_ROLES[rank] ?? "executive",
    quorum: Math.max(1, ...rules.map(({ quorum }) => quorum.value)),
    asks: Math.max(1, ...rules.map(({ asks }) => asks.value)),
  };
}

/** Whether one of the roles carries the authority asked for; an executive may decide what a senior officer may. */
export function carriesAuthority(roles: readonly Role[], needs: DecidingRole): boolean {
  return DECIDING_ROLES.slice(DECIDING_ROLES.indexOf(needs)).some((role) => roles.includes(role));
}
