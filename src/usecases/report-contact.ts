/** An officer reports what happened: the incident, who looks at it, and at once who must know of a threat. */
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../db/queries/audit.ts";
import { addCopies, refreshCopies, type WantedCopy } from "../../db/queries/copies.ts";
import { findCustomerByRef } from "../../db/queries/customers-found.ts";
import { addDue } from "../../db/queries/due.ts";
import { submittedAbout } from "../../db/queries/proposal-reports.ts";
import { nextReferences } from "../../db/queries/reference.ts";
import { type Alerted, whoWasAlerted } from "../../db/queries/safety-alerts.ts";
import { loadStaffOn } from "../../db/queries/staff.ts";
import { refreshTriageOf } from "../../db/queries/triage-copies.ts";
import type { TypedCustomer } from "../../db/schema/casework.ts";
import { alert, incident, organisation } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { serviceNamed } from "../policy/staff/service-named.ts";
import { safetyChain, triageOfficer } from "../policy/staff/who-hears.ts";
import type { Behaviour, Channel, Injury } from "../policy/vocabulary.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";
import { ownerOf } from "./own-identifier.ts";
import { raiseSafetyAlert } from "./raise-safety-alert.ts";
import { findReport, reported, submissionOf } from "./report-once.ts";
import { triageDueAt } from "./triage-due.ts";

export type ReportContact = {
  readonly actor: Actor;
  /** The form it came from: sent twice, it is one report. */
  readonly submission: string;
  readonly customer: TypedCustomer;
  readonly notKnown: boolean;
  readonly whatHappened: string;
  readonly opinion: string | null;
  readonly occurredAt: Date | null;
  readonly channel: Channel | null;
  readonly service: string | null;
  readonly behaviours: readonly Behaviour[];
  readonly matter: string | null;
  readonly doneAtOnce: string | null;
  readonly askedToModerate: string | null;
  readonly seriousThreat: boolean;
  readonly place: string | null;
  /** Whether anybody was hurt; null: left empty, which is not a no. */
  readonly injury: Injury | null;
  /** What there is and where it is kept: the files stay there. */
  readonly evidence: string | null;
  /** Work e-mail addresses of other officers it happened to. */
  readonly affected: readonly string[];
  /** The alert it was opened from. */
  readonly alert: string | null;
};

/** What was wrong with a report, by what it is about. Nothing was written. */
export type ReportFault =
  | "who-missing"
  | "what-missing"
  | "unknown-reference"
  | "in-the-future"
  | "unknown-service"
  /** `typed`: what was given as a work e-mail and is nobody's. For whoever typed it. */
  | { readonly code: "unknown-officer"; readonly typed: readonly string[] };

export type ReportOutcome =
  | {
      readonly code: "reported";
      readonly ref: string;
      /** Null: no serious threat was reported. */
      readonly alerted: Alerted | null;
      readonly triageName: string | null;
    }
  | { readonly code: "faults"; readonly faults: readonly ReportFault[] };

/** Minutes by which an officer's own clock may run ahead. */
const AHEAD_MINUTES = 5;

