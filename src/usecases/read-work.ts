/** What waits for an officer, what they have under way, and what falls due soon (CASEWORK section 1). References only. */
import { loadOrganisation } from "../../db/queries/organisation.ts";
import { loadWork, type WorkRow } from "../../db/queries/work.ts";
import { interactive } from "../../db/transaction.ts";
import { addDays, localDate, startOfDay } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";

/** Rows that read well on a phone. */
const PAGE = 10;
/** Days ahead that count as soon. */
const SOON = 30;

export type WorkPage = {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly rows: readonly WorkRow[];
  readonly timeZone: string;
};

/** One page, counted from 1, of everything that concerns this officer; a page beyond the last is the last. */
export function readWork({ db, now }: Context) {
  return async ({ actor, page }: { actor: Actor; page: number }): Promise<WorkPage> =>
    await interactive(db, actor.organisation, async (tx) => {
      const { timeZone } = await loadOrganisation(tx, actor.organisation);
      const today = localDate(now(), timeZone);
      const wanted = {
        officer: actor.officer,
        /** A service manager sees the reports of their service, whoever they were given to. */
        service: actor.roles.includes("service_manager") ? actor.service : null,
        all: actor.roles.includes("register_team"),
        now: now(),
        soon: addDays(today, SOON),
        soonAt: startOfDay(addDays(today, SOON), timeZone),
        limit: PAGE,
      };
      const first = await loadWork(tx, actor.organisation, { ...wanted, offset: 0 });
      const pages = Math.max(1, Math.ceil(first.total / PAGE));
      const shown = Math.min(Math.max(1, page), pages);
      const { rows, total } =
        shown === 1 ? first : await loadWork(tx, actor.organisation, { ...wanted, offset: (shown - 1) * PAGE });
      return { page: shown, pages, total, rows, timeZone };
    });
}
