/** Contacts come in: each is screened, kept as far as it may be, and alerted. One transaction, whatever their number. */

import type { Sql } from "../../../db/connect.ts";
import { loadHolidays } from "../../../db/queries/screening/before.ts";
import { findCandidates } from "../../../db/queries/screening/candidates.ts";
import { addContacts, addWeekCalls, type ContactRow, contactRow } from "../../../db/queries/screening/keep.ts";
import { loadNearby } from "../../../db/queries/screening/people.ts";
import { forSource, isClash, sqlOf, type Tx } from "../../../db/transaction.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";
import { type Decided, decideInOrder, type Earlier } from "./decided.ts";
import { everybody, isMatched, loadEarlier, NOTHING } from "./earlier.ts";
import { keptAnswer, keptContact, weekCallsOf } from "./kept.ts";
import { askedOf, type Fresh, type Matched, matchContacts, ofNobody } from "./matched.ts";
import { type Planned, plan, readContacts } from "./plan.ts";
import { raiseAlerts } from "./raise.ts";
import type { ContactRequest, ContactResult, KeptAnswer } from "./result.ts";
import { type Before, loadAround, loadBefore, type Nearby, type PacksRead } from "./surroundings.ts";

/** How often a request is begun anew because another one was quicker. */
const ATTEMPTS = 4;

/** One of the contacts is on record already, from earlier or from another request at the same moment; that answer is the first. */
class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/**
 * Screens a request of up to 1,000 contacts: one result for each, in order (SCREENING section 1).
 * `transaction` says how long it may take: a source waits longer than a person does.
 * @throws Unavailable when the register cannot be read: then nothing was written
 */
export function screenContacts({ db, now, chats }: Context, transaction = forSource) {
  const countries = new Map<string, string>();
  const packs: PacksRead = new Map();
  return async (request: ContactRequest): Promise<readonly ContactResult[]> => {
    const reading = whileBeginning(() => read(request, countries));
    for (let attempt = 1; ; attempt++) {
      try {
        return await transaction(db, request.organisation, async (tx) =>
          screenOnce(tx, { ...request, ...(await reading), at: now(), chats, countries, packs, attempt }),
        );
      } catch (error) {
        if (attempt === ATTEMPTS || !(error instanceof Overtaken || isClash(error))) throw error;
      }
    }
  };
}

/** The country of most councils. */
const FIRST_GUESS = "GB";

/**
 * Does the reading of a request while BEGIN is on its way: it costs a single contact as much as one of its statements does.
 * What the driver has to send goes out in the first of the two turns.
 */
async function whileBeginning<T>(work: () => T): Promise<T> {
  for (const _turn of [1, 2]) await new Promise<void>((done) => setImmediate(done));
  return work();
}

/** Every contact of a request, and who the readable ones are from. */
function read({ organisation, contacts: raw }: ContactRequest, countries: ReadonlyMap<string, string>) {
  const contacts = readContacts(raw);
  const accepted = contacts.flatMap(({ read }) => (read.status === "accepted" ? [read.contact] : []));
  return { contacts, accepted, guess: askedOf(accepted, countries.get(organisation) ?? FIRST_GUESS) };
}

type Screening = Omit<ContactRequest, "contacts"> &
  ReturnType<typeof read> & {
    readonly at: Date;
    readonly chats: Context["chats"];
    /**
     * Countries as they were last read, so that people are looked up in the same statement as the organisation itself.
     * Only a guess: where it turns out wrong they are looked up again.
     */
    readonly countries: Map<string, string>;
    readonly packs: PacksRead;
    readonly attempt: number;
  };

async function screenOnce(tx: Tx, request: Screening): Promise<readonly ContactResult[]> {
  const { organisation, contacts, accepted, guess, at, chats } = request;
  const sql = sqlOf(tx);
  const source = request.source.toWellFormed();
  const ids = mayBeKnown(request);
  const loading = loadBefore(tx, organisation, { source, ids, contacts: accepted, packs: request.packs });
  const finding = heardLater(findCandidates(sql, organisation, { ...guess, now: at }));
  const before = await loading;
  const { country, timeZone } = before.settings;
  request.countries.set(organisation, country);
  const planned = plan(contacts, before.answered);
  const fresh = planned.filter((one) => one.code === "fresh");
  if (fresh.length === 0) return resultsOf(planned, []);

  const isRight = guess.country === country;
  const asked = isRight ? guess : askedOf(accepted, country);
  const looking = isRight ? finding : heardLater(findCandidates(sql, organisation, { ...asked, now: at }));
  // Most contacts are about nobody on record: all are decided on as if they were, while the register is looked through.
  const strangers = ofNobody(fresh, { source, before, asked });
  const alone = decideInOrder(strangers, { before, nearby: nobodyNear(before), earlier: NOTHING }).decided;
  const rowOf = (contact: Decided) => contactRow(keptContact(contact, before));
  const rows = alone.map(rowOf);
  const matched = matchContacts(strangers, await looking, timeZone);

  const somebody = matched.filter(isMatched);
  const isOfNobody = matched.map((contact) => !isMatched(contact));
  const keep = (kept: readonly ContactRow[]) => addContacts(sql, organisation, { source, receivedAt: at, rows: kept });
  const asking = Promise.all([
    loadEarlier(sql, organisation, somebody),
    nearbyOf(sql, request, { somebody, before }),
    somebody.length > 0 ? loadHolidays(sql, organisation) : [],
  ]);
  // Behind these questions, and stored while the others are decided on.
  const storing = heardLater(keep(rows.filter((_, place) => isOfNobody[place])));
  const [earlier, around, holidays] = await asking;
  const nearby = await withReachedBefore(sql, request, { around, earlier, before });
  const { decided, alerts } = decideInOrder(somebody, { before, nearby, earlier });

  const [addedFirst, added] = await Promise.all([
    storing,
    keep(decided.map(rowOf)),
    addWeekCalls(
      sql,
      organisation,
      decided.flatMap((contact) => weekCallsOf(contact, source)),
    ),
    raiseAlerts(tx, sql, {
      organisation,
      at,
      chats,
      settings: before.settings,
      pack: before.pack,
      holidays,
      alerts,
      customerId: customerIds(somebody, earlier.customers),
    }),
  ]);
  if (addedFirst + added < fresh.length) throw new Overtaken();
  return resultsOf(planned, [...alone.filter((_, place) => isOfNobody[place]), ...decided]);
}

