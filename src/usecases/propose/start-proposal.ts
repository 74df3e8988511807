/** The first step of a proposal: whose it is, what was done before, which kinds of restriction. A draft, nobody is asked yet. */
import { isDeepStrictEqual } from "node:util";
import { and, eq, inArray, notInArray } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { loadOrganisation, type Organisation } from "../../../db/queries/organisation.ts";
import { BEING_CHANGED, type ProposalRow, versionAfter } from "../../../db/queries/proposals.ts";
import { nextReferences } from "../../../db/queries/reference.ts";
import { findQuestionOf } from "../../../db/queries/social-work.ts";
import { loadStaffOn } from "../../../db/queries/staff.ts";
import type { TypedCustomer } from "../../../db/schema/casework.ts";
import { identifier, ladderStep, proposal, proposalIncident } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { type Holding, holds } from "../../policy/gates/ask-gates.ts";
import { continued } from "../../policy/gates/continued.ts";
import { NOTHING_RECORDED } from "../../policy/gates/gate.ts";
import { carryLinks } from "../../policy/gates/report-links.ts";
import { warned } from "../../policy/gates/warned.ts";
import type { TakeRefusal } from "../../policy/ladder/may-take.ts";
import type { CaseFacts } from "../../policy/ladder/next-steps.ts";
import type { AsOf } from "../../policy/ladder/step-standings.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { isSaid } from "../../policy/said.ts";
import type { Channel, RestrictionKind, Step } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { packOf } from "../pack-of.ts";
import { asOf, incidentFact, loadCaseFacts } from "../steps/case-facts.ts";
import { refuseRung } from "../steps/prepare-step.ts";
import { type IncidentRow, lockIncident, refuseTriage, type TriageRefusal } from "../triage.ts";
import { lastComplainedAbout } from "./complained-about.ts";
import { type CustomerFault, customerOfReport } from "./customer-of-report.ts";
import { linkReports } from "./link-reports.ts";

export type EarlierStep = {
  readonly step: Step;
  readonly on: string | null;
  readonly how: Channel;
  readonly by: string | null;
};

export type StartProposal = {
  readonly actor: Actor;
  readonly incident: string;
  /** Who it is, when the report does not say. */
  readonly customer: TypedCustomer;
  readonly steps: readonly EarlierStep[];
  readonly bypass: { readonly code: string; readonly reason: string } | null;
  readonly kinds: readonly RestrictionKind[];
};

/** `asked-about-another`: Social Work was asked about the customer who was named before. */
export type StartFault =
  | CustomerFault
  | "no-kind"
  | "asked-about-another"
  | { readonly code: "warned"; readonly because: string };
export type StartOutcome =
  | { readonly code: "started"; readonly proposal: string }
  | { readonly code: "faults"; readonly faults: readonly StartFault[] }
  | TriageRefusal
  | TakeRefusal;

/** Opens a draft, or takes up the manager's own about the same report: a draft, or one that came back or expired. */
export function startProposal({ db, now, chats }: Context) {
  return async (command: StartProposal): Promise<StartOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const { actor } = command;
      const at = now();
      // The proposal before its report, as sending it does; one that another click has just made is found afterwards.
      const known = await ownProposal(tx, actor, { incident: command.incident, lock: true });
      const row = await lockIncident(tx, actor.organisation, command.incident);
      const own = known ?? (await ownProposal(tx, actor, { incident: command.incident, lock: true }));
      const refusal = await refuseStart(tx, { actor, row, now, chats }, own);
      if (!row || refusal) return refusal ?? { code: "unknown-target" };

      const pack = await packOf(tx, actor.organisation, actor);
      const organisation = await loadOrganisation(tx, actor.organisation);
      const record = await recordOf(tx, organisation, row);
      const early = earlyFaults(command, pack, { row, record, asOf: asOf(organisation, at) });
      if (early.length > 0) return { code: "faults", faults: early };
      const whose = await customerOfReport(tx, {
        row,
        ...(own ? { draft: own.customerId } : {}),
        typed: command.customer,
        by: actor.officer,
        at,
      });
      if (whose.code === "fault") return { code: "faults", faults: [whose.fault] };

      if (own && own.customerId !== whose.customer && (await findQuestionOf(tx, actor.organisation, own.id)))
        return { code: "faults", faults: ["asked-about-another"] };

      const id = await saveDraft(tx, command, { own, customer: whose.customer, service: row.service, pack, at });
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "proposal-drafted",
        by: actor.officer,
        subject: { kind: "proposal", id },
      });
      return { code: "started", proposal: id };
    });
}

