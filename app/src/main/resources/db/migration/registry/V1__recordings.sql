-- Every act that writes is one recording. Numbers are issued in commit order, so "what we knew at number N" never changes afterwards.
create table registry.recording (
    number      bigint primary key,
    at          timestamptz not null,
    officer     name not null,
    act         text not null check (act <> ''),
    document    text,
    received_on date,
    once_key    text unique
);

-- Who acts: the role taken by SET LOCAL ROLE. Inside a SECURITY DEFINER function current_user is the owner, this is still the officer.
create function registry.acting() returns name
language sql stable parallel safe as $$ select coalesce(nullif(current_setting('role', true), 'none'), session_user)::name $$;

-- The lock is held until commit: that is what makes the numbers follow the order of commits. Open the recording late in a transaction.
create function registry.open_recording(act text, document text, received_on date, once_key text, said_at timestamptz default null)
returns bigint language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    last record;
    sent_as bigint;
begin
    if not access.may_write() then
        raise exception '% reads and records nothing.', registry.acting() using errcode = '42501', constraint = 'inspectors_write_nothing';
    end if;
    perform pg_advisory_xact_lock(7310460197103);
    if once_key is not null then
        select r.number into sent_as from registry.recording r where r.once_key = once_key;
        if found then
            raise exception 'The form with key % was recorded already, as recording %.', once_key, sent_as
                using errcode = 'AS001', detail = sent_as::text, hint = 'Show the recording that exists instead of writing a second one.';
        end if;
    end if;
    select r.number, r.at into last from registry.recording r order by r.number desc limit 1;
    insert into registry.recording (number, at, officer, act, document, received_on, once_key)
    values (coalesce(last.number, 0) + 1, greatest(coalesce(said_at, clock_timestamp()), last.at), registry.acting(),
            act, document, received_on, once_key)
    returning recording.number into sent_as;
    return sent_as;
end $$;
revoke execute on function registry.open_recording(text, text, date, text, timestamptz) from public;
grant execute on function registry.open_recording(text, text, date, text, timestamptz) to ansinh_officer, ansinh_worker;

-- What is recorded is not changed, whoever asks: the owner of the tables is refused like everybody else.
create function registry.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% on %.% is refused: what is recorded is neither changed nor deleted.', tg_op, tg_table_schema, tg_table_name
        using errcode = 'AS002', hint = 'Record a correction or a retraction; the later recording wins.';
end $$;

create trigger recording_stays before update or delete or truncate on registry.recording
    for each statement execute function registry.refuse_change();

alter table registry.recording enable row level security;
alter table registry.recording force row level security;
-- A recording names an officer, an act and a paper, not a citizen: whoever sees an entry may see when it was made.
create policy everyone_reads on registry.recording for select using (true);
create policy owner_writes on registry.recording for insert to ansinh_owner with check (true);
grant select on registry.recording to ansinh_officer, ansinh_worker, ansinh_determiner;

-- The last recording made at or before a moment: how "as we knew it on 20 April" becomes a number.
create function registry.face_number_at(moment timestamptz) returns bigint
language sql stable parallel safe as $$
    select coalesce(max(r.number), 0) from registry.recording r where r.at <= moment
$$;

create function registry.face_recorded_under(key text) returns bigint
language sql stable parallel safe as $$ select r.number from registry.recording r where r.once_key = key $$;

-- Half-filled forms, one per officer and form: a lapsed session or a power cut loses nothing.
-- Without a body it was dropped or recorded: what the page sent a moment before under the same key, and comes late, must not bring it back.
create table registry.draft (
    officer  name not null default registry.acting(),
    form_key text not null check (length(form_key) between 1 and 200),
    once_key text not null default '',
    body     text check (length(body) <= 100000),
    saved_at timestamptz not null,
    primary key (officer, form_key)
);
alter table registry.draft enable row level security;
alter table registry.draft force row level security;
create policy own_drafts on registry.draft using (officer = current_user) with check (officer = current_user);
grant select, insert, update, delete on registry.draft to ansinh_officer;