/**
 * The ids of which it is asked whether they were answered before. Of a single contact that can be read it is not asked at
 * first: nearly all are new, and one that is not is found when it is added. Then the request is begun anew.
 */
function mayBeKnown({ contacts, accepted, attempt }: Screening): readonly string[] {
  if (attempt === 1 && contacts.length === 1 && accepted.length === 1) return [];
  return contacts.flatMap(({ key }) => (key === undefined ? [] : [key]));
}

/** Sent now and waited for later. When something before it fails, nobody waits for it, and that it failed too is no news. */
function heardLater<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => undefined);
  return asked;
}

async function nearbyOf(
  sql: Sql,
  { organisation, at, chats }: Screening,
  { somebody, before }: { readonly somebody: readonly Matched[]; readonly before: Before },
) {
  if (somebody.length === 0) return nobodyNear(before);
  const services = new Set(somebody.flatMap(({ facts }) => before.serviceName(facts.service) ?? []));
  const reached = new Set(somebody.flatMap(({ facts }) => facts.reached ?? []));
  return await loadAround(sql, organisation, {
    people: somebody.flatMap(everybody),
    reached: [...reached],
    services: [...services],
    chats,
    day: localDate(at, before.settings.timeZone),
  });
}

/**
 * With the officers of earlier legs, who may have to be told now that it is sure whose they were, and who manages the
 * services: for most requests nobody.
 */
async function withReachedBefore(
  sql: Sql,
  { organisation, at, chats }: Screening,
  { around, earlier, before }: { readonly around: Nearby; readonly earlier: Earlier; readonly before: Before },
): Promise<Nearby> {
  const waiting = earlier.alerts.filter(({ outcome }) => outcome === "possible_match");
  const legs = waiting.flatMap(({ reached }) => reached);
  if (legs.length === 0) return around;
  const emails = [...new Set(legs.flatMap(({ person }) => person ?? []))];
  const services = [...new Set(legs.flatMap(({ service }) => service ?? []))];
  const day = localDate(at, before.settings.timeZone);
  const found = await loadNearby(sql, organisation, { emails, services, chats, day });
  const ids = new Set(around.officers.map(({ id }) => id));
  return { ...around, officers: [...around.officers, ...found.filter(({ id }) => !ids.has(id))] };
}

const nobodyNear = ({ around }: Before): Nearby => ({ officers: [], staff: around.staff });

function customerIds(matched: readonly Matched[], onRecord: ReadonlyMap<string, string>): (ref: string) => string {
  const ids = new Map([...onRecord, ...matched.flatMap(everybody).map(({ id, known }) => [known.ref, id] as const)]);
  return (ref) => {
    const id = ids.get(ref);
    if (id === undefined) throw new Error("an alert names customers that were found");
    return id;
  };
}

function resultsOf(planned: readonly Planned[], decided: readonly Decided[]): readonly ContactResult[] {
  const answers = new Map<string, KeptAnswer>(decided.map((contact) => [contact.key, keptAnswer(contact)]));
  const answerOf = ({ key }: Pick<Fresh, "key">): KeptAnswer => {
    const answer = answers.get(key);
    if (answer === undefined) throw new Error("a contact that is new was decided on");
    return answer;
  };
  const resultOf = (one: Planned): ContactResult => {
    switch (one.code) {
      case "known":
        return { id: one.id, status: "duplicate", ...one.answer };
      case "repeated":
        return { id: one.id, status: "duplicate", ...answerOf(one) };
      case "fresh":
        return { id: one.contact.id, status: "accepted", ...answerOf(one) };
      case "rejected":
        return { id: one.id ?? null, status: "rejected", errors: one.errors };
    }
  };
  return planned.map(resultOf);
}
