/** Advice and warnings, given or still to give: whether they count under each pack. */
import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { LadderStepRow } from "../../../db/queries/steps.ts";
import { customer, incident, ladderStep, proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { StepTaken } from "../../policy/ladder/step-standings.ts";
import { stepChanges } from "../../policy/packs/case-changes.ts";
import { STEPS } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { loadRecord } from "../steps/case-facts.ts";
import type { SimulatedCase } from "./live-cases.ts";
import { underBoth } from "./live-reports.ts";
import type { Setting } from "./put-in-force.ts";

/** Whether each step on record still counts, by the reference of what put it there. */
export async function givenSteps(tx: Tx, setting: Setting): Promise<readonly SimulatedCase[]> {
  const rows = await stepsOf(tx, setting, and(eq(ladderStep.state, "given"), onRecord));
  const cases: SimulatedCase[] = [];
  for (const { step, ref } of rows) {
    if (step.givenOn === null) continue;
    const { before, after } = await ofStep(tx, setting, { step, on: step.givenOn });
    // What no longer counts under the pack in force is no live case.
    if (before.rungs.find(({ rung }) => rung === step.kind)?.code !== "taken") continue;
    const changes = stepChanges(step.kind, before, after);
    const { packId, packVersion } = step;
    cases.push({ ref, what: "step_given", packId, packVersion, keeps: false, changes });
  }
  return cases;
}

/** Advice that nobody has recorded yet, and warnings that are not sent: their words stay, and the day is still to come. */
export async function stepsToGive(tx: Tx, setting: Setting): Promise<readonly SimulatedCase[]> {
  const rows = await stepsOf(tx, setting, eq(ladderStep.state, "to_give"));
  const on = localDate(setting.at, setting.own.timeZone);
  const cases: SimulatedCase[] = [];
  for (const { step, ref } of rows) {
    const { before, after } = await ofStep(tx, setting, { step, on });
    const changes = stepChanges(step.kind, before, after).map((change) => `given today, ${change}`);
    const what = step.kind === "advice" ? "advice_not_given" : "warning_not_sent";
    const { packId, packVersion } = step;
    cases.push({ ref, what, packId, packVersion, keeps: true, changes });
  }
  return cases;
}

/** What a proposer put on record is on record of the customer once the proposal is approved. */
const onRecord = or(isNull(ladderStep.proposalId), eq(proposal.state, "approved"));

/** Each by its report, else by the decision that rests on it; advice from before, put on record with a warning, by its customer. */
async function stepsOf(tx: Tx, { own }: Setting, which: SQL | undefined) {
  const ref = sql<string>`coalesce(${incident.ref}, ${proposal.ref}, ${customer.ref})`;
  return await tx
    .select({ step: ladderStep, ref })
    .from(ladderStep)
    .innerJoin(
      customer,
      and(eq(customer.organisationId, ladderStep.organisationId), eq(customer.id, ladderStep.customerId)),
    )
    .leftJoin(
      incident,
      and(eq(incident.organisationId, ladderStep.organisationId), eq(incident.id, ladderStep.incidentId)),
    )
    .leftJoin(
      proposal,
      and(eq(proposal.organisationId, ladderStep.organisationId), eq(proposal.id, ladderStep.proposalId)),
    )
    .where(and(eq(ladderStep.organisationId, own.id), which))
    .orderBy(asc(ref), asc(ladderStep.kind), asc(ladderStep.id));
}

type Dated = { readonly step: LadderStepRow; readonly on: string };

/** The step as given on that day, with what it rests on: nothing after it, and no later rung. */
async function ofStep(tx: Tx, setting: Setting, { step: { customerId, kind, how, incidentId }, on }: Dated) {
  const record = await loadRecord(tx, setting.own, customerId);
  const rests = record.stepsTaken.filter(
    (one) => STEPS.indexOf(one.step) < STEPS.indexOf(kind) && (one.on ?? "") <= on,
  );
  const own: StepTaken = { step: kind, on, how, receivedOn: null, fromBefore: incidentId === null };
  return await underBoth(tx, { ...record, stepsTaken: [...rests, own], openProposal: null }, setting);
}
