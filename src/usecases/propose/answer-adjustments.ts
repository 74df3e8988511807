/**
 * "The social work and adjustments questions go out but do not hold the decision, and a later answer that matters opens a
 * review that day" (CASEWORK section 3): what was sent on the short road without the answer gets it from its proposer, or
 * whoever is there for them.
 */
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { refreshCopies } from "../../../db/queries/copies.ts";
import { findProposal, lockProposalsOfCase, type ProposalRow } from "../../../db/queries/proposals.ts";
import { findRunningOf } from "../../../db/queries/reviews.ts";
import { customer, proposal } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { conflicts } from "../../policy/needs/conflicts.ts";
import { adjustmentsMatter } from "../../policy/needs/late-answer.ts";
import { isSaid } from "../../policy/said.ts";
import { isTheirs } from "../../policy/staff/left-to-the-team.ts";
import type { Actor, Context } from "../context.ts";
import { lookAgain } from "../decide/look-again.ts";
import { openReview } from "../decide/open-review.ts";
import type { ProposalAnswers } from "./answers.ts";
import { type Assessed, assess } from "./assess.ts";
import { type CustomerFacts, loadCustomerFacts, recordCustomerFacts } from "./customer-facts.ts";
import { allNeeds, noteInDrafts } from "./facts-meanwhile.ts";

type Gone = { readonly code: "unknown-target" | "not-yours" | "not-asked" };

/**
 * Whether the question is still open: with the seniors, or decided and in force or still to begin. That something is
 * lacking is an answer: it stays open for the seniors and the review, and is not asked again.
 */
export async function adjustmentsAsked(tx: Tx, assessed: Assessed, at: Date): Promise<boolean> {
  const { row, gates, answers } = assessed;
  if (!gates.some(({ gate, code }) => gate === "adjustments" && code === "open")) return false;
  if (answers.lacking && !isOffered(assessed)) return false;
  if (row.state === "submitted") return true;
  return (
    row.state === "approved" && (await findRunningOf(tx, row.organisationId, { proposal: row.id, at })) !== undefined
  );
}

/** Whether this officer is the one to answer it (CASEWORK section 3): the proposer, who asked the customer. */
export function mayAnswerAdjustments({ row, staff }: Assessed, { officer: id, roles }: Actor): boolean {
  const proposer = staff.find((one) => one.id === row.proposedBy);
  return isTheirs({ proposedBy: row.proposedBy, proposer }, { id, roles });
}

export type PreparedAdjustments = Awaited<ReturnType<ReturnType<typeof prepareAdjustments>>>;

/** For the form: what is on record of the customer, for whoever answers alone. The opening is recorded. */
export function prepareAdjustments({ db, now, chats }: Context) {
  return async ({ actor, proposal: id }: { actor: Actor; proposal: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const row = await findProposal(tx, actor.organisation, id);
      const assessed = row && (await assess(tx, row, { now: at, chats }));
      const gone = await notAsked(tx, assessed, { actor, at });
      if (!assessed || gone) return gone ?? ({ code: "unknown-target" } as const);
      const [about] = await tx
        .select({ ref: customer.ref })
        .from(customer)
        .where(and(eq(customer.organisationId, actor.organisation), eq(customer.id, assessed.row.customerId)));
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "proposal-opened",
        by: actor.officer,
        subject: { kind: "proposal", id },
      });
      return { code: "ready", assessed, customerRef: about?.ref ?? "", offered: isOffered(assessed) } as const;
    });
}

/** Somebody outside the staff could be the point of contact, and nobody has said why not. */
function isOffered({ needFacts, pack }: Assessed): boolean {
  return conflicts(needFacts, pack).some(({ code }) => code === "point_of_contact");
}

