import { and, asc, eq, sql } from "drizzle-orm";
import type { ProposalRow } from "../../../db/queries/proposals.ts";
import { identifier, proposalIncident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { isSame } from "./given-identifiers.ts";
import { reportedIdentifiers } from "./reported-identifiers.ts";

type Known = Pick<typeof identifier.$inferSelect, "id" | "kind" | "value" | "key" | "shared">;

/** `ids`: its own, and every other by which a form may have asked about it. */
type Asked = Known & { readonly ids: readonly string[] };

/**
 * The identifiers of a customer of which it is asked whether they are theirs alone: what is not yet and could be, on the
 * record or in the report that the proposal is made from, which adds it there. An address never is (SCREENING section 3).
 */
export async function identifiersOf(tx: Tx, proposal: ProposalRow, at: Date): Promise<readonly Asked[]> {
  const [onRecord, reported] = await Promise.all([fromRecord(tx, proposal), fromReports(tx, proposal, at)]);
  const [added, meant] = [reported.filter(({ isNew }) => isNew), reported.filter(({ isNew }) => !isNew)];
  const all = once([...meant, ...onRecord, ...added]);
  return all.filter(({ kind, shared }) => shared && !SHARED.includes(kind));
}

/**
 * The ids of what was confirmed in a proposal, as they are on the record now: what its report was to add may have come
 * there from another, and what had run out may have been given anew.
 */
export async function confirmedIn(tx: Tx, proposal: ProposalRow, at: Date): Promise<string[]> {
  if (proposal.exclusiveIdentifiers.length === 0) return [];
  const [onRecord, reported] = await Promise.all([fromRecord(tx, proposal), fromReports(tx, proposal, at)]);
  const all = once([...reported, ...onRecord]);
  const now = proposal.exclusiveIdentifiers.map((id) => all.find(({ ids }) => ids.includes(id))?.id ?? id);
  return [...new Set(now)];
}

const SHARED: readonly Known["kind"][] = ["address", "uprn"];

/** Each thing once: the last of the same counts. */
function once(all: readonly Known[]): readonly Asked[] {
  const counting = all.filter((one, place) => !all.slice(place + 1).some((later) => isSame(one, later)));
  return counting.map((one) => ({ ...one, ids: all.filter((other) => isSame(one, other)).map(({ id }) => id) }));
}

/** What counts longest comes last: of the ids nobody can tell which is newer. */
async function fromRecord(tx: Tx, { organisationId, customerId }: ProposalRow): Promise<readonly Known[]> {
  const { id, kind, value, key, shared } = identifier;
  return await tx
    .select({ id, kind, value, key, shared })
    .from(identifier)
    .where(and(eq(identifier.organisationId, organisationId), eq(identifier.customerId, customerId)))
    .orderBy(sql`${identifier.validUntil} asc nulls last`, asc(id));
}

type Reported = Known & { readonly isNew: boolean };

async function fromReports(tx: Tx, proposal: ProposalRow, at: Date): Promise<readonly Reported[]> {
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
  const found: Reported[] = [];
  for (const { id: incident } of reports) {
    const given = await reportedIdentifiers(tx, { organisation, incident, customer, at });
    found.push(...given.map((one) => ({ ...one, shared: true })));
  }
  return found;
}
