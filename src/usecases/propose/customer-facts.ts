/** What is known of a customer and stays with them: needs, language, where letters are collected, age and capacity. */
import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { prepared } from "../../../db/prepared.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import type { ProposalRow } from "../../../db/queries/proposals.ts";
import { customer } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { Need } from "../../policy/vocabulary.ts";

export type CustomerFacts = {
  readonly needs: readonly Need[];
  /** Of somebody who needs an interpreter. */
  readonly language: string | null;
  readonly collectionPoint: string | null;
  /** Null while nobody has said. */
  readonly minor: boolean | null;
  readonly lacksCapacity: boolean | null;
};

const FACTS = {
  needs: customer.needs,
  language: customer.language,
  collectionPoint: customer.collectionPoint,
  minor: customer.minor,
  lacksCapacity: customer.lacksCapacity,
};

const known = prepared(FACTS, ["organisation", "id"], (select, { organisation, id }) =>
  select.from(customer).where(and(eq(customer.organisationId, organisation), eq(customer.id, id))),
);

/** Not locked from whoever refers to the customer: an alert need not wait for it. */
const locked = prepared(FACTS, ["organisation", "id"], (select, { organisation, id }) =>
  select
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, id)))
    .for("no key update"),
);

type Of = Pick<ProposalRow, "organisationId" | "customerId">;

/** The customer of a proposal as the register knows them. */
export async function loadCustomerFacts(
  tx: Tx,
  { organisationId, customerId }: Of,
  { lock = false } = {},
): Promise<CustomerFacts> {
  const [row] = await (lock ? locked : known)(tx, { organisation: organisationId, id: customerId });
  if (!row) throw new Error("a proposal is about nobody");
  return { ...row, needs: Need.options.filter((need) => row.needs.includes(need)) };
}

export type CustomerFact = keyof CustomerFacts;

/** The audit says which of them changed, never what they are: that is health. */
const EVENTS = {
  needs: "needs-recorded",
  language: "language-recorded",
  collectionPoint: "collection-point-recorded",
  minor: "capacity-recorded",
  lacksCapacity: "capacity-recorded",
} as const;

const FACT_NAMES = Object.keys(EVENTS) as readonly CustomerFact[];

/** Writes what is different, with an entry in the audit for each; what is left out of `said` stays as it was. */
export async function recordCustomerFacts(
  tx: Tx,
  of: Of,
  { said, by, at }: { said: Partial<CustomerFacts>; by: string; at: Date },
): Promise<{ readonly about: CustomerFacts; readonly changed: readonly CustomerFact[] }> {
  const before = await loadCustomerFacts(tx, of, { lock: true });
  const after = { ...before, ...said };
  const changed = FACT_NAMES.filter((fact) => !isDeepStrictEqual(before[fact], after[fact]));
  if (changed.length === 0) return { about: before, changed };
  await tx
    .update(customer)
    .set(Object.fromEntries(changed.map((fact) => [fact, after[fact]])))
    .where(and(eq(customer.organisationId, of.organisationId), eq(customer.id, of.customerId)));
  await appendAudit(
    tx,
    ...[...new Set(changed.map((fact) => EVENTS[fact]))].map((event) => ({
      organisation: of.organisationId,
      at,
      event,
      by,
      subject: { kind: "customer", id: of.customerId },
    })),
  );
  return { about: after, changed };
}
