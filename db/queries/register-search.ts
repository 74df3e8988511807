/** Finding cases by what somebody typed, and the rows that a page of them shows. */
import { z } from "zod";
import { referenceKey } from "../../src/policy/reference-key.ts";
import { type IdentifierKind, RestrictionKind } from "../../src/policy/vocabulary.ts";
import { sqlOf, type Tx } from "../transaction.ts";
import { storedKey } from "./customers.ts";

export type CaseSearch = {
  readonly ref: string | null;
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[];
  /** "platform:name", or the name of an account on any platform; null: what was typed is none. */
  readonly handle: string | null;
  /** The folded words of a name, and the key of the whole name; none and null: no name is left of what was typed. */
  readonly words: readonly string[];
  readonly nameKey: string | null;
  /** Only cases with an incident or an arrangement in one of these services; null: every case. */
  readonly services: readonly string[] | null;
  readonly limit: number;
};

/**
 * Ids of customers, found also by whoever represents them, and of reports that name nobody on record. A part of a name reads every name of the organisation, a
 * handle without its platform every handle: no index may be used for them under row-level security, and a register holds
 * far fewer people than the council serves. Our own references are in capitals; a customer's or an arrangement's may come from elsewhere, in any case.
 */
export async function findCases(tx: Tx, organisation: string, search: CaseSearch): Promise<readonly string[]> {
  const { ref, identifiers, handle, words, nameKey, services, limit } = search;
  const kinds = identifiers.map(({ kind }) => kind);
  const keys = identifiers.map(({ value }) => storedKey(value));
  const keysOf = (wanted: IdentifierKind) => keys.filter((_, place) => kinds[place] === wanted);
  const starts = words.map((word) => `% ${word}%`);
  const rows = await sqlOf(tx)<{ id: string }[]>`
    with asked as (select ${organisation}::uuid as org, upper(${ref}::text) as ref, ${services && [...services]}::text[] as services),
    found as (
      select c.id from customer c where c.organisation_id = ${organisation}::uuid
        and c.ref_key = ${ref === null ? null : referenceKey(ref)}::text
      union
      select n.customer_id from name_key n, asked where n.organisation_id = asked.org
        and (n.key = ${nameKey === null ? null : storedKey(nameKey)}::text
          or (cardinality(${starts}::text[]) > 0 and ' ' || n.key like all (${starts}::text[])))
      union
      select i.customer_id from identifier i
      join unnest(${kinds}::text[], ${keys}::text[]) as given(kind, key) on i.key = given.key and i.kind::text = given.kind
      where i.organisation_id = ${organisation}::uuid
      union
      select i.customer_id from identifier i
      where i.organisation_id = ${organisation}::uuid and ${handle}::text is not null and i.kind = 'handle'
        and ${handle}::text in (i.key, substr(i.key, strpos(i.key, ':') + 1))
      union
      select r.customer_id from representative r, asked where r.organisation_id = asked.org
        and (r.name_key = ${nameKey === null ? null : storedKey(nameKey)}::text
          or (cardinality(${starts}::text[]) > 0 and ' ' || r.name_key like all (${starts}::text[])))
      union
      select r.customer_id from representative r
      where r.organisation_id = ${organisation}::uuid and r.phone_key = any (${keysOf("phone")}::text[])
      union
      select r.customer_id from representative r
      where r.organisation_id = ${organisation}::uuid and r.email_key = any (${keysOf("email")}::text[])
      union
      select a.customer_id from arrangement a, asked where a.organisation_id = asked.org and upper(a.ref) = asked.ref
      union
      select p.customer_id from proposal p, asked where p.organisation_id = asked.org and p.ref = asked.ref
      union
      select coalesce(i.customer_id, i.id) from incident i, asked where i.organisation_id = asked.org and i.ref = asked.ref)
    select found.id from found, asked
    where asked.services is null
      or exists (select from incident i where i.organisation_id = asked.org and i.service = any (asked.services)
        and (i.customer_id = found.id or i.id = found.id))
      or exists (select from arrangement a join restriction r on r.organisation_id = a.organisation_id and r.arrangement_id = a.id
        where a.organisation_id = asked.org and a.customer_id = found.id and asked.services && r.services)
    order by found.id
    limit ${limit}`;
  return rows.map(({ id }) => id);
}

const FoundRow = z.object({
  /** Of the customer, or of the report when it names nobody on record. */
  case: z.string(),
  ref: z.string(),
  name: z.string().nullable(),
  arrangement: z.string().nullable(),
  kinds: z.array(RestrictionKind),
  endsAt: z.coerce.date().nullable(),
  reviewOn: z.string().nullable(),
});
export type FoundRow = z.infer<typeof FoundRow>;

type Wanted = {
  readonly ids: readonly string[];
  readonly at: Date;
  readonly limit: number;
  readonly offset: number;
};

/** A row for each arrangement in force, one for a case without, by reference; and how many rows there are in all. */
export async function loadCasesFound(
  tx: Tx,
  organisation: string,
  { ids, at, limit, offset }: Wanted,
): Promise<{ readonly rows: readonly FoundRow[]; readonly total: number }> {
  const now = at.toISOString();
  const rows = await sqlOf(tx)`
    with subject as (
      select id, ref, name from customer where organisation_id = ${organisation}::uuid and id = any (${ids}::uuid[])
      union all
      select id, ref, null from incident where organisation_id = ${organisation}::uuid and id = any (${ids}::uuid[])
        and customer_id is null)
    select s.id as "case", s.ref, s.name, a.id as arrangement, a.ends_at as "endsAt", least(a.review_on, (select min(v.due_on) from review v
        where v.organisation_id = a.organisation_id and v.arrangement_id = a.id))::text as "reviewOn",
      array(select distinct r.kind::text from restriction r
        where r.organisation_id = a.organisation_id and r.arrangement_id = a.id order by 1) as kinds,
      count(*) over () as total
    from subject s
    left join arrangement a on a.organisation_id = ${organisation}::uuid and a.customer_id = s.id
      and a.starts_at <= ${now}::timestamptz and a.ends_at > ${now}::timestamptz and a.lifted_at is null
    order by s.ref, a.ref
    limit ${limit} offset ${offset}`;
  return { rows: rows.map((row) => FoundRow.parse(row)), total: Number(rows[0]?.["total"] ?? 0) };
}
