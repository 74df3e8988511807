/** What one officer has in hand, handed to another: each statement changes only what still waits at that moment. */
import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import {
  approver,
  arrangement,
  incident,
  ladderStep,
  letter,
  proposal,
  proposalIncident,
  socialWorkQuestion,
} from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { OPEN } from "./proposals.ts";

/** A thing of a case, with the reference people know it by. */
export type Handed = { readonly id: string; readonly ref: string };
type Hands = { readonly from: string; readonly to: string };

/** Reports that nobody has looked at. */
export async function handReports(tx: Tx, organisation: string, { from, to }: Hands): Promise<readonly Handed[]> {
  return await tx
    .update(incident)
    .set({ triageOfficerId: to })
    .where(
      and(
        eq(incident.organisationId, organisation),
        eq(incident.triageOfficerId, from),
        eq(incident.state, "awaiting_triage"),
      ),
    )
    .returning({ id: incident.id, ref: incident.ref });
}

/** Customers to talk or write to, by the report that led to it. A warning is a letter to send, and goes with those. */
export async function handAdvice(tx: Tx, organisation: string, { from, to }: Hands): Promise<readonly Handed[]> {
  const rows = await tx
    .update(ladderStep)
    .set({ ownerId: to })
    .where(
      and(
        eq(ladderStep.organisationId, organisation),
        eq(ladderStep.ownerId, from),
        eq(ladderStep.kind, "advice"),
        eq(ladderStep.state, "to_give"),
      ),
    )
    .returning({ id: ladderStep.id, incident: ladderStep.incidentId });
  const refs = await refsOf(
    tx,
    organisation,
    rows.flatMap((row) => row.incident ?? []),
  );
  return rows.map(({ id, incident: of }) => ({ id, ref: refs.get(of ?? "") ?? "" }));
}

/** Letters not recorded as sent, by their arrangement or, for a warning, its report. */
export async function handLetters(tx: Tx, organisation: string, { from, to }: Hands): Promise<readonly Handed[]> {
  const rows = await tx
    .update(letter)
    .set({ ownerId: to })
    .where(and(eq(letter.organisationId, organisation), eq(letter.ownerId, from), isNull(letter.recordedAt)))
    .returning({ id: letter.id });
  if (rows.length === 0) return [];
  return await tx
    .select({ id: letter.id, ref: sql<string>`coalesce(${arrangement.ref}, ${incident.ref}, '')` })
    .from(letter)
    .leftJoin(
      arrangement,
      and(eq(arrangement.organisationId, letter.organisationId), eq(arrangement.id, letter.arrangementId)),
    )
    .leftJoin(ladderStep, and(eq(ladderStep.organisationId, letter.organisationId), eq(ladderStep.id, letter.stepId)))
    .leftJoin(
      incident,
      and(eq(incident.organisationId, ladderStep.organisationId), eq(incident.id, ladderStep.incidentId)),
    )
    .where(
      and(
        eq(letter.organisationId, organisation),
        inArray(
          letter.id,
          rows.map(({ id }) => id),
        ),
      ),
    );
}

/**
 * Proposals that somebody made and that may still ask something of them, locked until the transaction ends, in the order
 * of their ids: those not at their end, and those approved on the short road whose arrangement has not ended, because a
 * question that did not hold the decision may be open. `lockWorkOf` holds all of them but one begun since it looked: nothing
 * keeps somebody from proposing until it is committed that they have left.
 */
export async function lockOpenProposals(tx: Tx, organisation: string, by: string) {
  const stillRuns = tx
    .select({ id: arrangement.proposalId })
    .from(arrangement)
    .where(
      and(eq(arrangement.organisationId, organisation), isNull(arrangement.endedAt), isNull(arrangement.liftedAt)),
    );
  return await tx
    .select()
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, organisation),
        eq(proposal.proposedBy, by),
        or(
          inArray(proposal.state, [...OPEN]),
          and(eq(proposal.state, "approved"), isNotNull(proposal.bypass), inArray(proposal.id, stillRuns)),
        ),
      ),
    )
    .orderBy(asc(proposal.id))
    .for("update");
}

/**
 * Gives a proposal another owner. Its reports and its question to Social Work go along, and whoever made it never
 * decides it, should they come back.
 * @returns those of its reports that nobody has dealt with
 */
export async function handProposal(
  tx: Tx,
  organisation: string,
  { id, from, to, at }: Hands & { readonly id: string; readonly at: Date },
): Promise<readonly Handed[]> {
  await tx
    .update(proposal)
    .set({ proposedBy: to })
    .where(and(eq(proposal.organisationId, organisation), eq(proposal.id, id)));
  const reports = tx
    .select({ id: proposalIncident.incidentId })
    .from(proposalIncident)
    .where(
      and(
        eq(proposalIncident.organisationId, organisation),
        eq(proposalIncident.proposalId, id),
        eq(proposalIncident.proposedFrom, true),
      ),
    );
  const moved = await tx
    .update(incident)
    .set({ triageOfficerId: to })
    .where(and(eq(incident.organisationId, organisation), inArray(incident.id, reports)))
    .returning({ id: incident.id, ref: incident.ref, state: incident.state });
  await tx
    .update(socialWorkQuestion)
    .set({ askedBy: to })
    .where(and(eq(socialWorkQuestion.organisationId, organisation), eq(socialWorkQuestion.proposalId, id)));
  await tx
    .insert(approver)
    .values({ organisationId: organisation, proposalId: id, officerId: from, askedAt: at, interestDeclaredAt: at })
    .onConflictDoUpdate({
      target: [approver.organisationId, approver.proposalId, approver.officerId],
      set: { interestDeclaredAt: at },
    });
  return moved.filter(({ state }) => state === "awaiting_triage");
}

/**
 * Proposals with the seniors that this one was asked about and has not answered, locked until the transaction ends.
 * `lockWorkOf` holds all of them but one that was sent to them since it looked: who sends it still reads them as present.
 */
export async function lockUnanswered(tx: Tx, organisation: string, senior: string) {
  const asked = tx
    .select({ id: approver.proposalId })
    .from(approver)
    .where(
      and(
        eq(approver.organisationId, organisation),
        eq(approver.officerId, senior),
        isNull(approver.verdict),
        isNull(approver.interestDeclaredAt),
      ),
    );
  return await tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.organisationId, organisation), eq(proposal.state, "submitted"), inArray(proposal.id, asked)))
    .orderBy(asc(proposal.id))
    .for("update");
}

async function refsOf(tx: Tx, organisation: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: incident.id, ref: incident.ref })
    .from(incident)
    .where(and(eq(incident.organisationId, organisation), inArray(incident.id, [...ids])));
  return new Map(rows.map(({ id, ref }) => [id, ref]));
}
