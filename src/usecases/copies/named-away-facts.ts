import { z } from "zod";
import { findAudit } from "../../../db/queries/audit.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Scene } from "./copy-scene.ts";

const Facts = z.object({ standIn: z.string().nullable(), arrangements: z.array(z.string()) });

/** What the notice that a named officer is away shows, from its audit entry. */
export async function namedAwayFacts(tx: Tx, { copy, staff, nameOf }: Scene) {
  const row = await findAudit(tx, copy.organisationId, copy.subjectId);
  if (!row) return undefined;
  const { standIn, arrangements } = Facts.parse(row.facts);
  const left = staff.find(({ id }) => id === row.subjectId)?.status === "left";
  return { officer: nameOf(row.subjectId), left, standIn: standIn === null ? null : nameOf(standIn), arrangements };
}
