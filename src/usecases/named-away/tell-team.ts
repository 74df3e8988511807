/**
 * "Named officer away or left: the deputy takes over at once, the register team is asked to confirm … Nobody present: … the
 * register team is told daily until somebody is named" (CASEWORK section 5). Readers have deputies too.
 */
import { isDeepStrictEqual } from "node:util";
import { v7 as newId } from "uuid";
import { noteStandIns } from "../../../db/queries/arrangements-naming.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, type Ledger } from "../../../db/queries/copies.ts";
import { addDue, nextDue } from "../../../db/queries/due.ts";
import type { Organisation } from "../../../db/queries/organisation.ts";
import type { StandsIn } from "../../../db/schema/register.ts";
import type { Tx } from "../../../db/transaction.ts";
import { addWorkingDaysOfTime } from "../../policy/working-time/add-working-time.ts";
import { workingClock } from "../../policy/working-time/working-clock.ts";
import { holidaysOf } from "../holidays-of.ts";
import { loadOffice } from "../office.ts";
import { packOf } from "../pack-of.ts";
import { type Around, loadStanding, type Standing } from "./standing-in.ts";

/**
 * Who stands in has changed since the register team was last told: it is told, with a card for each pair of people.
 * `arrangement`: in this one alone, which was decided while somebody was away.
 */
export async function tellOfStandIns(
  tx: Tx,
  ledger: Ledger,
  { office, arrangement }: { readonly office: Around; readonly arrangement?: string },
): Promise<void> {
  const news: News[] = [];
  for (const standing of await loadStanding(tx, office, { at: ledger.now, arrangement })) {
    const { row, now } = standing;
    if (isDeepStrictEqual(row.standIns, now)) continue;
    if (!(await noteStandIns(tx, office.organisation.id, { id: row.id, before: row.standIns, now }))) continue;
    const changed = now.filter((one) => !row.standIns.some((before) => isDeepStrictEqual(before, one)));
    news.push(...changed.map((one) => ({ ...one, ref: row.ref })));
  }
  await tell(tx, ledger, news);
  for (const of of withNobody(news)) await tellAgainTomorrow(tx, office.organisation, { of, at: ledger.now });
}

/**
 * Somebody has left, and the register team hears of the arrangements that name them in the notice of that: nothing is
 * posted here, and the next look finds nothing new.
 * @returns references of the arrangements in which nobody stands in for them
 */
export async function noteLeaving(tx: Tx, ledger: Ledger, officer: string): Promise<readonly string[]> {
  const office = await loadOffice(tx, ledger.organisation, ledger);
  const { organisation } = office;
  const standing = await loadStanding(tx, office, { at: ledger.now });
  for (const { row, now } of standing) {
    const others = row.standIns.filter(({ of }) => of !== officer);
    const theirs = now.filter(({ of }) => of === officer);
    if (theirs.length > 0)
      await noteStandIns(tx, organisation.id, { id: row.id, before: row.standIns, now: [...others, ...theirs] });
  }
  const unanswered = unansweredOf(standing, officer);
  if (unanswered.length > 0) await tellAgainTomorrow(tx, organisation, { of: officer, at: ledger.now });
  return unanswered;
}

/**
 * Of arrangements that were decided before the product was there the file says who stands in: that is as the council has
 * it, and asks for nothing.
 * @returns whether there is one in which nobody does
 */
export async function noteImported(tx: Tx, ledger: Ledger, arrangements: readonly string[]): Promise<boolean> {
  if (arrangements.length === 0) return false;
  const office = await loadOffice(tx, ledger.organisation, ledger);
  const fresh = new Set(arrangements);
  const standing = (await loadStanding(tx, office, { at: ledger.now })).filter(({ row }) => fresh.has(row.id));
  for (const { row, now } of standing) {
    const known = now.filter(({ by }) => by !== null);
    if (known.length > 0)
      await noteStandIns(tx, office.organisation.id, { id: row.id, before: row.standIns, now: known });
  }
  return standing.some(({ now }) => now.some(({ by }) => by === null));
}

/** A working day later: the register team is told again while nobody stands in for this officer, and not any more when somebody does. */
export async function tellWhileNobody(tx: Tx, ledger: Ledger, officer: string): Promise<void> {
  const office = await loadOffice(tx, ledger.organisation, ledger);
  const { organisation } = office;
  const unanswered = unansweredOf(await loadStanding(tx, office, { at: ledger.now }), officer);
  if (unanswered.length === 0) return;
  await tell(
    tx,
    ledger,
    unanswered.map((ref) => ({ ref, of: officer, by: null })),
  );
  await addDue(tx, organisation.id, [await oneWorkingDayLater(tx, organisation, { of: officer, at: ledger.now })]);
}

type News = Pick<StandsIn, "of" | "by"> & { readonly ref: string };

/** The audit entry is what a card is made of: it holds references only. */
async function tell(tx: Tx, ledger: Ledger, news: readonly News[]): Promise<void> {
  const pairs = Map.groupBy(news, ({ of, by }) => JSON.stringify([of, by]));
  for (const [first, ...more] of pairs.values()) {
    if (!first) continue;
    const id = newId();
    await appendAudit(tx, {
      id,
      organisation: ledger.organisation,
      at: ledger.now,
      event: "named-officer-away",
      by: null,
      subject: { kind: "officer", id: first.of },
      facts: { standIn: first.by, arrangements: [...new Set([first, ...more].map(({ ref }) => ref))].toSorted() },
    });
    await addCopies(tx, ledger, [{ kind: "named-away", subject: id, officer: "register-team" }]);
  }
}

/** One entry for a person, however often they come and go within a day. */
async function tellAgainTomorrow(tx: Tx, organisation: Organisation, one: { of: string; at: Date }): Promise<void> {
  if (await nextDue(tx, organisation.id, { subject: one.of, kind: "nobody-answers" })) return;
  await addDue(tx, organisation.id, [await oneWorkingDayLater(tx, organisation, one)]);
}

async function oneWorkingDayLater(tx: Tx, organisation: Organisation, { of, at }: { of: string; at: Date }) {
  const pack = await packOf(tx, organisation.id, organisation);
  const clock = workingClock(pack, { timeZone: organisation.timeZone, holidays: holidaysOf(organisation, at) });
  return { kind: "nobody-answers", subject: of, at: addWorkingDaysOfTime(at, 1, clock) } as const;
}

const withNobody = (news: readonly News[]): ReadonlySet<string> =>
  new Set(news.flatMap(({ of, by }) => (by === null ? [of] : [])));

function unansweredOf(standing: readonly Standing[], officer: string): readonly string[] {
  const refs = standing.flatMap(({ row, now }) =>
    now.some(({ of, by }) => of === officer && by === null) ? [row.ref] : [],
  );
  return refs.toSorted();
}
