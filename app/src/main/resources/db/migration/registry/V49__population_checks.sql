-- Lists of people that go to the population database by file, and what comes back. What was sent is frozen: an answer speaks of what the register said on that day. What came back is
-- kept beside it and changes nothing by itself: where a line stands is worked out from the answer and from what the register knows now.
create table registry.check_list (
    id           int    generated always as identity primary key,
    commune_code text   not null,
    chosen       text   not null check (chosen in ('applications', 'payees', 'no_number', 'person', 'household')),
    programme    text   check ((programme is not null) = (chosen = 'payees')),
    why          text   not null constraint check_list_says_why check (btrim(why) <> ''),
    made_on      date   not null,
    lines        int    not null check (lines > 0),
    recording    bigint not null,
    withdrawn    bigint,                                   -- the recording that takes it back: nobody waits for an answer any more
    because      text,
    constraint check_list_withdrawn_because check ((withdrawn is null) = (because is null) and coalesce(btrim(because) <> '', true))
);
create index check_list_commune on registry.check_list (commune_code, id);

create table registry.check_line (
    list_id         int  not null references registry.check_list,
    line            int  not null,
    key             text not null,                         -- of this line only: says nothing of the person, and its end cannot be made by counting on
    person_id       int  not null,
    name            text not null,
    born            date not null,
    born_precision  text not null,
    sex             text not null,
    personal_number text,
    residence       text not null,
    village_id      int,
    primary key (list_id, line),
    constraint check_key_of_one_line unique (key)
);
create index check_line_person on registry.check_line (person_id);

-- A file that came back, once for its bytes.
create table registry.check_return (
    id        int    generated always as identity primary key,
    list_id   int    not null references registry.check_list,
    digest    text   not null,
    name      text   not null,
    taken     int    not null,                             -- answers that were new
    recording bigint not null,
    constraint check_return_once unique (list_id, digest)
);

-- Every answer to a line, the later ones beside the earlier ones. Parts say what the database has where it differs from what was sent.
create table registry.check_answer (
    id              int    generated always as identity primary key,
    list_id         int    not null,
    line            int    not null,
    outcome         text   not null check (outcome in ('agrees', 'differs', 'not_found', 'others_number', 'dead', 'moved')),
    name            text   check (btrim(name) <> ''),
    born            date,
    born_precision  text   check (born_precision in ('day', 'month', 'year')),
    sex             text   check (sex in ('male', 'female')),
    personal_number text   check (personal_number ~ '^[0-9]{12}$'),
    residence       text   check (btrim(residence) <> ''),
    on_day          date,                                  -- of the death or the move, where it is told
    moved_to        text,
    remark          text   not null default '',
    notice_id       int    references registry.notice,     -- the word of a death or a move that it became
    recording       bigint not null,
    foreign key (list_id, line) references registry.check_line,
    constraint answer_differs_in_something check (case when outcome = 'differs' then num_nonnulls(name, born, sex, personal_number, residence) > 0
        else outcome in ('dead', 'moved') or num_nonnulls(name, born, sex, personal_number, residence) = 0 end),
    constraint answer_says_how_exact_a_birth_is check ((born is null) = (born_precision is null)),
    constraint answer_has_a_day_where_something_happened check (on_day is null or outcome in ('dead', 'moved')),
    constraint answer_leads_somewhere check (moved_to is null or outcome = 'moved')
);
create index check_answer_line on registry.check_answer (list_id, line, id);
create index check_answer_notice on registry.check_answer (notice_id) where notice_id is not null;
create index check_answer_work on registry.check_answer (id) where outcome <> 'agrees';

-- An answer that the register does not follow, with the reason.
create table registry.check_aside (
    answer_id int    primary key references registry.check_answer,
    because   text   not null constraint check_aside_because check (btrim(because) <> ''),
    recording bigint not null
);

create function registry.check_list_stays() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if tg_op <> 'UPDATE' or old.withdrawn is not null
       or to_jsonb(new) - '{withdrawn,because}'::text[] is distinct from to_jsonb(old) - '{withdrawn,because}'::text[] then
        raise exception 'A list that went out is neither changed nor deleted.' using errcode = 'AS002', constraint = 'check_list_stays', hint = 'Withdraw it with a reason, and make another.';
    end if;
    return new;
end $$;
create trigger check_list_stays before update or delete on registry.check_list for each row execute function registry.check_list_stays();
create trigger check_list_is_never_emptied before truncate on registry.check_list for each statement execute function registry.refuse_change();

do $$
declare
    t text;
