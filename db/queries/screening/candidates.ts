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

/** The first and the last time of the contacts, both included. */
export type Span = { readonly from: Date; readonly to: Date };

/** Keys as the register holds them. */
export type CandidateSearch = Span & {
  readonly identifiers: readonly string[];
  readonly names: readonly string[];
  readonly refs: readonly string[];
};

/**
 * The customers found by any key who have an arrangement between the first and the last contact; the others are left out
 * here already (SCREENING section 3). Identifiers are looked up whatever their kind: matching compares it. For most
 * contacts this finds nobody, so that it asks for nothing more. A table is asked only when there is a key for it: of a
 * single contact, beginning a look-up costs more than the look-up.
 */
export async function findCandidateIds(
  sql: Sql,
  organisation: string,
  { identifiers, names, refs, from, to }: CandidateSearch,
): Promise<readonly string[]> {
  const found = unionOf(sql, [
    identifiers.length > 0 &&
      sql`select customer_id as id from identifier where organisation_id = ${organisation}::uuid and key = any (${identifiers}::text[])`,
    names.length > 0 &&
      sql`select customer_id as id from name_key where organisation_id = ${organisation}::uuid and key = any (${names}::text[])`,
    refs.length > 0 &&
      sql`select id from customer where organisation_id = ${organisation}::uuid and ref_key = any (${refs}::text[])`,
  ]);
  if (found === undefined) return [];
  // As one array they are looked up in the order of the index, many of them on one page.
  const rows = await sql<{ id: string }[]>`
    select distinct a.customer_id as id from arrangement a
    where a.organisation_id = ${organisation}::uuid and a.customer_id = any (array(${found}))
      and a.ends_at > ${from.toISOString()}::timestamptz and a.starts_at <= ${to.toISOString()}::timestamptz`;
  return rows.map(({ id }) => id);
}

/** What is known of these customers, with what is in force somewhere in the span; without those who have nothing. */
export async function loadCandidates(
  sql: Sql,
  organisation: string,
  search: Span & { readonly ids: readonly string[]; readonly now: Date },
): Promise<readonly Candidate[]> {
  const [from, to, now] = [search.from.toISOString(), search.to.toISOString(), search.now.toISOString()];
  return await sql<Candidate[]>`
    select c.id, c.ref, c.name, c.aliases,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.key, 'shared', i.shared, 'validUntil', i.valid_until)), '[]')
        from identifier i where i.organisation_id = c.organisation_id and i.customer_id = c.id and i.key is not null) as identifiers,
      held.restrictions,
      array(select n.key from not_same_person n where n.organisation_id = c.organisation_id and n.customer_id = c.id
        and n.customer_version = c.version and n.until > ${now}::timestamptz and n.revoked_at is null) as "notTheSame"
    from customer c
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'clause', r.clause, 'services', r.services, 'parameters', r.parameters,
        'startsAt', ${milliseconds(sql, "starts_at")}, 'endsAt', ${milliseconds(sql, "ends_at")}, 'liftedAt', ${milliseconds(sql, "lifted_at")})) as restrictions
      from arrangement a
      join restriction r on r.organisation_id = a.organisation_id and r.arrangement_id = a.id
      where a.organisation_id = ${organisation}::uuid and a.customer_id = c.id
        and a.ends_at > ${from}::timestamptz and a.starts_at <= ${to}::timestamptz
        and (a.lifted_at is null or a.lifted_at > ${from}::timestamptz)) held
    where c.organisation_id = ${organisation}::uuid and c.id = any (${search.ids}::uuid[]) and held.restrictions is not null`;
}

const milliseconds = (sql: Sql, column: "starts_at" | "ends_at" | "lifted_at") =>
  sql`floor(extract(epoch from a.${sql(column)}) * 1000)`;
