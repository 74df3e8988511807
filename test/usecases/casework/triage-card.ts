import { expect } from "vitest";
import type { Council } from "../builders.ts";

/** What the triage card of this person shows now, of the newest report that they hold one of. */
export async function openTriage(council: Council, name: string) {
  const [row] = await council.sql`select c.id from copy c join officer o on o.id = c.officer_id
    where c.kind = 'triage' and o.name = ${name} order by c.created_at desc limit 1`;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(row?.["id"]) });
  expect(taken?.facts.kind).toBe("triage");
  return taken?.facts.kind === "triage" ? taken.facts.facts : undefined;
}