export type AnswerAdjustments = {
  readonly actor: Actor;
  readonly proposal: string;
  readonly about: Pick<CustomerFacts, "needs" | "language" | "collectionPoint">;
  /** Which were considered, and what came of it. */
  readonly adjustments: string;
  /** Why not their care worker; null where that is not asked. */
  readonly careWorkerDeclined: string | null;
  /** Something is needed that the restrictions do not give. */
  readonly lacking: boolean;
};

export type AdjustmentsOutcome =
  /** `review`: the answer made one due today. */
  { readonly code: "recorded"; readonly state: ProposalRow["state"]; readonly review: boolean } | Gone;

/** Keeps the answer with the proposal and the needs with the customer. What seniors were asked to approve stays what it is. */
export function answerAdjustments({ db, now, chats }: Context) {
  return async (command: AnswerAdjustments): Promise<AdjustmentsOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const { actor } = command;
      const at = now();
      const ofCase = await lockProposalsOfCase(tx, actor.organisation, command.proposal);
      const row = ofCase.find(({ id }) => id === command.proposal);
      const assessed = row && (await assess(tx, row, { now: at, chats }));
      const gone = await notAsked(tx, assessed, { actor, at });
      if (!row || !assessed || gone) return gone ?? { code: "unknown-target" };

      const known = await loadCustomerFacts(tx, row, { lock: true });
      const said = addedTo(known, command.about);
      const { about, changed } = await recordCustomerFacts(tx, row, { said, by: actor.officer, at });
      const saved = await save(tx, row, { ...assessed.answers, ...answered(command) });
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "adjustments-answered",
        by: actor.officer,
        subject: { kind: "proposal", id: row.id },
      });
      const others = ofCase.filter(({ id }) => id !== row.id);
      await noteInDrafts(tx, others, { changed, by: actor.officer, at });
      await lookAgain(tx, [saved, ...others], { at, chats });
      await refreshCopies(tx, actor.organisation, [row.id]);
      const answer = { newNeeds: newIn(about, known), lacking: command.lacking };
      const review = await openReview(
        tx,
        {
          organisationId: row.organisationId,
          proposalId: row.id,
          // One for each answer: a second one that matters is not the first one again.
          cause: newId(),
          matters: (pack) => adjustmentsMatter(answer, pack),
        },
        { by: actor.officer, at, chats },
      );
      return { code: "recorded", state: row.state, review };
    });
}

/** The form may hold what was known a while ago: an answer adds to what is on record, and takes nothing away. */
function addedTo(known: CustomerFacts, { needs, language, collectionPoint }: AnswerAdjustments["about"]) {
  return {
    needs: allNeeds(known.needs, needs),
    language: isSaid(language) ? language : known.language,
    collectionPoint: isSaid(collectionPoint) ? collectionPoint : known.collectionPoint,
  };
}

/** Needs that nobody knew of who decided before. */
const newIn = (now: CustomerFacts, before: CustomerFacts) => now.needs.filter((need) => !before.needs.includes(need));

/** What was said before stays where nothing is said now. */
function answered({ adjustments, careWorkerDeclined, lacking }: AnswerAdjustments): Partial<ProposalAnswers> {
  return {
    lacking,
    ...(isSaid(adjustments) ? { adjustments } : {}),
    ...(isSaid(careWorkerDeclined) ? { careWorkerDeclined } : {}),
  };
}

async function save(tx: Tx, row: ProposalRow, answers: ProposalAnswers): Promise<ProposalRow> {
  const [saved] = await tx
    .update(proposal)
    .set({ answers })
    .where(and(eq(proposal.organisationId, row.organisationId), eq(proposal.id, row.id)))
    .returning();
  return saved ?? row;
}

async function notAsked(
  tx: Tx,
  assessed: Assessed | undefined,
  { actor, at }: { actor: Actor; at: Date },
): Promise<Gone | undefined> {
  if (!assessed) return { code: "unknown-target" };
  if (!mayAnswerAdjustments(assessed, actor)) return { code: "not-yours" };
  return (await adjustmentsAsked(tx, assessed, at)) ? undefined : { code: "not-asked" };
}
