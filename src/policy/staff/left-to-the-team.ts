/** What somebody who has left had in hand, and nobody took over, is the register team's to see to. */
import type { OfficerStatus, Role } from "../vocabulary.ts";

/** Undefined: not on the staff list. */
export type Proposer = { readonly status: OfficerStatus } | undefined;

/** Whose a proposal is to see to: the proposer's; when they have left and nobody took it over, the register team's. */
export function isTheirs(
  { proposedBy, proposer }: { readonly proposedBy: string; readonly proposer: Proposer },
  { id, roles }: { readonly id: string; readonly roles: readonly Role[] },
): boolean {
  return proposedBy === id || (proposer?.status === "left" && roles.includes("register_team"));
}
