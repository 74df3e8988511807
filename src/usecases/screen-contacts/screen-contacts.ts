/** Contacts come in: each is screened, kept as far as it may be, and alerted. One transaction, whatever their number. */
import { loadHolidays } from "../../../db/queries/screening/before.ts";
import { findCandidates } from "../../../db/queries/screening/candidates.ts";
import { addContacts, addWeekCalls, type ContactRow, contactRow } from "../../../db/queries/screening/keep.ts";
import { forSource, isClash, isThereAlready, sqlOf, type Tx } from "../../../db/transaction.ts";
import type { Context } from "../context.ts";
import { type Decided, decideInOrder } from "./decided.ts";
import { everybody, loadEarlier } from "./earlier.ts";
import { keptAnswer, keptContact, weekCallsOf } from "./kept.ts";
import { letSend } from "./let-send.ts";
import { type Asked, askedOf, type Fresh, type Matched } from "./matched.ts";
import { nearbyOf, withReachedBefore } from "./near.ts";
import { type PacksRead, packReader } from "./packs-read.ts";
import { inOrder, partsOf, type ScreenedPart, type Search, screenPart } from "./parts.ts";
import { type Planned, plan, readContacts } from "./plan.ts";
import { raiseAlerts } from "./raise.ts";
import type { ContactRequest, ContactResult, KeptAnswer } from "./result.ts";
import { loadBefore } from "./surroundings.ts";

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
    const reading = whileBeginning(() => read(request));
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

/** Does the reading of a request while BEGIN is on its way: it costs a single contact as much as one of its statements does. */
async function whileBeginning<T>(work: () => T): Promise<T> {
  await letSend();
  return work();
}

/** Every contact of a request, and the parts in which the readable ones are looked for. */
function read({ contacts: raw }: ContactRequest) {
  const contacts = readContacts(raw);
  const accepted = contacts.flatMap(({ read }) => (read.status === "accepted" ? [read.contact] : []));
  return { contacts, accepted, parts: partsOf(accepted) };
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
  const storing: Promise<number>[] = [];
  try {
    return await screenIn(tx, request, storing);
  } catch (error) {
    // What was sent after a contact that is there already failed for that reason only, and may be heard of first.
    const ends = await Promise.allSettled(storing);
    throw ends.find((end) => end.status === "rejected" && isThereAlready(end.reason)) ? new Overtaken() : error;
  }
}

/** @param storing where the contacts that are on their way into the register are put down */
async function screenIn(tx: Tx, request: Screening, storing: Promise<number>[]): Promise<readonly ContactResult[]> {
  const { organisation, contacts, accepted, parts, at, chats } = request;
  const sql = sqlOf(tx);
  const source = request.source.toWellFormed();
  const ids = mayBeKnown(request);
  const packs = packReader(tx, organisation, request.packs);
  const loading = heardLater(loadBefore(sql, organisation, { source, ids, contacts: accepted, packs }));
  const alone = accepted.length === 1;
  const search = (asked: Asked): Search => ({
    asked,
    finding: heardLater(findCandidates(sql, organisation, { ...asked, alone, now: at })),
  });
  const guess = request.countries.get(organisation) ?? FIRST_GUESS;
  const guessed: Search[] = [];
  for (const part of parts) {
    if (guessed.length > 0) await letSend();
    guessed.push(search(askedOf(part, guess)));
  }
  const before = await loading;
  const { country } = before.settings;
  request.countries.set(organisation, country);
  const planned = plan(contacts, before.answered);
  const fresh = planned.filter((one) => one.code === "fresh");
  if (fresh.length === 0) return resultsOf(planned, []);

  const store = (rows: readonly ContactRow[]) =>
    storing.push(heardLater(addContacts(sql, organisation, { source, receivedAt: at, rows, unknown: ids.length > 0 })));
  const searches = guess === country ? guessed : parts.map((part) => search(askedOf(part, country)));
  const screened: ScreenedPart[] = [];
  let waiting: readonly ContactRow[] = [];
  for (const one of searches) {
    if (waiting.length > 0) {
      store(waiting);
      await letSend();
    }
    const part = await screenPart(one, { fresh, source, before, packs });
    screened.push(part);
    waiting = part.rows;
  }
  const somebody = inOrder(fresh, screened);
  const near = { organisation, at, chats, before };
  const asking = Promise.all([
    loadEarlier(sql, organisation, somebody),
    nearbyOf(sql, near, somebody),
    somebody.length > 0 ? loadHolidays(sql, organisation) : [],
  ]);
  // Behind these questions, and stored while the others are decided on.
  store(waiting);
  const [earlier, around, holidays] = await asking;
  const nearby = await withReachedBefore(sql, near, { around, earlier });
  const { decided, alerts } = decideInOrder(somebody, { before, nearby, earlier });

  store(decided.map((contact) => contactRow(keptContact(contact, before))));
  await Promise.all([
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
  const added = await Promise.all(storing);
  if (added.reduce((sum, one) => sum + one, 0) < fresh.length) throw new Overtaken();
  return resultsOf(planned, [...screened.flatMap(({ ofNobody }) => ofNobody), ...decided]);
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
