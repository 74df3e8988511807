/** People of a large register, drawn so that names are shared as they are in life and two live at one address. */
import type { Sql } from "../../../db/connect.ts";
import { ALL_SURNAMES, COMMON_SURNAMES, FIRST_NAMES, MAIL, STREET_NAMES, TOWN_NAMES, type Written } from "./names.ts";

/**
 * Fills the temporary table `person`, one row each: everything as written, and in the form in which it is compared.
 * Telephone numbers begin with 06, which the United Kingdom does not use: those kept for drama are too few.
 */
export async function drawPeople(sql: Sql, count: number): Promise<void> {
  await addNames(sql, { first: FIRST_NAMES, surname: ALL_SURNAMES, street: STREET_NAMES, town: TOWN_NAMES });
  await sql`select setseed(0.5)`;
  await sql`
    create temp table drawn as
    select n, (random() * ${Math.ceil(count / 2)}::int)::int as household,
      floor(${FIRST_NAMES.length}::int * power(random(), 1.25))::int as first,
      case when random() < 0.3 then floor(${FIRST_NAMES.length}::int * random())::int end as middle,
      case when random() < 0.04 then floor(${FIRST_NAMES.length}::int * random())::int end as alias,
      case when random() < 0.5 then floor(${COMMON_SURNAMES}::int * power(random(), 1.25))::int
        else floor(${ALL_SURNAMES.length}::int * random())::int end as surname
    from generate_series(1, ${count}::int) n`;
  await sql`analyze drawn`;
  // So many joins in another order than this one would take minutes.
  await sql`set join_collapse_limit = 1`;
  await sql`
    create temp table person as
    select n, uuidv7() as id, 'C-' || lpad(n::text, 7, '0') as ref, w.name,
      case when a.written is null then '{}' else array_remove(array[a.written || ' ' || s.written], w.name) end as aliases,
      w.tokens, case when a.tokens is not null then a.tokens || s.tokens end as alias_tokens,
      '06' || substr(w.phone, 1, 3) || ' ' || substr(w.phone, 4) as phone, '+446' || w.phone as phone_key,
      n % 10 = 3 as phone_shared,
      case when n % 5 = 0 then initcap(w.email) else w.email end as email, w.email as email_key,
      h.number || ' ' || street.written || ', ' || town.written || ', ' || h.postcode as address,
      h.number || ' ' || street.tokens[1] || ' ' || town.tokens[1] || ' ' || lower(h.postcode) as address_key,
      '1000' || lpad(household::text, 8, '0') as uprn
    from drawn
    join written f on f.kind = 'first' and f.place = drawn.first
    join written s on s.kind = 'surname' and s.place = drawn.surname
    left join written m on m.kind = 'first' and m.place = drawn.middle
    left join written a on a.kind = 'first' and a.place = drawn.alias
    join written street on street.kind = 'street' and street.place = household % ${STREET_NAMES.length}::int
    join written town on town.kind = 'town' and town.place = household % ${TOWN_NAMES.length}::int
    cross join lateral (select concat_ws(' ', f.written, m.written, s.written) as name,
      f.tokens || coalesce(m.tokens, '{}') || s.tokens as tokens, lpad(n::text, 9, '0') as phone,
      array_to_string(f.tokens || s.tokens, '.') || n || '@' || (${MAIL}::text[])[1 + n % ${MAIL.length}::int] as email) w
    cross join lateral (select 1 + household / ${STREET_NAMES.length}::int % 180 as number,
      'ZZ' || 10 + household % 89 || ' ' || household % 10 || 'BB' as postcode) h`;
  await sql`analyze person`;
}

async function addNames(sql: Sql, lists: Readonly<Record<string, readonly Written[]>>): Promise<void> {
  const all = Object.entries(lists).flatMap(([kind, names]) => names.map((name) => ({ kind, ...name })));
  await sql`
    create temp table written as
    select * from jsonb_to_recordset(${JSON.stringify(all)}::text::jsonb)
      as r (kind text, place int, written text, tokens text[])`;
  await sql`analyze written`;
}
