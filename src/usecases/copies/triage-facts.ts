/** What the triage card shows: references and counts, what its reader may do, and what the policy opens next. */
import { and, count, eq, lt } from "drizzle-orm";
import { incident } from "../../../db/schema/index.ts";
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
import { customerOf, loadIncident, loadSentProposal } from "./report-rows.ts";

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
