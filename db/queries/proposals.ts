/** Proposals: found, locked, and how a change makes another version of one. */
import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, getTableColumns, inArray, or } from "drizzle-orm";
import { Restriction } from "../../src/policy/restrictions/restriction.ts";
import { RestrictionKind } from "../../src/policy/vocabulary.ts";
import { prepared } from "../prepared.ts";
import { proposal } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type ProposalRow = typeof proposal.$inferSelect;

/** The proposal, locked until the transaction ends: two clicks, one winner. */
export async function lockProposal(tx: Tx, organisation: string, id: string): Promise<ProposalRow | undefined> {
  const [row] = await tx.select().from(proposal).where(thisProposal(organisation, id)).for("update");
  return row;
}

/**
 * The proposal and every other open one of its customer, locked: what is said of a customer in one concerns them all.
 * In the order of their ids, so that two who say something at once do not wait for each other.
 */
export async function lockProposalsOfCase(tx: Tx, organisation: string, id: string): Promise<readonly ProposalRow[]> {
  const customer = tx.select({ id: proposal.customerId }).from(proposal).where(thisProposal(organisation, id));
  return await tx
    .select()
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, organisation),
        inArray(proposal.customerId, customer),
        or(eq(proposal.id, id), inArray(proposal.state, [...OPEN])),
      ),
    )
    .orderBy(asc(proposal.id))
    .for("update");
}

/** Every open proposal of a customer, locked in the same order: what they all stand beside has changed. */
export async function lockProposalsAbout(
  tx: Tx,
  organisation: string,
  customer: string,
): Promise<readonly ProposalRow[]> {
  return await tx
    .select()
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, organisation),
        eq(proposal.customerId, customer),
        inArray(proposal.state, [...OPEN]),
      ),
    )
    .orderBy(asc(proposal.id))
    .for("update");
}

const byId = prepared(getTableColumns(proposal), ["organisation", "id"], (select, { organisation, id }) =>
  select.from(proposal).where(and(eq(proposal.organisationId, organisation), eq(proposal.id, id))),
);

/** The proposal as it stands, without a lock. */
export async function findProposal(tx: Tx, organisation: string, id: string): Promise<ProposalRow | undefined> {
  const [row] = await byId(tx, { organisation, id });
  return row;
}

/**
 * The restrictions of a proposal, each with the proposal's scope. While it is being entered or changed some may have no
 * parameters yet, and it may be withdrawn like that: those are left out.
 */
export function restrictionsOf(row: Pick<ProposalRow, "restrictions" | "services" | "state">): readonly Restriction[] {
  const written = row.restrictions.map((restriction) => ({ ...restriction, scope: row.services ?? "organisation" }));
  const whole = row.state !== "withdrawn" && !BEING_CHANGED.includes(row.state);
  if (whole) return written.map((restriction) => Restriction.parse(restriction));
  return written.flatMap((restriction) => Restriction.safeParse(restriction).data ?? []);
}

/** The proposer has it in hand, and can change what it asks for. */
export const BEING_CHANGED: readonly ProposalRow["state"][] = ["draft", "returned", "expired"];

/** Not at its end: with its proposer, or with the seniors. */
export const OPEN: readonly ProposalRow["state"][] = [...BEING_CHANGED, "submitted"];

/** The version after a change: the same when nothing is different, so that what was read back is still what it is. */
export function versionAfter(row: ProposalRow, change: Partial<ProposalRow>): number {
  const before = Object.fromEntries(Object.entries(row).filter(([column]) => column in change));
  return isDeepStrictEqual(asStored(before), asStored(change)) ? row.version : row.version + 1;
}

/**
 * The next version, where somebody else than the proposer changed what it rests on: what was read back is no longer what
 * would go out, and the questions with which it was returned are not answered by that.
 */
export function movedByOthers(row: ProposalRow): Pick<ProposalRow, "version" | "exchanges"> {
  const version = row.version + 1;
  const last = row.exchanges.length - 1;
  const isOpen = (place: number) => row.state === "returned" && place === last;
  const exchanges = row.exchanges.map((one, place) =>
    isOpen(place) && one.version === row.version ? { ...one, version } : one,
  );
  return { version, exchanges };
}

const asStored = (columns: object): unknown => JSON.parse(JSON.stringify(columns));

/** The kinds of restriction that a proposal holds, with or without their parameters. */
export function kindsOf(row: Pick<ProposalRow, "restrictions">): readonly RestrictionKind[] {
  return row.restrictions.map(({ kind }) => RestrictionKind.parse(kind));
}

const thisProposal = (organisation: string, id: string) =>
  and(eq(proposal.organisationId, organisation), eq(proposal.id, id));
