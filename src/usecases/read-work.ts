/** What waits for an officer, what they have under way, and what falls due soon (CASEWORK section 1). References only. */
import { askedToDecide } from "../../db/queries/asked-to-decide.ts";
import { mayOweAdjustments } from "../../db/queries/owed-adjustments.ts";
import { loadStaffOn, type StaffMember } from "../../db/queries/staff.ts";
import { loadWork, type WorkRow } from "../../db/queries/work.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { asDecider, servicesManaged } from "../policy/approval/may-decide.ts";
import { stillDecidable } from "../policy/approval/still-decidable.ts";
import { reachOf } from "../policy/disclosure/may-search.ts";
import { seatsOf } from "../policy/staff/seats.ts";
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
      const asOf = { now: now(), chats };
      const own = { seats: [actor.officer], services: servicesManaged({ ...actor, actsFor: [] }) };
      const [shown, staff] = await Promise.all([
        pageOf(tx, actor, { page, ...asOf, ...own }),
        loadStaffOn(tx, actor.organisation, { chats, day: localDate(asOf.now, actor.timeZone) }),
      ]);
      // Asked for beside the staff; once more by whoever stands in for somebody, which is seldom.
      const lent = lentTo(actor, staff);
      const list = lent ? await pageOf(tx, actor, { page, ...asOf, ...lent }) : shown;
      return { ...list, timeZone: actor.timeZone, searches: reachOf(viewerOf(actor, staff)).code !== "none" };
    });
}

type AsOf = Pick<Context, "chats"> & { readonly now: Date };
type Seats = { readonly seats: readonly string[]; readonly services: readonly string[] };

/** With the places of the people for whom they stand in; nothing for whoever stands in for nobody. */
function lentTo(actor: Actor, staff: readonly StaffMember[]): Seats | undefined {
  const found = staff.find(({ id }) => id === actor.officer);
  const officer = found && asDecider(found, staff);
  if (!officer || officer.actsFor.length === 0) return undefined;
  return { seats: seatsOf(officer).map(({ id }) => id), services: servicesManaged(officer) };
}

async function pageOf(tx: Tx, actor: Actor, { page, seats, services, ...asOf }: AsOf & Seats & { page: number }) {
  const { timeZone } = actor;
  const soon = addDays(localDate(asOf.now, timeZone), SOON);
  const wanted = {
    officer: actor.officer,
    seats,
    /** A service manager sees the reports of their service, whoever they were given to. */
    services,
    all: actor.roles.includes("register_team"),
    toDecide: await mayStillDecide(tx, actor, asOf),
    owed: await owedAdjustments(tx, actor, asOf),
    now: asOf.now,
    soon,
    soonAt: startOfDay(soon, timeZone),
    limit: PAGE,
  };
  const first = await loadWork(tx, actor.organisation, { ...wanted, offset: 0 });
  const pages = Math.max(1, Math.ceil(first.total / PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const { rows, total } =
    shown === 1 ? first : await loadWork(tx, actor.organisation, { ...wanted, offset: (shown - 1) * PAGE });
  return { page: shown, pages, total, rows };
}

/** Those of the proposals they were asked to decide that wait for them: a complaint or a role may have gone against it since. */
async function mayStillDecide(tx: Tx, actor: Actor, asOf: AsOf): Promise<string[]> {
  const rows = await askedToDecide(tx, actor.organisation, actor.officer);
  if (rows.length === 0) return [];
  const office = await loadOffice(tx, actor.organisation, asOf);
  const waiting: string[] = [];
  for (const row of rows) {
    const { record, staff, pack } = await assessIn(office, tx, { row, now: asOf.now });
    if (stillDecidable(record, staff, pack).may.includes(actor.officer)) waiting.push(row.id);
  }
  return waiting;
}

/** The proposals of the short road that wait for this officer's answer about adjustments: the gate says which do. */
async function owedAdjustments(tx: Tx, actor: Actor, asOf: AsOf): Promise<string[]> {
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
