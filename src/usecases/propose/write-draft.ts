/** What the first step of a proposal writes: the draft, its link to the report, and the earlier steps it rests on. */
import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { refreshCopies } from "../../../db/queries/copies.ts";
import { submittedAbout } from "../../../db/queries/proposal-reports.ts";
import { findProposal, type ProposalRow, versionAfter } from "../../../db/queries/proposals.ts";
import { nextReferences } from "../../../db/queries/reference.ts";
import { ladderStep, proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { carryLinks } from "../../policy/gates/report-links.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { isSaid } from "../../policy/said.ts";
import { askAnew } from "../decide/ask-anew.ts";
import { lastComplainedAbout } from "./complained-about.ts";
import { linkReports } from "./link-reports.ts";
import type { StartProposal } from "./start-proposal.ts";

/** `own`: what the manager has in hand about the same report. */
type Draft = {
  readonly own: ProposalRow | undefined;
  readonly customer: string;
  readonly service: string;
  readonly pack: Pack;
  readonly at: Date;
};
type DatedStep = Pick<typeof ladderStep.$inferSelect, "kind" | "givenOn" | "how" | "givenBy">;

/** @returns the id of the draft: a new one, or the manager's own with what was entered now */
export async function saveDraft(tx: Tx, command: StartProposal, draft: Draft): Promise<string> {
  const { actor, incident, kinds } = command;
  const { own, at } = draft;
  const id = own ? await changeDraft(tx, command, { ...draft, own }) : await addDraft(tx, command, draft);
  const from = { incident, proposedFrom: true, explains: [] };
  await linkReports(
    tx,
    { organisationId: actor.organisation, id },
    { by: actor.officer, at, to: (links) => carryLinks(links.length > 0 ? links : [from], kinds) },
  );
  await replaceSteps(tx, command, { id, customer: draft.customer, at });
  return id;
}

/** A draft goes by the pack in force whenever its first form is sent: the kinds were checked against that one. */
function entered({ actor, bypass, kinds }: StartProposal, { own, customer, pack }: Draft) {
  const clauses = new Map(pack.restrictions.value.map((entry) => [entry.kind, entry.clause]));
  const before = new Map((own?.restrictions ?? []).map((restriction) => [restriction.kind, restriction.parameters]));
  return {
    packId: actor.packId,
    packVersion: actor.packVersion,
    customerId: customer,
    bypass: bypass?.code ?? null,
    bypassReason: bypass && isSaid(bypass.reason) ? bypass.reason : null,
    restrictions: kinds.map((kind) => ({
      kind,
      clause: clauses.get(kind) ?? null,
      parameters: before.get(kind) ?? {},
    })),
  };
}

/** What was read back before is no longer what would go out; and identifiers are a customer's. */
async function changeDraft(
  tx: Tx,
  command: StartProposal,
  draft: Draft & { readonly own: ProposalRow },
): Promise<string> {
  const { own, customer } = draft;
  const org = own.organisationId;
  const facts = entered(command, draft);
  const version = (await sameSteps(tx, own, datedSteps(command))) ? versionAfter(own, facts) : own.version + 1;
  const ofAnother = async () => ({
    answers: {},
    exclusiveIdentifiers: [],
    complainedAbout: await lastComplainedAbout(tx, org, customer),
  });
  await tx
    .update(proposal)
    .set({ ...facts, version, ...(own.customerId === customer ? {} : await ofAnother()) })
    .where(and(eq(proposal.organisationId, org), eq(proposal.id, own.id)));
  if (own.customerId !== customer) await notTheirs(tx, own);
  return own.id;
}

/**
 * A complaint in a draft that turned out to be about somebody else was none of the customer it was begun about. What waits
 * is not locked, because the report is already: until this is committed whoever decides it still reads them as barred.
 */
async function notTheirs(tx: Tx, { organisationId: org, customerId, complainedAbout }: ProposalRow): Promise<void> {
  if (complainedAbout.length === 0) return;
  const waiting = await submittedAbout(tx, org, customerId);
  const rows = await Promise.all(waiting.map((id) => findProposal(tx, org, id)));
  await askAnew(
    tx,
    rows.filter((row) => row !== undefined),
    complainedAbout,
  );
  await refreshCopies(tx, org, waiting);
}

async function addDraft(tx: Tx, command: StartProposal, draft: Draft): Promise<string> {
  const { organisation, officer } = command.actor;
  const id = newId();
  const [ref = ""] = await nextReferences(tx, organisation, { prefix: "P", count: 1 });
  await tx.insert(proposal).values({
    organisationId: organisation,
    id,
    ref,
    service: draft.service,
    proposedBy: officer,
    startedAt: draft.at,
    state: "draft",
    ...entered(command, draft),
    complainedAbout: await lastComplainedAbout(tx, organisation, draft.customer),
    exclusiveIdentifiers: [],
  });
  return id;
}

/** Those that have a date: without one a step does not count. */
function datedSteps({ steps }: StartProposal): readonly (DatedStep & { readonly givenOn: string })[] {
  return steps.flatMap(({ step, on, how, by }) => (on ? [{ kind: step, givenOn: on, how, givenBy: by }] : []));
}

async function replaceSteps(
  tx: Tx,
  command: StartProposal,
  { id, customer, at }: { id: string; customer: string; at: Date },
): Promise<void> {
  const { organisation, officer, packId, packVersion } = command.actor;
  await tx.delete(ladderStep).where(and(eq(ladderStep.organisationId, organisation), eq(ladderStep.proposalId, id)));
  const dated = datedSteps(command);
  if (dated.length === 0) return;
  await tx.insert(ladderStep).values(
    dated.map((step) => ({
      ...step,
      organisationId: organisation,
      id: newId(),
      proposalId: id,
      customerId: customer,
      state: "given" as const,
      recordedBy: officer,
      recordedAt: at,
      packId,
      packVersion,
    })),
  );
}

async function sameSteps(tx: Tx, own: ProposalRow, dated: readonly DatedStep[]): Promise<boolean> {
  const before = await tx
    .select({ kind: ladderStep.kind, givenOn: ladderStep.givenOn, how: ladderStep.how, givenBy: ladderStep.givenBy })
    .from(ladderStep)
    .where(and(eq(ladderStep.organisationId, own.organisationId), eq(ladderStep.proposalId, own.id)));
  const inOrder = (steps: readonly DatedStep[]) => steps.toSorted((one, other) => one.kind.localeCompare(other.kind));
  return isDeepStrictEqual(inOrder(before), inOrder(dated));
}
