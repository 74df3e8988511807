import { findStep } from "../../../db/queries/steps.ts";
import type { Tx } from "../../../db/transaction.ts";
import { packOf } from "../pack-of.ts";
import type { Scene } from "./copy-scene.ts";
import { customerOf, loadIncident } from "./report-rows.ts";

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
  const { steps } = await packOf(tx, copy.organisationId, row);
  return {
    target: { id: row.id, version: row.version },
    reportRef: report.ref,
    customerRef: about.ref,
    how,
    says: steps.find(({ step }) => step === row.kind)?.contains.value ?? [],
    reminder: copy.kind === "advice-reminder",
    state:
      row.state === "given" && how && givenOn
        ? ({ code: "given", how, on: givenOn, by: givenBy ?? "" } as const)
        : ({ code: "open" } as const),
  };
}
