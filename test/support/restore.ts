/** What a database of the tests holds is kept in it, and put back when a test has changed it. */
import type { Sql } from "../../db/connect.ts";

/**
 * Keeps every row of every table and where each sequence stands, in a schema of its own. After this each change of
 * tables, functions or rights is noted too: it cannot be taken back, see `restore`.
 */
export async function keepAsItIs(owner: Sql): Promise<void> {
  await owner.unsafe(KEEP);
}

/**
 * Puts everything back to what was kept, in a few milliseconds. The connection must have been opened with
 * `session_replication_role = replica`: neither foreign keys nor the guard of the audit stand in its way.
 * @returns why it cannot be done: a change of tables, a transaction still open, a lock still held, much that was deleted
 */
export async function restore(owner: Sql): Promise<string | undefined> {
  const [row] = await owner<{ obstacle: string | null }[]>`select kept.restore() as obstacle`;
  return row?.obstacle ?? undefined;
}

/**
 * Rows are deleted, not truncated, and sequences set, not restarted: else every plan of every connection would be made
 * anew. A table whose rows all were there at the last time stays as it is. What was deleted still takes room, and would
 * make each reading longer and plans other than on a new database: one that has grown is not used again.
 */
const KEEP = `
create schema kept;
create table kept.up_to (transaction bigint not null);
create table kept.disturbed (by text not null);
create table kept.tables as select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'kept');

create function kept.note_disturbance() returns event_trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into kept.disturbed select tg_tag
    where tg_event = 'sql_drop' or exists (select from pg_event_trigger_ddl_commands());
end $$;

create function kept.obstacle() returns text
language sql set search_path = pg_catalog as $$
  select coalesce(
    (select d.by from kept.disturbed d limit 1),
    (select 'a transaction is open' from pg_stat_activity a
      where a.datname = current_database() and a.backend_type = 'client backend' and a.pid <> pg_backend_pid()
        and a.state is distinct from 'idle' limit 1),
    (select 'a table has grown' from kept.tables t where pg_relation_size(t.oid) > 512 * 1024 limit 1),
    (select 'a lock is held' from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and d.datname = current_database() limit 1))
$$;

do $keep$
declare
  one record;
  n bigint;
  body text := '';
begin
  for one in
    select c.oid::regclass::text as name, 'kept.' || quote_ident(n.nspname || '.' || c.relname) as copy,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from kept.tables t join pg_class c on c.oid = t.oid join pg_namespace n on n.oid = c.relnamespace
  loop
    execute format('select count(*) from %s', one.name) into n;
    if n = 0 then
      body := body || format(E'delete from %s;\\n', one.name);
      continue;
    end if;
    execute format('create table %s as select %s from %s', one.copy, one.columns, one.name);
    body := body || format($sql$
      select count(*), max(xmin::text::bigint) into n, newest from %1$s;
      if n <> %2$s or newest > up_to then
        delete from %1$s;
        insert into %1$s (%3$s) overriding system value select %3$s from %4$s;
      end if;
    $sql$, one.name, n, one.columns, one.copy);
  end loop;
  for one in select c.oid::regclass::text as name from pg_class c where c.relkind = 'S' loop
    execute format('select format(%2$L, %1$L, last_value, is_called) from %1$s', one.name,
      E'perform setval(%L, %s, %L);\\n') into one;
    body := body || one.format;
  end loop;
  execute format($sql$
    create function kept.restore() returns text language plpgsql as $restore$
    declare
      obstacle text := kept.obstacle();
      up_to bigint := (select transaction from kept.up_to);
      n bigint;
      newest bigint;
    begin
      if obstacle is not null then
        return obstacle;
      end if;
      %s
      update kept.up_to set transaction = pg_current_xact_id()::text::bigint;
      return null;
    end $restore$
  $sql$, body);
  insert into kept.up_to values (pg_current_xact_id()::text::bigint);
end
$keep$;

create event trigger note_change on ddl_command_end execute function kept.note_disturbance();
create event trigger note_drop on sql_drop execute function kept.note_disturbance();
`;
