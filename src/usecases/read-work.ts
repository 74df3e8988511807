/** What waits for an officer, what they have under way, and what falls due soon (CASEWORK section 1). References only. */
import { loadOrganisation } from "../../db/queries/organisation.ts";
import { mayOweAdjustments } from "../../db/queries/owed-adjustments.ts";
import { loadStaffOn } from "../../db/queries/staff.ts";
import { loadWork, type WorkRow } from "../../db/queries/work.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { reachOf } from "../policy/disclosure/may-search.ts";
import { addDays, localDate, startOfDay } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";
import { loadOffice } from "./office.ts";
import { adjustmentsAsked, mayAnswerAdjustments } from "./propose/answer-adjustments.ts";
import { assessIn } from "./propose/assess.ts";
import { viewerOf } from "./viewer.ts";

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
  /** Whether this officer finds anything in the register: by their own roles, or for somebody away. */
  readonly searches: boolean;
};

/** One page, counted from 1, of everything that concerns this officer; a page beyond the last is the last. */
export function readWork({ db, now, chats }: Context) {
  return async ({ actor, page }: { actor: Actor; page: number }): Promise<WorkPage> =>
    await interactive(db, actor.organisation, async (tx) => {
      const { timeZone } = await loadOrganisation(tx, actor.organisation);
      const today = localDate(now(), timeZone);
      const wanted = {
        officer: actor.officer,
        /** A service manager sees the reports of their service, whoever they were given to. */
        service: actor.roles.includes("service_manager") ? actor.service : null,
        all: actor.roles.includes("register_team"),
        owed: await owedAdjustments(tx, actor, { now: now(), chats }),
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
      const searches = await mayFind(tx, actor, { chats, day: today });
      return { page: shown, pages, total, rows, timeZone, searches };
    });
}

async function mayFind(tx: Tx, actor: Actor, on: { chats: Context["chats"]; day: string }): Promise<boolean> {
  return reachOf(viewerOf(actor, await loadStaffOn(tx, actor.organisation, on))).code !== "none";
}

/** The proposals of the short road that wait for this officer's answer about adjustments: the gate says which do. */
async function owedAdjustments(tx: Tx, actor: Actor, asOf: Pick<Context, "chats"> & { now: Date }): Promise<string[]> {
  const owing = { officer: actor.officer, forLeavers: actor.roles.includes("register_team"), at: asOf.now };
  const rows = await mayOweAdjustments(tx, actor.organisation, owing);
  if (rows.length === 0) return [];
  const office = await loadOffice(tx, actor.organisation, asOf);
  const owed: string[] = [];
  for (const row of rows) {
    const assessed = await assessIn(office, tx, { row, now: asOf.now });
    if (mayAnswerAdjustments(assessed, actor) && (await adjustmentsAsked(tx, assessed, asOf.now))) owed.push(row.id);
  }
  return owed;
}
