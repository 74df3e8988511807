/** What the cards of a report show: the receipt, the triage card, the safety alert. References and counts, no account. */
import { and, count, desc, eq, getTableColumns, lt, notInArray } from "drizzle-orm";
import { prepared } from "../../../db/prepared.ts";
import { BEING_CHANGED } from "../../../db/queries/proposals.ts";
import { whoWasAlerted } from "../../../db/queries/safety-alerts.ts";
import { findStep } from "../../../db/queries/steps.ts";
import { customer, incident, ladderStep, proposal, proposalIncident, safetyAlert } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { asDecider } from "../../policy/approval/may-decide.ts";
import { nextSteps, rungToTake } from "../../policy/ladder/next-steps.ts";
import { type Offered, openTo } from "../../policy/ladder/open-to.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { ownerOf } from "../own-identifier.ts";
import { packOf } from "../pack-of.ts";
import { asOf } from "../steps/case-facts.ts";
import { ladderLines, loadCase } from "../steps/ladder-of.ts";
import { aboutReport } from "../steps/prepare-step.ts";
import type { Scene } from "./copy-scene.ts";

const reportById = prepared(getTableColumns(incident), ["organisation", "id"], (select, { organisation, id }) =>
  select.from(incident).where(and(eq(incident.organisationId, organisation), eq(incident.id, id))),
);

async function loadIncident(tx: Tx, organisation: string, id: string) {
  const [row] = await reportById(tx, { organisation, id });
  return row;
}

const sentAbout = prepared(
  {
    ref: proposal.ref,
    state: proposal.state,
    startedAt: proposal.startedAt,
    submittedAt: proposal.submittedAt,
    decidedAt: proposal.decidedAt,
  },
  ["organisation", "report"],
  (select, { organisation, report }) =>
    select
      .from(proposalIncident)
      .innerJoin(
        proposal,
        and(eq(proposal.organisationId, proposalIncident.organisationId), eq(proposal.id, proposalIncident.proposalId)),
      )
      .where(
        and(
          eq(proposalIncident.organisationId, organisation),
          eq(proposalIncident.incidentId, report),
          eq(proposalIncident.proposedFrom, true),
          notInArray(proposal.state, ["draft", "withdrawn"]),
        ),
      )
      .orderBy(desc(proposal.startedAt))
      .limit(1),
);

/** The proposal that was sent about a report, the newest first; a draft is nobody else's business, nor what was taken back. */
async function loadSentProposal(tx: Tx, organisation: string, report: string) {
  const [row] = await sentAbout(tx, { organisation, report });
  return row;
}

/** A report that ended in one of these has no proposal to tell of. */
const TRIAGED_BY_STEP: readonly (typeof incident.$inferSelect)["state"][] = ["advice", "warning"];

/** Facts of the receipt that follows a report to its reporter. */
export async function receiptFacts(tx: Tx, { copy, staff, moment }: Scene) {
  const row = await loadIncident(tx, copy.organisationId, copy.subjectId);
  if (!row) return undefined;
  const [proposed, given, alerted] = await Promise.all([
    TRIAGED_BY_STEP.includes(row.state) ? undefined : loadSentProposal(tx, row.organisationId, row.id),
    TRIAGED_BY_STEP.includes(row.state) ? stepOf(tx, row) : undefined,
    row.seriousThreat ? whoWasAlerted(tx, row.organisationId, row.id) : undefined,
  ]);
  const manager = staff.find(({ id }) => id === row.triageOfficerId)?.name;
  return {
    ref: row.ref,
    sent: moment(row.reportedAt),
    ...(manager ? { manager } : {}),
    ...(alerted ? { alerted } : {}),
    injury: row.injury,
    news: news(),
  };

  function news() {
    const when = moment(row?.triagedAt ?? row?.reportedAt ?? new Date(0));
    if (row?.state === "no_further_action") return { code: "no-further-action", when } as const;
    if (row?.state === "advice" || row?.state === "warning")
      return given?.givenOn
        ? ({ code: row.state, on: given.givenOn, done: true } as const)
        : ({ code: row.state, when, done: false } as const);
    if (!proposed) return { code: "sent" } as const;
    const decided = moment(proposed.decidedAt ?? proposed.submittedAt ?? proposed.startedAt);
    if (proposed.state === "approved") return { code: "approved", when: decided } as const;
    if (proposed.state === "rejected") return { code: "rejected", when: decided } as const;
    return { code: "proposed", when, back: BEING_CHANGED.includes(proposed.state) } as const;
  }
}

/** The advice or warning that a report led to. */
async function stepOf(tx: Tx, { organisationId, id }: { organisationId: string; id: string }) {
  const [row] = await tx
    .select()
    .from(ladderStep)
    .where(and(eq(ladderStep.organisationId, organisationId), eq(ladderStep.incidentId, id)));
  return row;
}