/** A pack refuses a proposal without its earlier steps or a bypass reason of its own; the gate says what would open it. */
function earlyFaults(
  { actor, steps, bypass, kinds }: StartProposal,
  pack: Pack,
  { row, record, asOf: { today, calendar } }: { row: IncidentRow; record: CaseFacts; asOf: AsOf },
): readonly StartFault[] {
  const offered = pack.restrictions.value.map(({ kind }) => kind);
  const faults: StartFault[] = kinds.length === 0 || kinds.some((kind) => !offered.includes(kind)) ? ["no-kind"] : [];
  const typed = steps.map(({ step, on, how }) => ({ step, on, how, receivedOn: null, fromBefore: true }));
  const facts = {
    ...NOTHING_RECORDED,
    incidents: [incidentFact(row, actor)],
    history: record.incidents,
    stepsTaken: [...record.stepsTaken, ...typed],
    bypass,
    calendar,
  };
  // Whose case it is has to be known, to say that nothing else was reported in it.
  const wentOn = row.customerId !== null && pack.gates.value.includes("continued");
  const results = [warned(facts, pack, today), ...(wentOn ? [continued(facts, pack, today)] : [])];
  const [first] = results.filter(holds);
  return first ? [...faults, { code: "warned", because: holdingWords(first) }] : faults;
}

const holdingWords = (gate: Holding): string =>
  gate.code === "ask" ? gate.question : `${sentence(gate.because)} ${gate.opens}`;