/** Records a report. The same form sent twice gives the first answer again. */
export function reportContact({ db, now, chats }: Context) {
  return async (command: ReportContact): Promise<ReportOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const at = now();
      const ours = { organisation: command.actor.organisation, chats, now: at };
      const submission = submissionOf(command);
      const known = await findReport(tx, submission);
      if (known) return await reported(tx, known);

      const found = await findCustomer(tx, command, at);
      const day = localDate(at, command.actor.timeZone);
      const staff = await loadStaffOn(tx, ours.organisation, { chats, day });
      const affected = command.affected.map((typed) => ({
        typed,
        id: staff.find((officer) => officer.email === typed.toLowerCase())?.id,
      }));
      const strangers = affected.flatMap(({ typed, id }) => (id === undefined ? [typed] : []));
      const { actor } = command;
      const service = command.service ? serviceNamed(actor.services, command.service) : actor.service;
      const faults = [
        ...faultsOf(command, found, at),
        ...(service === undefined ? (["unknown-service"] as const) : []),
        ...(strangers.length > 0 ? [{ code: "unknown-officer", typed: strangers } as const] : []),
      ];
      if (service === undefined || faults.length > 0) return { code: "faults", faults };

      const triage = triageOfficer(staff, service, command.actor.officer);
      const triageId = triage.code === "found" ? triage.officer.id : null;
      const id = newId();
      const [ref = ""] = await nextReferences(tx, ours.organisation, { prefix: "R", count: 1 });
      await tx.insert(incident).values({
        organisationId: ours.organisation,
        id,
        ref,
        submission,
        customerId: found.customer,
        typedCustomer: command.customer,
        reporterId: command.actor.officer,
        reportedAt: at,
        service,
        channel: command.channel,
        occurredAt: command.occurredAt ?? at,
        place: command.place,
        whatHappened: command.whatHappened,
        opinion: command.opinion,
        behaviours: [...command.behaviours],
        matter: command.matter,
        doneAtOnce: command.doneAtOnce,
        askedToModerate: command.askedToModerate,
        seriousThreat: command.seriousThreat,
        injury: command.injury,
        evidence: command.evidence,
        affected: affected.flatMap(({ id: officer }) => officer ?? []),
        alertId: await alertTheySaw(tx, command),
        state: "awaiting_triage",
        triageOfficerId: triageId,
      });
      const copies: WantedCopy[] = [
        { kind: "report-receipt", subject: id, officer: command.actor.officer },
        { kind: "triage", subject: id, officer: triageId ?? "register-team" },
      ];
      if (command.seriousThreat) {
        const chain = safetyChain(staff, service, command.actor.officer).map((officer) => officer.id);
        copies.push(
          ...(await raiseSafetyAlert(tx, { organisation: ours.organisation, incident: id, first: chain[0], at })),
        );
      }
      await addDue(tx, ours.organisation, [
        { kind: "triage-waiting", subject: id, at: await triageDueAt(tx, command.actor, at) },
      ]);
      await appendAudit(tx, {
        organisation: ours.organisation,
        at,
        event: "incident-reported",
        by: command.actor.officer,
        subject: { kind: "incident", id },
        facts: { seriousThreat: command.seriousThreat },
      });
      // Before this one has a card itself.
      await refreshTriageOf(tx, ours.organisation, found.customer);
      await addCopies(tx, ours, copies);
      // A proposal of theirs may have been held for want of just this: its cards say so no longer.
      if (found.customer)
        await refreshCopies(tx, ours.organisation, await submittedAbout(tx, ours.organisation, found.customer));
      return {
        code: "reported",
        ref,
        alerted: command.seriousThreat ? await whoWasAlerted(tx, ours.organisation, id) : null,
        triageName: triage.code === "found" ? triage.officer.name : null,
      };
    });
}

type Found = { readonly customer: string | null; readonly unknownReference: boolean };

/**
 * A reference says who it is; else an identifier that is one customer's own, where no other name stands beside it.
 * Otherwise the manager will say.
 */
async function findCustomer(tx: Tx, { actor, customer: typed, notKnown }: ReportContact, at: Date): Promise<Found> {
  if (notKnown) return { customer: null, unknownReference: false };
  if (typed.ref) {
    const row = await findCustomerByRef(tx, actor.organisation, typed.ref);
    return { customer: row?.id ?? null, unknownReference: row === undefined };
  }
  const [own] = await tx
    .select({ country: organisation.country })
    .from(organisation)
    .where(eq(organisation.id, actor.organisation));
  const owner = await ownerOf(tx, actor.organisation, {
    typed,
    country: own?.country ?? "GB",
    today: localDate(at, actor.timeZone),
  });
  return { customer: owner?.code === "theirs" ? owner.id : null, unknownReference: false };
}

function faultsOf(command: ReportContact, found: Found, at: Date): readonly ReportFault[] {
  const faults: ReportFault[] = [];
  const named = Object.values(command.customer).some((value) => value);
  if (!named && !command.notKnown) faults.push("who-missing");
  if (found.unknownReference) faults.push("unknown-reference");
  if (!command.whatHappened) faults.push("what-missing");
  if (command.occurredAt && command.occurredAt.getTime() > at.getTime() + AHEAD_MINUTES * 60_000)
    faults.push("in-the-future");
  return faults;
}

/** The alert the form came from, when it was sent to this officer or they are of the register team: forms can be forged. */
async function alertTheySaw(tx: Tx, { actor, alert: id }: ReportContact): Promise<string | null> {
  if (id === null) return null;
  const all = actor.roles.includes("register_team");
  const toldOf = sql`exists (select from alert_recipient r where r.organisation_id = ${alert.organisationId}
    and r.alert_id = ${alert.id} and r.officer_id = ${actor.officer}::uuid)`;
  const [seen] = await tx
    .select({ id: alert.id })
    .from(alert)
    .where(and(eq(alert.organisationId, actor.organisation), eq(alert.id, id), all ? undefined : toldOf));
  return seen?.id ?? null;
}