/** Facts of the triage card. */
export async function triageFacts(tx: Tx, scene: Scene, { now }: { now: Date }) {
  const { copy, organisation, nameOf, moment } = scene;
  const row = await loadIncident(tx, copy.organisationId, copy.subjectId);
  if (!row) return undefined;
  const customer = row.customerId;
  const [proposed, about, perhaps, earlier, pack, facts] = await Promise.all([
    row.state === "proposed" ? loadSentProposal(tx, row.organisationId, row.id) : undefined,
    customer ? customerOf(tx, row.organisationId, customer) : undefined,
    customer || row.state !== "awaiting_triage"
      ? undefined
      : ownerOf(tx, row.organisationId, {
          typed: row.typedCustomer,
          country: organisation.country,
          today: localDate(now, organisation.timeZone),
        }),
    customer ? earlierReports(tx, { organisation: row.organisationId, customer, before: row.reportedAt }) : 0,
    packOf(tx, row.organisationId, organisation),
    loadCase(tx, organisation, { customer, report: row }),
  ]);
  const steps = nextSteps(facts, pack, asOf(organisation, now));
  return {
    target: { id: row.id, version: row.version },
    ref: row.ref,
    reportedBy: nameOf(row.reporterId),
    service: row.service,
    sent: moment(row.reportedAt),
    ...(about ? { customerRef: about.ref } : {}),
    ...(perhaps?.code === "perhaps" ? { perhaps: perhaps.ref } : {}),
    earlierReports: earlier,
    seriousThreat: row.seriousThreat,
    injury: row.injury,
    ...holderOf(row, scene),
    open: openToReader(row, pack, scene),
    toTake: rungToTake(steps),
    next: ladderLines(steps, pack),
    state: state(),
  };

  function state() {
    const by = row?.triagedBy ? nameOf(row.triagedBy) : "";
    const when = moment(row?.triagedAt ?? new Date(0));
    if (row?.state === "no_further_action") return { code: "no-further-action", by, when } as const;
    if (row?.state === "advice" || row?.state === "warning") return { code: row.state, by, when } as const;
    return row?.state === "proposed"
      ? ({ code: "proposed", by, when, proposalRef: proposed?.ref ?? "" } as const)
      : ({ code: "open" } as const);
  }
}

/** What the reader of this copy may do; in a channel, only what everybody there may. */
function openToReader(
  row: typeof incident.$inferSelect,
  pack: Pack,
  { copy, staff }: Scene,
): readonly Offered[] | null {
  const reader = staff.find(({ id }) => id === copy.officerId);
  return reader ? openTo(asDecider(reader, staff), { about: aboutReport(row), pack, staff }) : [];
}

/** In whose hands it is, for another reader. */
function holderOf({ triageOfficerId }: typeof incident.$inferSelect, { copy, nameOf }: Scene) {
  return triageOfficerId === null || triageOfficerId === copy.officerId ? {} : { with: nameOf(triageOfficerId) };
}

async function customerOf(tx: Tx, organisation: string, id: string) {
  const [row] = await tx
    .select({ ref: customer.ref })
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, id)));
  return row;
}

async function earlierReports(
  tx: Tx,
  { organisation, customer: about, before }: { organisation: string; customer: string; before: Date },
): Promise<number> {
  const [row] = await tx
    .select({ earlier: count() })
    .from(incident)
    .where(
      and(eq(incident.organisationId, organisation), eq(incident.customerId, about), lt(incident.reportedAt, before)),
    );
  return row?.earlier ?? 0;
}

/** Facts of a safety alert, for a person in the chain or masked for the register team. */
export async function safetyFacts(tx: Tx, { copy, organisation, nameOf, moment }: Scene) {
  const [[row], pack] = await Promise.all([
    tx
      .select()
      .from(safetyAlert)
      .where(and(eq(safetyAlert.organisationId, copy.organisationId), eq(safetyAlert.id, copy.subjectId))),
    packOf(tx, copy.organisationId, organisation),
  ]);
  const about = row && (await loadIncident(tx, copy.organisationId, row.incidentId));
  if (!row || !about) return undefined;
  const acknowledged = row.acknowledgedAt && {
    code: "acknowledged" as const,
    by: row.acknowledgedBy ? nameOf(row.acknowledgedBy) : "",
    when: moment(row.acknowledgedAt),
  };
  return {
    target: { id: row.id, version: row.version },
    ref: about.ref,
    service: about.service,
    sent: moment(row.raisedAt),
    police: dangerWords(pack),
    to:
      copy.kind === "safety-alert"
        ? ({ kind: "person", reportedBy: nameOf(about.reporterId) } as const)
        : ({ kind: "channel", line: lineOf(row, copy) } as const),
    state: acknowledged ?? ({ code: "open" } as const),
    passedOn: copy.officerId !== null && row.asked.indexOf(copy.officerId) > 0,
  };
}

/** How far the line has been asked: the register team hears again when it is used up. */
function lineOf({ asked }: typeof safetyAlert.$inferSelect, { round }: Scene["copy"]) {
  if (asked.length === 0) return "nobody" as const;
  return round > 1 ? ("used-up" as const) : ("asked" as const);
}

/** Facts of the task to ask a customer to moderate their behaviour. */
export async function adviceFacts(tx: Tx, { copy }: Scene) {
  const row = await findStep(tx, copy.organisationId, copy.subjectId);
  if (!row?.incidentId) return undefined;
  const [report, about] = await Promise.all([
    loadIncident(tx, copy.organisationId, row.incidentId),
    customerOf(tx, copy.organisationId, row.customerId),
  ]);
  if (!report || !about) return undefined;
  const { how, givenOn, givenBy } = row;
  return {
    target: { id: row.id, version: row.version },
    reportRef: report.ref,
    customerRef: about.ref,
    how,
    reminder: copy.kind === "advice-reminder",
    state:
      row.state === "given" && how && givenOn
        ? ({ code: "given", how, on: givenOn, by: givenBy ?? "" } as const)
        : ({ code: "open" } as const),
  };
}

/** What the policy says of danger, and where its procedure is to be found. */
const dangerWords = ({ safety }: Pack): string =>
  `${safety.police.value} You find it here: ${safety.procedureAt.value}.`;
