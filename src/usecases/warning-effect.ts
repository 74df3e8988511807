/** The figure of how often a warning was enough, by the pack in force (CASEWORK section 7). */
import { loadWarnings } from "../../db/queries/figures.ts";
import { loadOrganisation } from "../../db/queries/organisation.ts";
import type { Tx } from "../../db/transaction.ts";
import { type WarningEffect, warningEffect } from "../policy/figures/warning-effect.ts";
import { localDate } from "../policy/working-time/dates.ts";
import { holidaysOf } from "./holidays-of.ts";
import { packOf } from "./pack-of.ts";

/** For the register team and the command line; counts only, nothing about anybody. */
export async function loadWarningEffect(tx: Tx, organisation: string, at: Date): Promise<WarningEffect> {
  const own = await loadOrganisation(tx, organisation);
  const warnings = await loadWarnings(tx, organisation, own.timeZone);
  const years = new Set(warnings.map(({ on }) => on.slice(0, 4)));
  const holidays = [...years].flatMap((year) => [...holidaysOf(own, new Date(`${year}-07-01T00:00:00Z`))]);
  const calendar = { timeZone: own.timeZone, holidays: new Set(holidays) };
  return warningEffect(warnings, await packOf(tx, organisation, own), { today: localDate(at, own.timeZone), calendar });
}
