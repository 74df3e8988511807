/**
 * The search of the register: cases by reference, or by what the customer or their representative is called and reached by,
 * for those who may open them. Recorded.
 */
import { isDeepStrictEqual } from "node:util";
import { v7 as newId } from "uuid";
import { appendAudit, findAudit } from "../../db/queries/audit.ts";
import { loadOrganisation } from "../../db/queries/organisation.ts";
import { type FoundRow, findCases, loadCasesFound } from "../../db/queries/register-search.ts";
import { loadStaffOn } from "../../db/queries/staff.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { nameKey } from "../matching/names.ts";
import { searchKeys } from "../matching/search-keys.ts";
import { KIND_WORDS } from "../policy/arrangement/plain-words.ts";
import { type Reach, reachOf } from "../policy/disclosure/may-search.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";
import { viewerOf } from "./viewer.ts";

/** Rows that read well on a phone. */
const PAGE = 8;
/** Cases that one search keeps: who finds more has said too little. */
const MOST = 200;

const SEARCHED = "register-searched";

export type SearchReady = Awaited<ReturnType<ReturnType<typeof prepareSearch>>>;

/** Whether this person may search at all. */
export function prepareSearch({ db, now, chats }: Context) {
  return async ({ actor }: { readonly actor: Actor }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const reach = await reachNow(tx, actor, { now: now(), chats });
      return reach.code === "none" ? ({ code: "not-yours" } as const) : ({ code: "ready" } as const);
    });
}

export type SearchOutcome = Awaited<ReturnType<ReturnType<typeof searchRegister>>>;

/**
 * The first page of what fits. The audit keeps who searched, when and which cases were found, never what was typed; the
 * other pages are asked for by the id of that entry.
 */
export function searchRegister({ db, now, chats }: Context) {
  return async ({ actor, typed }: { readonly actor: Actor; readonly typed: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const { organisation } = actor;
      const at = now();
      const reach = await reachNow(tx, actor, { now: at, chats });
      if (reach.code === "none") return { code: "not-yours" } as const;
      const { country } = await loadOrganisation(tx, organisation);
      const keys = searchKeys(typed, country);
      if (keys === undefined) return { code: "too-short" } as const;

      const found = await findCases(tx, organisation, {
        ...keys,
        words: keys.name,
        nameKey: keys.name.length > 0 ? nameKey(keys.name) : null,
        services: servicesOf(reach),
        limit: MOST + 1,
      });
      const search = newId();
      const cases = found.slice(0, MOST);
      const more = found.length > MOST;
      await appendAudit(tx, {
        id: search,
        organisation,
        at,
        event: SEARCHED,
        by: actor.officer,
        subject: { kind: "register", id: "search" },
        facts: { cases, more, services: servicesOf(reach) },
      });
      return await pageOf(tx, actor, { search, cases, reach, at, page: 1, more });
    });
}

/** Another page of one's own search, as the cases stand now. */
export function readSearch({ db, now, chats }: Context) {
  return async ({ actor, search, page }: { readonly actor: Actor; readonly search: string; readonly page: number }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const reach = await reachNow(tx, actor, { now: at, chats });
      if (reach.code === "none") return { code: "not-yours" } as const;
      const entry = await findAudit(tx, actor.organisation, search);
      const own = entry?.event === SEARCHED && entry.by === actor.officer;
      const { cases = [], more = false, services = null } = entry?.facts ?? {};
      // Somebody whose part has changed since looks anew: their cases are others now.
      if (!own || !Array.isArray(cases) || !isDeepStrictEqual(services, servicesOf(reach)))
        return { code: "unknown-target" } as const;
      return await pageOf(tx, actor, { search, cases, reach, at, page, more: more === true });
    });
}

type Surroundings = { readonly now: Date; readonly chats: Context["chats"] };

async function reachNow(tx: Tx, actor: Actor, { now, chats }: Surroundings): Promise<Reach> {
  const staff = await loadStaffOn(tx, actor.organisation, { chats, day: localDate(now, actor.timeZone) });
  return reachOf(viewerOf(actor, staff));
}

const servicesOf = (reach: Reach): readonly string[] | null => (reach.code === "of-services" ? reach.services : null);

type Found = {
  readonly search: string;
  readonly cases: readonly string[];
  readonly reach: Reach;
  readonly at: Date;
  readonly page: number;
  readonly more: boolean;
};

/** A page beyond the last is the last. */
async function pageOf(tx: Tx, actor: Actor, { search, cases, reach, at, page, more }: Found) {
  const { organisation, timeZone } = actor;
  const load = (shown: number) =>
    loadCasesFound(tx, organisation, { ids: cases, at, limit: PAGE, offset: (shown - 1) * PAGE });
  const wanted = Math.max(1, page);
  const first = await load(wanted);
  const total = first.rows.length > 0 || wanted === 1 ? first.total : (await load(1)).total;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const shown = Math.min(wanted, pages);
  const { rows } = shown === wanted ? first : await load(shown);
  return {
    code: "found",
    search,
    page: shown,
    pages,
    total,
    more,
    services: servicesOf(reach),
    rows: rows.map((row) => rowOf(row, { timeZone, entries: actor.roles.includes("register_team") })),
  } as const;
}

/** The register team opens the entry; everybody else, and where nothing is in force, the history of the case. */
function rowOf(
  { case: about, ref, name, arrangement, kinds, endsAt, reviewOn }: FoundRow,
  { timeZone, entries }: { readonly timeZone: string; readonly entries: boolean },
) {
  const target = { id: entries && arrangement ? arrangement : about, version: 1 };
  return {
    opens: entries && arrangement ? ("entry" as const) : ("case" as const),
    target,
    ref,
    name,
    inForce:
      endsAt && reviewOn
        ? { kinds: kinds.map((kind) => KIND_WORDS[kind]), endsOn: localDate(endsAt, timeZone), reviewOn }
        : null,
  };
}
