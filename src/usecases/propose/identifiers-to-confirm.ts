import { and, asc, eq, notInArray } from "drizzle-orm";
import type { ProposalRow } from "../../../db/queries/proposals.ts";
import { identifier, proposalIncident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { reportedIdentifiers } from "./given-identifiers.ts";

type Asked = Pick<typeof identifier.$inferSelect, "id" | "kind" | "value" | "key">;

/**
 * The identifiers of a customer of which it is asked whether they are theirs alone: what is not yet and could be, on the
 * record or in the report that the proposal is made from, which adds it there. An address never is (SCREENING section 3).
 */
export async function identifiersOf(tx: Tx, proposal: ProposalRow, at: Date): Promise<readonly Asked[]> {
  const reported = await fromReports(tx, proposal, at);
  const onRecord = await tx
    .select({ id: identifier.id, kind: identifier.kind, value: identifier.value, key: identifier.key })
    .from(identifier)
    .where(
      and(
        eq(identifier.organisationId, proposal.organisationId),
        eq(identifier.customerId, proposal.customerId),
        eq(identifier.shared, true),
        notInArray(identifier.kind, [...SHARED]),
      ),
    )
    .orderBy(asc(identifier.id));
  const all = [...onRecord, ...reported];
  // What has run out and is given anew would be asked twice: the newer one counts.
  return all.filter((one, place) => !all.slice(place + 1).some((later) => isSame(one, later)));
}

const SHARED: readonly Asked["kind"][] = ["address", "uprn"];

function isSame(one: Asked, other: Asked): boolean {
  return one.kind === other.kind && (one.key === null ? one.value === other.value : one.key === other.key);
}

async function fromReports(tx: Tx, proposal: ProposalRow, at: Date): Promise<readonly Asked[]> {
  const { organisationId: organisation, customerId: customer } = proposal;
  const reports = await tx
    .select({ id: proposalIncident.incidentId })
    .from(proposalIncident)
    .where(
      and(
        eq(proposalIncident.organisationId, organisation),
        eq(proposalIncident.proposalId, proposal.id),
        eq(proposalIncident.proposedFrom, true),
      ),
    );
  const found: Asked[] = [];
  for (const { id: incident } of reports)
    found.push(...(await reportedIdentifiers(tx, { organisation, incident, customer, at })));
  return found.filter(({ kind }) => !SHARED.includes(kind));
}
