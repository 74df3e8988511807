import { loadOrganisation } from "../../db/queries/organisation.ts";
import type { Tx } from "../../db/transaction.ts";
import { addWorkingDaysOfTime } from "../policy/working-time/add-working-time.ts";
import { workingClock } from "../policy/working-time/working-clock.ts";
import type { Actor } from "./context.ts";
import { holidaysOf } from "./holidays-of.ts";
import { packOf } from "./pack-of.ts";

/** When the register team is told of a report that nobody has looked at: one working day after `at`. */
export async function triageDueAt(tx: Tx, actor: Actor, at: Date): Promise<Date> {
  const own = await loadOrganisation(tx, actor.organisation);
  const clock = workingClock(await packOf(tx, actor.organisation, own), {
    timeZone: own.timeZone,
    holidays: holidaysOf(own, at),
  });
  return addWorkingDaysOfTime(at, 1, clock);
}
