/** The second step of a proposal: parameters, scope, dates, reason, and which identifiers are the customer's alone. */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { loadProposalParts } from "../../../db/queries/proposal-parts.ts";
import { lockProposalsOfCase, type ProposalRow, versionAfter } from "../../../db/queries/proposals.ts";
import { loadStaffOn } from "../../../db/queries/staff.ts";
import { proposal } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { chosenOf } from "../../policy/approval/chosen-identifiers.ts";
import { isAnsweredLater } from "../../policy/gates/answered-gates.ts";
import { type Holding, holds } from "../../policy/gates/ask-gates.ts";
import { chooseLinks } from "../../policy/gates/report-links.ts";
import { overlappingWindow } from "../../policy/restrictions/overlapping-windows.ts";
import { PARAMETERS } from "../../policy/restrictions/parameters.ts";
import { Restriction } from "../../policy/restrictions/restriction.ts";
import type { Channel, RestrictionKind } from "../../policy/vocabulary.ts";
import { localDate, startOfDay } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { lookAgain } from "../decide/look-again.ts";
import { viewerOf } from "../viewer.ts";
import { type Assessed, assess } from "./assess.ts";
import { identifiersOf } from "./identifiers-to-confirm.ts";
import { linkableReports, linkReports } from "./link-reports.ts";
import { type PeopleFault, peopleFaults } from "./people-faults.ts";
import { type ReaderFault, readerFault } from "./reader-fault.ts";
import { type ProposalGone, refuseProposer } from "./refuse-proposer.ts";
import { unlinkReport } from "./unlink-report.ts";

export type DetailProposal = {
  readonly actor: Actor;
  readonly proposal: string;
  /** Raw parameters by kind, as the form made them. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly organisationWide: boolean;
  readonly scopeReason: string | null;
  /** ISO dates. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly reviewOn: string | null;
  readonly reason: string;
  readonly openWay: string | null;
  readonly openWayBy?: Channel | null;
  /** A work e-mail; null: the register team. */
  readonly openWayReader?: string | null;
  /** Ids of identifiers that are this customer's alone. */
  readonly exclusive: readonly string[];
  /** Ids of the reports that explain each kind; of a kind that is left out they stay as they are. */
  readonly links?: Readonly<Partial<Record<RestrictionKind, readonly string[]>>>;
};

/** `parameter`: the field at `path` of that kind. `gate`: a gate that would not let the proposal out. */
export type DetailFault =
  | {
      readonly code: "parameter";
      readonly kind: RestrictionKind;
      readonly path: readonly string[];
      readonly message: string;
    }
  | PeopleFault
  | ReaderFault
  | { readonly code: "reason-missing" }
  | { readonly code: "gate"; readonly gate: Holding };

export type DetailOutcome =
  | { readonly code: "saved"; readonly assessed: Assessed }
  | { readonly code: "faults"; readonly faults: readonly DetailFault[] }
  | ProposalGone;

/** Saves what was entered, and reads the whole back; what would not go out is a fault beside its field. */
export function detailProposal({ db, now, chats }: Context) {
  return async (command: DetailProposal): Promise<DetailOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      // With the others of the customer, in whose history its reports count.
      const ofCase = await lockProposalsOfCase(tx, command.actor.organisation, command.proposal);
      const row = ofCase.find(({ id }) => id === command.proposal);
      const gone = await refuseProposer(tx, row, { actor: command.actor, now, chats });
      if (!row || gone) return gone ?? { code: "unknown-target" };

      const checked = parametersChecked(row, command);
      if (checked.faults.length > 0) return { code: "faults", faults: checked.faults };
      const at = now();
      const { linked, freed } = await link(tx, row, { command, at, chats });
      const saved = await save(tx, row, { command, restrictions: checked.restrictions, linked, at });
      if (freed)
        await lookAgain(
          tx,
          ofCase.filter(({ id }) => id !== row.id),
          { at, chats },
        );
      await appendAudit(tx, {
        organisation: row.organisationId,
        at,
        event: "proposal-changed",
        by: command.actor.officer,
        subject: { kind: "proposal", id: row.id },
        facts: { version: saved.version },
      });
      const assessed = await assess(tx, saved, { now: at, chats });
      const unread = await readerFault(tx, assessed, at);
      const faults = [
        ...peopleFaults(assessed),
        ...(unread ? [unread] : []),
        ...(command.reason ? [] : [{ code: "reason-missing" } as const]),
        ...gateFaults(assessed),
      ];
      // What was typed is kept in the draft, faults or not: nothing is lost.
      return faults.length > 0 ? { code: "faults", faults } : { code: "saved", assessed };
    });
}

