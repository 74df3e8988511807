/** Who on the register a request may be about: everybody found by a key, with what is needed to decide. */
import type { IdentifierKind } from "../../../src/policy/vocabulary.ts";
import type { Sql } from "../../connect.ts";
import { unionOf } from "./union-of.ts";

export type CandidateIdentifier = {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly shared: boolean;
  /** The last valid local day, an ISO date. */
  readonly validUntil: string | null;
};

/** Times in epoch milliseconds. `services`: null for the whole organisation. */
export type CandidateRestriction = {
  readonly id: string;
  readonly kind: string;
  readonly clause: string | null;
  readonly services: readonly string[] | null;
  readonly parameters: unknown;
  /** The pack it was decided under. */
  readonly packId: string;
  readonly packVersion: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly liftedAt: number | null;
};

export type Candidate = {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly CandidateIdentifier[];
  readonly restrictions: readonly CandidateRestriction[];
  /** Digests of what was judged to be somebody else, still remembered of the customer as they are now. */
  readonly notTheSame: readonly string[];
};

/** Keys as the register holds them. */
export type CandidateKeys = {
  readonly identifiers: readonly string[];
  readonly names: readonly string[];
  readonly refs: readonly string[];
};

/** The first and the last time of the contacts, both included. */
export type Span = { readonly from: Date; readonly to: Date };

/** `alone`: the keys are those of one contact. */
export type CandidateSearch = {
  readonly keys: CandidateKeys;
  readonly alone: boolean;
  readonly span: Span;
  readonly now: Date;
};

/**
 * The customers found by any key who have something in force somewhere in the span, with what is known of them; the others
 * are left out here already (SCREENING section 3). Identifiers are looked up whatever their kind: matching compares it.
 * A single contact nearly always finds nobody, so that it asks for nothing more; for many, both questions are one statement,
 * which the server answers while the caller does something else.
 */
export async function findCandidates(
  sql: Sql,
  organisation: string,
  { keys, alone, ...when }: CandidateSearch,
): Promise<readonly Candidate[]> {
  const found = idsFound(sql, organisation, keys);
  if (found === undefined) return [];
  if (!alone) return await loadCandidates(sql, organisation, { ...when, ids: sql`array(${found})` });
  const ids = (await sql<{ id: string }[]>`${found}`).map(({ id }) => id);
  return ids.length === 0 ? [] : await loadCandidates(sql, organisation, { ...when, ids: sql`${ids}::uuid[]` });
}

type Ids = Pick<CandidateSearch, "span" | "now"> & { readonly ids: ReturnType<Sql> };

async function loadCandidates(sql: Sql, organisation: string, { ids, span, now }: Ids): Promise<readonly Candidate[]> {
  const [from, to] = [span.from.toISOString(), span.to.toISOString()];
  return await sql<Candidate[]>`
    select c.id, c.ref, c.name, c.aliases,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.key, 'shared', i.shared, 'validUntil', i.valid_until)), '[]')
        from identifier i where i.organisation_id = c.organisation_id and i.customer_id = c.id and i.key is not null) as identifiers,
      held.restrictions,
      array(select n.key from not_same_person n where n.organisation_id = c.organisation_id and n.customer_id = c.id
        and n.customer_version = c.version and n.until > ${now.toISOString()}::timestamptz and n.revoked_at is null) as "notTheSame"
    from customer c
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'clause', r.clause, 'services', r.services, 'parameters', r.parameters,
        'packId', a.pack_id, 'packVersion', a.pack_version,
        'startsAt', ${milliseconds(sql, "starts_at")}, 'endsAt', ${milliseconds(sql, "ends_at")}, 'liftedAt', ${milliseconds(sql, "lifted_at")})) as restrictions
      from arrangement a
      join restriction r on r.organisation_id = a.organisation_id and r.arrangement_id = a.id
      where a.organisation_id = ${organisation}::uuid and a.customer_id = c.id
        and a.ends_at > ${from}::timestamptz and a.starts_at <= ${to}::timestamptz
        and (a.lifted_at is null or a.lifted_at > ${from}::timestamptz)) held
    where c.organisation_id = ${organisation}::uuid and c.id = any (${ids}) and held.restrictions is not null`;
}

/** A table is asked only when there is a key for it: of a single contact, beginning a look-up costs more than the look-up. */
function idsFound(sql: Sql, organisation: string, { identifiers, names, refs }: CandidateKeys) {
  return unionOf(sql, [
    identifiers.length > 0 &&
      sql`select customer_id as id from identifier where organisation_id = ${organisation}::uuid and arranged and key = any (${identifiers}::text[])`,
    names.length > 0 &&
      sql`select customer_id as id from name_key where organisation_id = ${organisation}::uuid and arranged and key = any (${names}::text[])`,
    refs.length > 0 &&
      sql`select id from customer where organisation_id = ${organisation}::uuid and arranged and ref_key = any (${refs}::text[])`,
  ]);
}

const milliseconds = (sql: Sql, column: "starts_at" | "ends_at" | "lifted_at") =>
  sql`floor(extract(epoch from a.${sql(column)}) * 1000)`;
