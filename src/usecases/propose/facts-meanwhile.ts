/**
 * Two managers may have proposals about one customer, each with the form open that asks about needs, age and capacity: what
 * one records, or a file, is not taken back by the form of the other, which does not show it.
 */
import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { appendAudit, factsOnRecord } from "../../../db/queries/audit.ts";
import { BEING_CHANGED, movedByOthers, type ProposalRow } from "../../../db/queries/proposals.ts";
import { proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { Need } from "../../policy/vocabulary.ts";
import type { CustomerFact, CustomerFacts } from "./customer-facts.ts";

/** Of each draft: which facts somebody else recorded, and the version that the draft has since. */
const Recorded = z.object({ facts: z.array(z.string()), version: z.number() });
const EVENT = "customer-facts-changed";

/** `by`: null where a file said it. */
type Change = { readonly changed: readonly CustomerFact[]; readonly by: string | null; readonly at: Date };

/** Each of these that is still being entered is another from now on: a form of it that is open does not know these facts. */
export async function noteInDrafts(tx: Tx, others: readonly ProposalRow[], { changed, by, at }: Change): Promise<void> {
  if (changed.length === 0) return;
  for (const row of others.filter(({ state }) => BEING_CHANGED.includes(state))) {
    const moved = movedByOthers(row);
    await tx
      .update(proposal)
      .set(moved)
      .where(and(eq(proposal.organisationId, row.organisationId), eq(proposal.id, row.id)));
    await appendAudit(tx, {
      organisation: row.organisationId,
      at,
      event: EVENT,
      by,
      subject: { kind: "proposal", id: row.id },
      facts: { facts: changed, version: moved.version },
    });
  }
}

/**
 * Which of these a form that was opened at this version did not show as they are on record, and says otherwise: they stay on
 * record, with the needs that it adds.
 */
export async function saidUnread(
  tx: Tx,
  row: ProposalRow,
  { said, known, opened }: { said: Partial<CustomerFacts>; known: CustomerFacts; opened: number },
): Promise<readonly CustomerFact[]> {
  const subject = { kind: "proposal", id: row.id } as const;
  const recorded = await factsOnRecord(tx, { organisation: row.organisationId, event: EVENT, subject });
  const since = recorded
    .map((facts) => Recorded.parse(facts))
    .flatMap(({ facts, version }) => (version > opened ? facts : []));
  return (Object.keys(said) as CustomerFact[]).filter(
    (fact) => since.includes(fact) && !isDeepStrictEqual(said[fact], known[fact]),
  );
}

/** What is recorded of a form that did not show these facts. */
export function withoutUnread(
  said: Partial<CustomerFacts>,
  { known, unread }: { known: CustomerFacts; unread: readonly CustomerFact[] },
): Partial<CustomerFacts> {
  const read = Object.fromEntries(Object.entries(said).filter(([fact]) => !unread.some((one) => one === fact)));
  const { needs = [] } = said;
  return unread.includes("needs") ? { ...read, needs: allNeeds(known.needs, needs) } : read;
}

/** Both lists as one, in the order of the vocabulary. */
export function allNeeds(one: readonly Need[], other: readonly Need[]): readonly Need[] {
  return Need.options.filter((need) => one.includes(need) || other.includes(need));
}