function parametersChecked(row: ProposalRow, { parameters }: DetailProposal) {
  const faults: DetailFault[] = [];
  const restrictions = row.restrictions.map(({ kind, clause }) => {
    const known = Restriction.options.find((option) => option.shape.kind.value === kind)?.shape.kind.value;
    if (!known) throw new Error("a draft holds a kind that does not exist");
    const parsed = PARAMETERS[known].safeParse(parameters[kind] ?? {});
    for (const { path, message } of parsed.error?.issues ?? [])
      faults.push({ code: "parameter", kind: known, path: path.map(String), message });
    const overlap = known === "call_times" ? overlapOf(parsed.data) : undefined;
    if (overlap !== undefined)
      faults.push({ code: "parameter", kind: known, path: ["windows", String(overlap), "from"], message: OVERLAPS });
    return { kind, clause, parameters: parsed.data ?? {} };
  });
  return { faults, restrictions };
}

const OVERLAPS = "must not begin before the one before it has ended";

/** Asked here alone: an arrangement that was made otherwise may have such windows, and is screened all the same. */
function overlapOf(parameters: unknown): number | undefined {
  return overlappingWindow(PARAMETERS.call_times.safeParse(parameters).data?.windows ?? []);
}

/**
 * Only reports of this customer are linked; any other was forged, or moved to somebody else meanwhile. `freed`: one is
 * nobody's from now on.
 */
async function link(
  tx: Tx,
  row: ProposalRow,
  { command, at, chats }: { command: DetailProposal; at: Date; chats: Context["chats"] },
) {
  const { actor } = command;
  const { incidents } = await loadProposalParts(tx, row);
  const staff = await loadStaffOn(tx, row.organisationId, { chats, day: localDate(at, actor.timeZone) });
  const reports = await linkableReports(tx, row, { incidents, viewer: viewerOf(actor, staff) });
  const chosen = Object.fromEntries(
    Object.entries(command.links ?? {}).map(([kind, ids]) => [
      kind,
      ids.filter((id) => reports.some((one) => one.id === id)),
    ]),
  );
  const linked = await linkReports(tx, row, { by: actor.officer, at, to: (links) => chooseLinks(links, chosen) });
  // One that this alone rested on, after the proposal that named its customer was withdrawn.
  let freed = false;
  for (const { id } of incidents.filter(({ proposedFrom }) => !proposedFrom)) {
    const { code } = await unlinkReport(tx, { organisation: row.organisationId, id, by: actor.officer, at });
    freed ||= code === "freed";
  }
  return { linked, freed };
}

async function save(
  tx: Tx,
  row: ProposalRow,
  {
    command,
    restrictions,
    linked,
    at,
  }: { command: DetailProposal; restrictions: ProposalRow["restrictions"]; linked: boolean; at: Date },
) {
  const own = await identifiersOf(tx, row, at);
  const day = (date: string | null) => (date ? startOfDay(date, command.actor.timeZone) : null);
  const entered = {
    restrictions,
    services: command.organisationWide ? null : [row.service],
    scopeReason: command.scopeReason,
    startsAt: day(command.startsOn),
    endsAt: day(command.endsOn),
    reviewOn: command.reviewOn,
    reason: command.reason,
    openWay: command.openWay,
    openWayBy: command.openWayBy ?? null,
    openWayReader: command.openWayReader ?? null,
    exclusiveIdentifiers: chosenOf(own, command.exclusive).map(({ id }) => id),
  };
  const [saved] = await tx
    .update(proposal)
    .set({ ...entered, version: linked ? row.version + 1 : versionAfter(row, entered) })
    .where(and(eq(proposal.organisationId, row.organisationId), eq(proposal.id, row.id)))
    .returning();
  return saved ?? row;
}

function gateFaults({ gates }: Assessed): readonly DetailFault[] {
  // A conflict with a need is settled in the next step, by taking the alternative.
  return gates
    .filter(holds)
    .filter(({ gate }) => !isAnsweredLater(gate))
    .map((gate) => ({ code: "gate", gate }) as const);
}
