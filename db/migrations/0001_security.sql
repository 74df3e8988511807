-- What drizzle-kit cannot say: roles, row-level security with FORCE, the functions that look across
-- organisations, the append-only audit, and the door to the job queue. DESIGN decisions 3, 9 and 10.

create schema if not exists app;
--> statement-breakpoint
create schema if not exists jobs;
--> statement-breakpoint
do $$
begin
  create role restricted_contact_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
exception
  when duplicate_object or unique_violation then null; -- roles are the cluster's: another database made it
end
$$;
--> statement-breakpoint
do $$
begin
  if not pg_has_role(current_user, 'restricted_contact_app', 'member') or not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant restricted_contact_app to %I', current_user);
  end if;
end
$$;
--> statement-breakpoint
grant usage on schema public, app, jobs to restricted_contact_app;
--> statement-breakpoint
-- Every table carries organisation_id, and every row is seen by its own organisation only.
do $$
declare
  name text;
begin
  for name in
    select c.relname from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I to restricted_contact_app
         using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', name);
    execute format('grant select, insert, update on %I to restricted_contact_app', name);
  end loop;
end
$$;
--> statement-breakpoint
alter table organisation enable row level security;
--> statement-breakpoint
alter table organisation force row level security;
--> statement-breakpoint
create policy own_organisation on organisation to restricted_contact_app
  using (id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (id = nullif(current_setting('app.organisation', true), '')::uuid);
--> statement-breakpoint
grant select, insert, update on organisation to restricted_contact_app;
--> statement-breakpoint
revoke update on audit, policy_pack from restricted_contact_app;
--> statement-breakpoint
-- What is kept for a time only, what is entered anew as a whole, and what was put on the wrong record; everything else stays.
grant delete on approver, chat_account, contact, identifier, ladder_step, not_same_person to restricted_contact_app;
--> statement-breakpoint
create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only' using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function app.refuse_change();
--> statement-breakpoint
-- The owner reads these across organisations, inside the functions below and nowhere else.
create policy owner_looks_across on organisation for select to current_user using (true);
--> statement-breakpoint
create policy owner_looks_across on chat_tenant for select to current_user using (true);
--> statement-breakpoint
create policy owner_looks_across on chat_account for select to current_user using (true);
--> statement-breakpoint
create policy owner_looks_across on officer for select to current_user using (true);
--> statement-breakpoint
create policy owner_looks_across on intake_token for select to current_user using (true);
--> statement-breakpoint
create policy owner_looks_across on due for select to current_user using (true);
--> statement-breakpoint
-- One round trip for a command: who it is, and what a form needs to open.
create function app.account_look_up(the_chat chat, the_tenant text, the_account text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'organisation', o.id, 'timeZone', o.time_zone, 'packId', o.pack_id, 'packVersion', o.pack_version,
    'officer', f.id, 'name', f.name, 'email', f.email, 'service', f.service, 'roles', f.roles, 'status', f.status,
    'services', (
      -- From each service straight to the next one in the index: a few look-ups, however many officers there are.
      with recursive named (service) as (
        (select s.service from officer s where s.organisation_id = o.id and s.status <> 'left' order by s.service limit 1)
        union all
        select (select s.service from officer s where s.organisation_id = o.id and s.status <> 'left'
          and s.service > named.service order by s.service limit 1)
        from named where named.service is not null)
      select coalesce(jsonb_agg(named.service order by named.service), '[]'::jsonb)
      from named where named.service is not null))
  from chat_account a
  join officer f on f.organisation_id = a.organisation_id and f.id = a.officer_id
  join organisation o on o.id = a.organisation_id
  where a.chat = the_chat and a.tenant = the_tenant and a.account = the_account
$$;
--> statement-breakpoint
-- Whose workspace or tenant it is, and who can link an account there.
create function app.tenant_look_up(the_chat chat, the_tenant text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('organisation', t.organisation_id,
    'administrators', coalesce((select jsonb_agg(f.name order by f.name) from officer f
       where f.organisation_id = t.organisation_id and 'administrator' = any (f.roles) and f.status = 'active'), '[]'::jsonb))
  from chat_tenant t where t.chat = the_chat and t.tenant = the_tenant
$$;
--> statement-breakpoint
create function app.token_look_up(the_hash text)
returns table (organisation_id uuid, id uuid, sources text[], revoked boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.organisation_id, t.id, t.sources, t.revoked_at is not null from intake_token t where t.hash = the_hash
$$;
--> statement-breakpoint
create function app.organisations() returns table (id uuid, slug text, sandbox boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.slug, o.sandbox from organisation o order by o.slug
$$;
--> statement-breakpoint
create function app.due_organisations(the_now timestamptz) returns table (organisation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct d.organisation_id from due d where d.done_at is null and d.due_at <= the_now
$$;
--> statement-breakpoint
create function app.delivery_backlog() returns table (state text, copies bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.state, count(*) from copy c where c.sent < c.wanted or c.state <> 'sent' group by c.state
$$;
--> statement-breakpoint
create policy owner_looks_across on copy for select to current_user using (true);
--> statement-breakpoint
-- A job exists if and only if the change that wants it was committed. Payloads carry ids only.
-- One destination at a time and in order; one waiting job for a copy, however often it changes. A change does not hurry
-- a job that waits because the chat said so.
create function jobs.enqueue(copies jsonb, delay_ms integer default 0) returns bigint
language sql volatile security definer set search_path = pg_temp as $$
  select count(*) from graphile_worker.add_jobs(array(
    select row('deliver', json_build_object('organisation', c.organisation_id, 'copy', c.id),
      'chat:' || c.chat || ':' || coalesce(c.officer_id::text, c.organisation_id || ':' || c.channel),
      case when delay_ms > 0 then now() + delay_ms * interval '1 millisecond' end,
      12, 'copy:' || c.id, null, null)::graphile_worker.job_spec
    from jsonb_to_recordset(copies) as c(organisation_id uuid, id uuid, chat text, officer_id uuid, channel text)),
    job_key_preserve_run_at => delay_ms <= 0)
$$;
--> statement-breakpoint
-- Copies that are not up to date although no job is left that would bring them there get one again.
create function app.requeue_stuck(the_chats chat[], made_before timestamptz) returns bigint
language sql volatile security definer set search_path = public, pg_temp as $$
  select jobs.enqueue(jsonb_agg(to_jsonb(c))) from copy c
  where (c.sent < c.wanted or c.state <> 'sent') and c.state in ('pending', 'unknown', 'sent')
    and c.chat = any (the_chats) and c.created_at < made_before
    and not exists (select from graphile_worker.jobs j
      where j.key = 'copy:' || c.id and (j.attempts < j.max_attempts or j.locked_at is not null))
$$;
--> statement-breakpoint
revoke all on all functions in schema app, jobs from public;
--> statement-breakpoint
grant execute on all functions in schema app, jobs to restricted_contact_app;