begin
    foreach t in array array['check_line', 'check_return', 'check_answer', 'check_aside'] loop
        execute format('create trigger %1$s_stays before update or delete or truncate on registry.%1$s for each statement execute function registry.refuse_change()', t);
    end loop;
    foreach t in array array['check_list', 'check_line', 'check_return', 'check_answer', 'check_aside'] loop
        execute format('alter table registry.%I enable row level security', t);
        execute format('alter table registry.%I force row level security', t);
        execute format('create policy owner_keeps on registry.%I to ansinh_owner using (true) with check (true)', t);
        execute format('create policy house_reads on registry.%I for select to ansinh_worker, ansinh_determiner using (true)', t);
        execute format('create policy for_reasons on registry.%I as restrictive for select to ansinh_officer using ((select access.sees_reasons()))', t);
        execute format('grant select on registry.%I to ansinh_officer, ansinh_worker, ansinh_determiner', t);
    end loop;
    foreach t in array array['check_line', 'check_return', 'check_answer'] loop
        execute format('create policy own_area on registry.%I for select to ansinh_officer using (exists (select from registry.check_list l where l.id = list_id))', t);
    end loop;
end $$;
create policy own_area on registry.check_list for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_area on registry.check_aside for select to ansinh_officer using (exists (select from registry.check_answer a where a.id = answer_id));

-- The database tells of a death or a move as a village does: it is a word that holds money or waits to be recorded, and no record.
alter table registry.notice drop constraint notice_source_check;
alter table registry.notice add constraint notice_source_check check (source in ('village_head', 'funeral_claim', 'population_database'));

-- Where each line stands. The database's word is what was sent, put right by what it answered; whether the register follows is worked out, never ticked.
--   unanswered   nobody has answered
--   agrees       the register says today what the database says
--   stale        it did agree, or was asked under another number: the register says something else since
--   differs, not_found, others_number   to be looked at
--   dead, moved  told, and not recorded yet
--   settled      that death or that move is recorded
--   put_aside    not followed, with a reason
create view registry.check_state as
select l.list_id, l.line, l.key, l.person_id as of_person, q.id as person_id, q.household_id, k.commune_code, k.made_on, k.withdrawn is not null as withdrawn, l.name, l.born, l.born_precision, l.sex,
       l.personal_number, l.residence, a.id as answer_id, a.outcome, a.name as their_name, a.born as their_born, a.born_precision as their_precision, a.sex as their_sex,
       a.personal_number as their_number, a.residence as their_residence, a.on_day, a.moved_to, a.remark, a.notice_id, r.at as answered_at, s.because, x.earlier,
       case when a.id is null then 'unanswered'
            when a.outcome in ('agrees', 'differs') then
                case when w.follows and (a.residence is null or q.village_id is distinct from l.village_id) then 'agrees'
                     when s.answer_id is not null then 'put_aside'
                     when a.outcome = 'differs' and not (w.parts_follow and (a.residence is null or q.village_id is distinct from l.village_id)) then 'differs'
                     else 'stale' end
            when s.answer_id is not null then 'put_aside'
            when a.outcome in ('dead', 'moved') then
                case when a.outcome = 'dead' and q.died_on is not null or n.state = 'settled' or a.notice_id is null then 'settled' when n.state = 'dismissed' then 'put_aside' else a.outcome end
            when q.personal_number is distinct from l.personal_number then 'stale'
            else a.outcome end as state
  from registry.check_line l
  join registry.check_list k on k.id = l.list_id
  join registry.person p on p.id = l.person_id
  join registry.person q on q.id = coalesce(p.same_as, p.id)
  left join lateral (select a.* from registry.check_answer a where a.list_id = l.list_id and a.line = l.line order by a.id desc limit 1) a on true
  left join lateral (select count(*)::int as earlier from registry.check_answer e where e.list_id = l.list_id and e.line = l.line and e.id < a.id) x on true
  left join registry.recording r on r.number = a.recording
  left join registry.check_aside s on s.answer_id = a.id
  left join lateral (select ns.state from registry.notice_state ns where ns.id = a.notice_id) n on a.notice_id is not null
  cross join lateral (
      select lower(normalize(q.name)) = lower(normalize(coalesce(a.name, l.name))) and q.born = coalesce(a.born, l.born)
                 and q.born_precision = coalesce(a.born_precision, l.born_precision) and q.sex = coalesce(a.sex, l.sex)
                 and q.personal_number is not distinct from coalesce(a.personal_number, l.personal_number) as follows,
             (a.name is null or lower(normalize(q.name)) = lower(normalize(a.name))) and (a.born is null or q.born = a.born and q.born_precision = a.born_precision)
                 and (a.sex is null or q.sex = a.sex) and (a.personal_number is null or q.personal_number is not distinct from a.personal_number) as parts_follow) w;

revoke execute on function registry.check_list_stays() from public;
