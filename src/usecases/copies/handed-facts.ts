/** What the notice "Open work of … is yours now" shows, from the audit entry of the handing over. */
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { audit } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Scene } from "./copy-scene.ts";

const Refs = z.array(z.string()).default([]);
const Facts = z.object({
  to: z.string().nullable(),
  reports: Refs,
  advice: Refs,
  letters: Refs,
  proposals: Refs,
  submitted: Refs,
  adjustments: Refs,
  arrangements: Refs,
  unanswered: Refs,
});

/** References by kind; `to` null: the notice to the register team. */
export async function handedFacts(tx: Tx, { copy, nameOf }: Scene) {
  const [row] = await tx
    .select({ facts: audit.facts, of: audit.subjectId })
    .from(audit)
    .where(and(eq(audit.organisationId, copy.organisationId), eq(audit.id, copy.subjectId)));
  if (!row) return undefined;
  const { to, ...refs } = Facts.parse(row.facts);
  return { leaver: nameOf(row.of), team: to === null, ...refs };
}