/** Advice and warnings that were given in the product count without being typed again. */
async function recordOf(tx: Tx, own: Organisation, { customerId }: IncidentRow): Promise<CaseFacts> {
  return customerId ? await loadCaseFacts(tx, own, customerId) : { incidents: [], stepsTaken: [], openProposal: null };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

async function saveDraft(
  tx: Tx,
  { actor, incident: incidentId, steps, bypass, kinds }: StartProposal,
  {
    own,
    customer,
    service,
    pack,
    at,
  }: { own: Draft | undefined; customer: string; service: string; pack: Pack; at: Date },
): Promise<string> {
  const org = actor.organisation;
  const clauses = new Map(pack.restrictions.value.map((entry) => [entry.kind, entry.clause]));
  const before = new Map((own?.restrictions ?? []).map((restriction) => [restriction.kind, restriction.parameters]));
  // A draft goes by the pack in force whenever its first form is sent: the kinds were checked against that one.
  const { packId, packVersion } = actor;
  const facts = {
    packId,
    packVersion,
    customerId: customer,
    bypass: bypass?.code ?? null,
    bypassReason: bypass && isSaid(bypass.reason) ? bypass.reason : null,
    restrictions: kinds.map((kind) => ({
      kind,
      clause: clauses.get(kind) ?? null,
      parameters: before.get(kind) ?? {},
    })),
  };
  const id = own?.id ?? newId();
  const dated = steps.flatMap(({ step, on, how, by }) => (on ? [{ kind: step, givenOn: on, how, givenBy: by }] : []));
  if (own)
    await tx
      .update(proposal)
      // What was read back before is no longer what would go out; and identifiers are a customer's.
      .set({
        ...facts,
        version: (await sameSteps(tx, own, dated)) ? versionAfter(own, facts) : own.version + 1,
        ...(own.customerId === customer
          ? {}
          : {
              answers: {},
              exclusiveIdentifiers: [],
              complainedAbout: await lastComplainedAbout(tx, org, customer),
            }),
      })
      .where(and(eq(proposal.organisationId, org), eq(proposal.id, id)));
  else {
    const [ref = ""] = await nextReferences(tx, org, { prefix: "P", count: 1 });
    const { officer: proposedBy } = actor;
    const fresh = {
      organisationId: org,
      id,
      ref,
      service,
      proposedBy,
      startedAt: at,
      state: "draft",
    } as const;
    const complainedAbout = await lastComplainedAbout(tx, org, customer);
    await tx.insert(proposal).values({ ...fresh, ...facts, complainedAbout, exclusiveIdentifiers: [] });
  }
  const from = { incident: incidentId, proposedFrom: true, explains: [] };
  await linkReports(
    tx,
    { organisationId: org, id },
    {
      by: actor.officer,
      at,
      to: (links) => carryLinks(links.length > 0 ? links : [from], kinds),
    },
  );
  await tx.delete(ladderStep).where(and(eq(ladderStep.organisationId, org), eq(ladderStep.proposalId, id)));
  if (dated.length > 0)
    await tx.insert(ladderStep).values(
      dated.map((step) => ({
        ...step,
        organisationId: org,
        id: newId(),
        proposalId: id,
        customerId: customer,
        state: "given" as const,
        recordedBy: actor.officer,
        recordedAt: at,
        packId,
        packVersion,
      })),
    );
  return id;
}

type Draft = ProposalRow;
type DatedStep = Pick<typeof ladderStep.$inferSelect, "kind" | "givenOn" | "how" | "givenBy">;

async function sameSteps(tx: Tx, own: Draft, dated: readonly DatedStep[]): Promise<boolean> {
  const before = await tx
    .select({ kind: ladderStep.kind, givenOn: ladderStep.givenOn, how: ladderStep.how, givenBy: ladderStep.givenBy })
    .from(ladderStep)
    .where(and(eq(ladderStep.organisationId, own.organisationId), eq(ladderStep.proposalId, own.id)));
  const inOrder = (steps: readonly DatedStep[]) => steps.toSorted((one, other) => one.kind.localeCompare(other.kind));
  return isDeepStrictEqual(inOrder(before), inOrder(dated));
}

/**
 * Why no proposal starts from this report: whoever may triage it and has not the role that the pack lets propose may not.
 * One that came back or expired dealt with it, and whose it is may change it.
 */
export async function refuseStart(
  tx: Tx,
  { actor, row, now, chats }: { actor: Actor; row: IncidentRow | undefined } & Pick<Context, "now" | "chats">,
  own: ProposalRow | undefined,
): Promise<TriageRefusal | TakeRefusal | undefined> {
  const refusal = await refuseTriage(tx, { actor, row, chats });
  if (own) return refusal?.code === "already-triaged" && own.state !== "draft" ? undefined : refusal;
  if (!row || refusal) return refusal;
  const pack = await packOf(tx, actor.organisation, actor);
  const staff = await loadStaffOn(tx, actor.organisation, { chats, day: localDate(now(), actor.timeZone) });
  return refuseRung("proposal", { actor, row, staff, pack });
}

/** The actor's proposal about this report that they have in hand, if there is one. */
export async function ownProposal(
  tx: Tx,
  actor: Actor,
  { incident: incidentId, lock = false }: { incident: string; lock?: boolean },
): Promise<ProposalRow | undefined> {
  const query = tx
    .select({ proposal })
    .from(proposalIncident)
    .innerJoin(
      proposal,
      and(eq(proposal.organisationId, proposalIncident.organisationId), eq(proposal.id, proposalIncident.proposalId)),
    )
    .where(
      and(
        eq(proposalIncident.organisationId, actor.organisation),
        eq(proposalIncident.incidentId, incidentId),
        eq(proposalIncident.proposedFrom, true),
        eq(proposal.proposedBy, actor.officer),
        inArray(proposal.state, [...BEING_CHANGED]),
      ),
    );
  const [row] = lock ? await query.for("update", { of: proposal }) : await query;
  return row?.proposal;
}

/**
 * The identifiers of a customer of which it is asked whether they are theirs alone: what is not yet and could be. An
 * address never is (SCREENING section 3).
 */
export async function identifiersOf(tx: Tx, organisation: string, customer: string) {
  return await tx
    .select()
    .from(identifier)
    .where(
      and(
        eq(identifier.organisationId, organisation),
        eq(identifier.customerId, customer),
        eq(identifier.shared, true),
        notInArray(identifier.kind, ["address", "uprn"]),
      ),
    );
}
