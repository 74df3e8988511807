/** The proposer's right to a proposal, read at every press: whose it is, and to whom the policy in force gives proposing. */
import { and, asc, eq } from "drizzle-orm";
import { BEING_CHANGED, type ProposalRow } from "../../../db/queries/proposals.ts";
import { incident, proposalIncident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { asDecider } from "../../policy/approval/may-decide.ts";
import { type About, mayTake } from "../../policy/ladder/may-take.ts";
import type { LadderRole } from "../../policy/vocabulary.ts";
import type { Actor, Context } from "../context.ts";
import { packOf } from "../pack-of.ts";
import { staffToday } from "../triage.ts";

export type MayNotPropose =
  | { readonly code: "not-present" }
  /** `needs`: the roles that may; a service manager is that of the service. */
  | { readonly code: "may-not-propose"; readonly needs: readonly LadderRole[]; readonly service: string };

export type ProposalGone =
  | { readonly code: "unknown-target" }
  | { readonly code: "not-yours" }
  | { readonly code: "not-editable"; readonly state: string }
  | MayNotPropose;

type Pressed = { readonly actor: Actor } & Pick<Context, "now" | "chats">;

/** Why this officer may not change or send the proposal now. */
export async function refuseProposer(
  tx: Tx,
  row: ProposalRow | undefined,
  pressed: Pressed,
): Promise<ProposalGone | undefined> {
  if (!row) return { code: "unknown-target" };
  return notEditable(row, pressed.actor) ?? (await mayNotPropose(tx, row, pressed));
}

/** The same without the right to propose: not theirs, or not in their hands. */
export function notEditable(row: ProposalRow, actor: Actor): ProposalGone | undefined {
  if (row.proposedBy !== actor.officer) return { code: "not-yours" };
  return BEING_CHANGED.includes(row.state) ? undefined : { code: "not-editable", state: row.state };
}

/** Why whoever has this proposal in hand may not propose by the policy in force (CASEWORK section 1). */
export async function mayNotPropose(
  tx: Tx,
  row: ProposalRow,
  { actor, now, chats }: Pressed,
): Promise<MayNotPropose | undefined> {
  const [staff, pack, about] = await Promise.all([
    staffToday(tx, actor, { now, chats }),
    packOf(tx, actor.organisation, actor),
    aboutProposal(tx, row),
  ]);
  const officer = staff.find(({ id }) => id === actor.officer);
  const refusal = officer && mayTake("proposal", asDecider(officer, staff), { about, pack });
  if (!officer || (refusal && refusal.code !== "role-too-low")) return { code: "not-present" };
  return refusal && { ...refusal, code: "may-not-propose" };
}

/**
 * What the proposal is about. Once it went out its proposer dealt with the report, and has it to the end, also when they
 * stood in for a manager who is back: nobody else could change it.
 */
export async function aboutProposal(tx: Tx, row: ProposalRow): Promise<About> {
  const wentOut = row.state !== "draft";
  return {
    service: row.service,
    metBy: [],
    triageOfficerId: wentOut ? row.proposedBy : await holderOf(tx, row),
  };
}

/** Who has the report in hand from which it was begun. */
async function holderOf(tx: Tx, { organisationId, id }: ProposalRow): Promise<string | null> {
  const [report] = await tx
    .select({ holder: incident.triageOfficerId })
    .from(proposalIncident)
    .innerJoin(
      incident,
      and(eq(incident.organisationId, proposalIncident.organisationId), eq(incident.id, proposalIncident.incidentId)),
    )
    .where(
      and(
        eq(proposalIncident.organisationId, organisationId),
        eq(proposalIncident.proposalId, id),
        eq(proposalIncident.proposedFrom, true),
      ),
    )
    .orderBy(asc(incident.id))
    .limit(1);
  return report?.holder ?? null;
}
