/** The third step of a proposal: what the gates ask that nobody but the proposer can say (CASEWORK section 2). */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { lockProposal, type ProposalRow, restrictionsOf, versionAfter } from "../../../db/queries/proposals.ts";
import { customer, proposal } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { type Holding, holds } from "../../policy/gates/ask-gates.ts";
import { type Offer, takeOffer } from "../../policy/needs/offer.ts";
import type { Need } from "../../policy/vocabulary.ts";
import type { Actor, Context } from "../context.ts";
import { askSocialWork } from "../social-work/ask-social-work.ts";
import type { ProposalAnswers } from "./answers.ts";
import { type Assessed, assess } from "./assess.ts";
import { notEditable, type ProposalGone } from "./detail-proposal.ts";

export type AnswerGates = {
  readonly actor: Actor;
  readonly proposal: string;
  readonly answers: ProposalAnswers;
  /** What the customer needs, as far as anybody knows; it stays with the customer. */
  readonly needs: readonly Need[];
  /** The alternative that the proposer takes with one press. */
  readonly offer: Offer | null;
};

export type AnswerOutcome =
  /** `waiting`: gates that wait for somebody else, such as Social Work; the proposal goes out when they have answered. */
  | { readonly code: "saved"; readonly assessed: Assessed; readonly waiting: readonly Holding[] }
  | { readonly code: "faults"; readonly assessed: Assessed; readonly faults: readonly Holding[] }
  | ProposalGone;

/** Saves the answers and asks the gates; a question to Social Work goes out at once. What was typed is kept, faults or not. */
export function answerGates({ db, now, chats }: Context) {
  return async (command: AnswerGates): Promise<AnswerOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const { actor } = command;
      const at = now();
      const row = await lockProposal(tx, actor.organisation, command.proposal);
      const gone = notEditable(row, actor);
      if (!row || gone) return gone ?? { code: "unknown-target" };

      await recordNeeds(tx, row, command, at);
      const saved = await save(tx, row, command);
      await appendAudit(tx, {
        organisation: row.organisationId,
        at,
        event: "proposal-changed",
        by: actor.officer,
        subject: { kind: "proposal", id: row.id },
        facts: { version: saved.version },
      });
      await askSocialWork(tx, await assess(tx, saved, { now: at, chats }), { actor, at, chats });
      const assessed = await assess(tx, saved, { now: at, chats });
      const held = assessed.gates.filter(holds);
      const waiting = held.filter(({ gate }) => gate === "social_work");
      const faults = held.filter(({ gate }) => gate !== "social_work");
      return faults.length > 0 ? { code: "faults", assessed, faults } : { code: "saved", assessed, waiting };
    });
}

async function recordNeeds(
  tx: Tx,
  { organisationId, customerId }: ProposalRow,
  { needs, actor }: AnswerGates,
  at: Date,
): Promise<void> {
  const mine = and(eq(customer.organisationId, organisationId), eq(customer.id, customerId));
  const [before] = await tx.select({ needs: customer.needs }).from(customer).where(mine);
  if (before && before.needs.length === needs.length && needs.every((need) => before.needs.includes(need))) return;
  await tx
    .update(customer)
    .set({ needs: [...needs] })
    .where(mine);
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "needs-recorded",
    by: actor.officer,
    subject: { kind: "customer", id: customerId },
  });
}

async function save(tx: Tx, row: ProposalRow, { answers, offer }: AnswerGates): Promise<ProposalRow> {
  const before = { restrictions: restrictionsOf(row), provisions: answers.provisions };
  const terms = offer ? takeOffer(before, offer) : before;
  const change = {
    answers: { ...answers, provisions: terms.provisions },
    ...(offer
      ? { restrictions: terms.restrictions.map(({ kind, clause, parameters }) => ({ kind, clause, parameters })) }
      : {}),
  };
  const [saved] = await tx
    .update(proposal)
    .set({ ...change, version: versionAfter(row, change) })
    .where(and(eq(proposal.organisationId, row.organisationId), eq(proposal.id, row.id)))
    .returning();
  return saved ?? row;
}
