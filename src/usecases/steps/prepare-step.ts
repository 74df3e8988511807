/** What the form of an advice or a warning needs before anything is typed. */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import type { StaffMember } from "../../../db/queries/staff.ts";
import { incident } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { asDecider } from "../../policy/approval/may-decide.ts";
import type { Rung } from "../../policy/ladder/continued.ts";
import { employeeFor, mayBegin, takesItSelf } from "../../policy/ladder/may-begin.ts";
import type { About, TakeRefusal } from "../../policy/ladder/may-take.ts";
import { type NextStep, nextSteps } from "../../policy/ladder/next-steps.ts";
import type { Pack, PackStep } from "../../policy/packs/pack.ts";
import type { Step } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { packOf } from "../pack-of.ts";
import { namedBefore, perhapsOf } from "../propose/customer-of-report.ts";
import { type IncidentRow, refuseTriage, staffToday } from "../triage.ts";
import { asOf, incidentFact, loadRecord } from "./case-facts.ts";

export type PreparedStep = Awaited<ReturnType<ReturnType<typeof prepareStep>>>;

/** For whoever may triage the report; `not-in-policy` when the pack goes without this step. */
export function prepareStep({ db, now, chats }: Context) {
  return async ({ actor, incident: id, step }: { actor: Actor; incident: string; step: Step }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const [row] = await tx
        .select()
        .from(incident)
        .where(and(eq(incident.organisationId, actor.organisation), eq(incident.id, id)));
      const staff = await staffToday(tx, actor, { now, chats });
      const refusal = refuseTriage({ actor, row, staff });
      if (!row || refusal) return refusal ?? ({ code: "unknown-target" } as const);
      const pack = await packOf(tx, actor.organisation, actor);
      const packStep = pack.steps.find((one) => one.step === step);
      const mayNot = refuseRung(step, { actor, row, staff, pack });
      if (!packStep || mayNot) return mayNot ?? ({ code: "not-in-policy" } as const);

      const at = now();
      // The form names the customer as the reporter typed it.
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "incident-opened",
        by: actor.officer,
        subject: { kind: "incident", id },
      });
      const about = row.customerId === null ? await namedBefore(tx, row) : undefined;
      const rungs = await rungsOf(tx, { actor, row, customer: row.customerId, pack, at });
      return {
        code: "ready",
        row,
        about,
        perhaps: about ? undefined : (await perhapsOf(tx, { row, at }))?.ref,
        pack,
        packStep,
        ...whoGives(packStep, { actor, row, staff, pack }),
        today: localDate(at, actor.timeZone),
        standing: standingIn(rungs, step),
        /** Advice that counts is on record. */
        advised: standingIn(rungs, "advice").code === "taken",
      } as const;
    });
}

type After = {
  readonly actor: Actor;
  readonly row: IncidentRow;
  readonly staff: readonly StaffMember[];
  readonly pack: Pack;
};

/** Why this officer may not begin the rung after this report; nothing when they may. */
export function refuseRung(rung: Rung, { actor, row, staff, pack }: After): TakeRefusal | undefined {
  const officer = staff.find(({ id }) => id === actor.officer);
  if (!officer) return { code: "not-present" };
  return mayBegin(rung, asDecider(officer, staff), { about: aboutReport(row), pack });
}

/** Whose task the step may be: of whoever begins it, of whoever reported it, or of either. */
export function whoGives(
  packStep: PackStep,
  { actor, row, staff, pack }: After,
): { readonly self: boolean; readonly reporter: StaffMember | undefined } {
  const officer = staff.find(({ id }) => id === actor.officer);
  const about = aboutReport(row);
  return {
    self: officer !== undefined && takesItSelf(packStep.step, asDecider(officer, staff), { about, pack, staff }),
    reporter: employeeFor(packStep, about, staff),
  };
}

/** What a rung after this report would be about. */
export function aboutReport({ service, reporterId, affected, triageOfficerId }: IncidentRow): About {
  return { service, metBy: [reporterId, ...affected], triageOfficerId };
}

type Standing = {
  readonly actor: Actor;
  readonly row: IncidentRow;
  /** Null: the report names nobody who is on record, so nothing but this report is. */
  readonly customer: string | null;
  readonly pack: Pack;
  readonly at: Date;
};

/** Where this step stands for this customer now: open, taken, or not yet and why. */
export async function standingOf(tx: Tx, { step, ...standing }: Standing & { readonly step: Step }): Promise<NextStep> {
  return standingIn(await rungsOf(tx, standing), step);
}

function standingIn(rungs: readonly NextStep[], step: Step): NextStep {
  return rungs.find(({ rung }) => rung === step) ?? { rung: step, code: "not_in_policy" };
}

async function rungsOf(tx: Tx, { actor, row, customer, pack, at }: Standing): Promise<readonly NextStep[]> {
  const own = await loadOrganisation(tx, actor.organisation);
  const facts = customer ? await loadRecord(tx, own, customer) : { incidents: [], stepsTaken: [] };
  const known = facts.incidents.some(({ ref }) => ref === row.ref);
  const incidents = known ? facts.incidents : [...facts.incidents, incidentFact(row, own)];
  return nextSteps({ ...facts, incidents, openProposal: null }, pack, asOf(own, at)).rungs;
}
