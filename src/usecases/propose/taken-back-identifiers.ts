/** What a report gave a customer whose it was not after all. */
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { appendAudit, factsOnRecord } from "../../../db/queries/audit.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { customer, identifier, incident, proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { identifiersIn, isSame } from "./given-identifiers.ts";

type TakenBack = {
  readonly organisation: string;
  readonly incident: string;
  readonly customer: string;
  readonly proposal: string;
  readonly by: string;
  readonly at: Date;
};

const Added = z.object({ identifiers: z.array(z.string()) });

/**
 * What the report added goes off the record of a customer whose it was not. What another report of theirs gives as well
 * stays, and so does what another proposal, or a decision, says is theirs alone.
 */
export async function takeBackReported(tx: Tx, taken: TakenBack): Promise<void> {
  const { organisation, incident: report, customer: id, by, at } = taken;
  // What another report of theirs is about to give is read when it is written, and not taken away.
  await tx
    .select({ id: customer.id })
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, id)))
    .for("no key update");
  const subject = { kind: "customer", id };
  const recorded = await factsOnRecord(tx, { organisation, event: "identifiers-added", subject, facts: { report } });
  const added = recorded.flatMap((facts) => Added.parse(facts).identifiers);
  const ids = await nobodyElses(tx, taken, added);
  if (ids.length === 0) return;
  await tx.delete(identifier).where(and(eq(identifier.organisationId, organisation), inArray(identifier.id, [...ids])));
  await tx
    .update(customer)
    .set({ version: sql`${customer.version} + 1` })
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, id)));
  const facts = { identifiers: ids, report };
  await appendAudit(tx, { organisation, at, event: "identifiers-removed", by, subject, facts });
}

/** Those of these that rest on the report alone. */
async function nobodyElses(
  tx: Tx,
  { organisation, customer: id, proposal: own, ...report }: TakenBack,
  added: readonly string[],
): Promise<readonly string[]> {
  if (added.length === 0) return [];
  const [rows, chosen, others, { country }] = await Promise.all([
    tx
      .select({ id: identifier.id, kind: identifier.kind, value: identifier.value, key: identifier.key })
      .from(identifier)
      .where(
        and(
          eq(identifier.organisationId, organisation),
          eq(identifier.customerId, id),
          inArray(identifier.id, [...added]),
          eq(identifier.shared, true),
        ),
      )
      .for("update"),
    tx
      .select({ ids: proposal.exclusiveIdentifiers })
      .from(proposal)
      .where(and(eq(proposal.organisationId, organisation), eq(proposal.customerId, id), ne(proposal.id, own))),
    tx
      .select({ said: incident.typedCustomer })
      .from(incident)
      .where(
        and(eq(incident.organisationId, organisation), eq(incident.customerId, id), ne(incident.id, report.incident)),
      ),
    loadOrganisation(tx, organisation),
  ]);
  const confirmed = chosen.flatMap(({ ids }) => ids);
  const given = others.flatMap(({ said }) => identifiersIn(said, country));
  return rows
    .filter((row) => !confirmed.includes(row.id) && !given.some((one) => isSame(one, row)))
    .map((row) => row.id);
}
