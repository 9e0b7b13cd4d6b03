-- What a village head tells of a month: births, deaths, people who left and people who came, on paper or by phone. It is a word, not a record of the register: whether a line is
-- settled follows from the register itself (notice_state), never from a tick. A list with nothing in it is told too; a list that never came has no row.
create table registry.village_report (
    id           int     generated always as identity primary key,
    village_id   int     not null,
    commune_code text    not null,
    month        date    not null check (extract(day from month) = 1),
    came         text    not null check (came in ('paper', 'phone')),
    told_by      text    not null constraint report_told_by_somebody check (btrim(told_by) <> ''),
    came_on      date    not null,
    nothing      boolean not null,                -- the village says that nothing happened
    recording    bigint  not null
);
create index village_report_village on registry.village_report (village_id, month);
create index village_report_commune on registry.village_report (commune_code, month);

create table registry.notice (
    id           int     generated always as identity primary key,
    report_id    int     references registry.village_report,
    source       text    not null check (source in ('village_head', 'funeral_claim')),
    kind         text    not null check (kind in ('birth', 'death', 'move_away', 'move_in')),
    commune_code text    not null,
    village_id   int,
    person_id    int,                             -- who died or left, where the register has them; of a birth, somebody of the household
    household_id int,
    name         text    not null check (btrim(name) <> ''),   -- as it was told
    folded       text    not null,
    on_day       date,                            -- where the day was told
    in_month     date    not null,
    note         text    not null default '',
    place        int     not null,
    recording    bigint  not null,
    dismissed    bigint,                          -- the recording that says it was a mistake
    because      text,
    constraint notice_dismissed_because check ((dismissed is null) = (because is null) and coalesce(btrim(because) <> '', true)),
    constraint notice_comes_from_somewhere check ((source = 'village_head') = (report_id is not null))
);
create index notice_report on registry.notice (report_id);
create index notice_commune on registry.notice (commune_code, in_month);
create index notice_village on registry.notice (village_id, in_month);
create index notice_person on registry.notice (person_id) where person_id is not null;

create function registry.notice_stays() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    -- Whose file turned out to be another's is meant under the number that stays.
    if tg_op <> 'UPDATE' or old.dismissed is not null
       or to_jsonb(new) - '{dismissed,because,person_id}'::text[] is distinct from to_jsonb(old) - '{dismissed,because,person_id}'::text[]
       or new.person_id is distinct from old.person_id and not exists (select from registry.person p where p.id = old.person_id and p.same_as = new.person_id) then
        raise exception 'What a village told is neither changed nor deleted.' using errcode = 'AS002', constraint = 'notice_stays',
            hint = 'Dismiss the line with a reason, and take down what is right.';
    end if;
    return new;
end $$;
create trigger notice_stays before update or delete on registry.notice for each row execute function registry.notice_stays();
create trigger notice_is_never_emptied before truncate on registry.notice for each statement execute function registry.refuse_change();
create trigger village_report_stays before update or delete or truncate on registry.village_report for each statement execute function registry.refuse_change();

do $$
declare
    t text;
begin
    foreach t in array array['village_report', 'notice'] loop
        execute format('alter table registry.%I enable row level security', t);
        execute format('alter table registry.%I force row level security', t);
        execute format('create policy owner_keeps on registry.%I to ansinh_owner using (true) with check (true)', t);
        execute format('create policy house_reads on registry.%I for select to ansinh_worker, ansinh_determiner using (true)', t);
        execute format('create policy own_area on registry.%I for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]))', t);
        execute format('create policy for_reasons on registry.%I as restrictive for select to ansinh_officer using ((select access.sees_reasons()))', t);
        execute format('grant select on registry.%I to ansinh_officer, ansinh_worker, ansinh_determiner', t);
    end loop;
end $$;

-- Where each line stands by what the register knows. About the day that was told: villages tell a day from memory, and a child is often named at the commune a week later.
--   death      the person's death is recorded, whenever it was
--   birth      a child born about then lives, or lived, in that household
--   move_away  they live elsewhere, or this commune has let them go
--   move_in    somebody of that name came to live in the village about then
create view registry.notice_state as
select n.id, n.report_id, n.source, n.kind, n.commune_code, n.village_id, q.id as person_id, n.household_id, n.name, n.on_day, n.in_month, n.note, n.place, n.recording,
       n.dismissed, n.because, s.person as settled_person, s.day as settled_on,
       case when n.dismissed is not null then 'dismissed' when s.person is not null then 'settled' else 'open' end as state
  from registry.notice n
  left join registry.person q on q.id = n.person_id
  cross join lateral (select coalesce(n.on_day, n.in_month) as first_day, coalesce(n.on_day, (n.in_month + interval '1 month')::date - 1) as last_day) d
  left join lateral (
      select x.person, x.day from (
          select q.id as person, q.died_on as day where n.kind = 'death' and q.died_on is not null
          union all
          select c.id, c.born from registry.membership_now m join registry.person c on c.id = m.person_id
           where n.kind = 'birth' and m.kind = 1 and m.household_id = n.household_id and c.born between d.first_day - 15 and d.last_day + 15
          union all
          select q.id, (select max(upper(m.days)) from registry.membership_now m where m.person_id = q.id and m.kind = 1)
           where n.kind = 'move_away' and q.id is not null and (q.village_id is distinct from n.village_id
              or exists (select from registry.membership_now m where m.person_id = q.id and m.kind = 1 and upper(m.days) >= d.first_day - 62
                    and not exists (select from registry.membership_now k join registry.household h on h.id = k.household_id
                         where k.person_id = q.id and k.kind = 1 and lower(k.days) = upper(m.days) and h.village_id = n.village_id))
              or exists (select from registry.move v where q.id = any (v.person_ids) and v.from_commune = n.commune_code and v.returned is null and v.on_day >= d.first_day - 62))
          union all
          select c.id, lower(m.days) from registry.person c join registry.membership_now m on m.person_id = c.id
           where n.kind = 'move_in' and c.commune_code = n.commune_code and c.village_id = n.village_id and c.folded = n.folded and c.same_as is null
             and m.kind = 1 and m.household_id = c.household_id and lower(m.days) >= d.first_day - 62) x
      limit 1) s on true;

-- The lines of one's area, each with where it stands; of a village and month, or (null) those that are open.
create function registry.face_notices(of_village int, of_month date)
returns table (id int, report_id int, source text, kind text, commune_code text, village_id int, person_id int, household_id int, name text, on_day date, in_month date, note text,
    told_at timestamptz, told_to text, state text, settled_person int, settled_name text, settled_on date, because text, dismissed_at timestamptz, dismissed_by text)
language sql stable security definer set search_path = registry, pg_temp as $$
    select n.id, n.report_id, n.source, n.kind, n.commune_code, n.village_id, n.person_id, n.household_id,
           case when w.commune_code = any (access.my_communes()) then w.name else n.name end, n.on_day, n.in_month, n.note, r.at, o.full_name, n.state, case when p.commune_code = any (access.my_communes()) then p.id end,
           case when p.commune_code = any (access.my_communes()) then p.name end, n.settled_on, n.because, d.at, b.full_name
      from registry.notice_state n
      join registry.recording r on r.number = n.recording
      left join access.face_officer o on o.role_name = r.officer
      left join registry.person w on w.id = n.person_id
      left join registry.person p on p.id = n.settled_person
      left join registry.recording d on d.number = n.dismissed
      left join access.face_officer b on b.role_name = d.officer
     where access.sees_reasons() and n.commune_code = any ((select access.my_communes())::text[])
       and case when of_village is null then n.dismissed is null and n.state = 'open' else n.village_id = of_village and n.in_month = of_month end
     order by n.kind <> 'death', n.kind <> 'birth', r.at, n.place
$$;

-- Whose death was told and is not known to the register: rooms above hold their money. A line that was dismissed says until when it did.
create view registry.face_told_dead with (security_invoker = true) as
select n.id as notice_id, q.id as person_id, n.commune_code, n.source, (r.at at time zone 'Asia/Ho_Chi_Minh')::date as told_on,
       (d.at at time zone 'Asia/Ho_Chi_Minh')::date as dismissed_on, n.dismissed is null and q.died_on is null as open
  from registry.notice n
  join registry.recording r on r.number = n.recording
  join registry.person q on q.id = n.person_id
  left join registry.recording d on d.number = n.dismissed
 where n.kind = 'death';
grant select on registry.face_told_dead to ansinh_officer, ansinh_worker, ansinh_determiner;

-- A function of a room above, (people int[]), is told in the same transaction of whom it holds money for, or no longer does.
create table registry.told_dead_follower (told text primary key);

create function registry.face_follow_told_dead(told text) returns void language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.told_dead_follower values (face_follow_told_dead.told) on conflict do nothing
$$;

create function registry.tell_of_told_dead(people int[]) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    follower text;
begin
    if cardinality(people) > 0 then
        for follower in select f.told from registry.told_dead_follower f order by 1 loop
            execute format('select %s($1)', follower) using people;
        end loop;
    end if;
end $$;

create function registry.death_becomes_known() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if exists (select from registry.notice n where n.person_id = new.id) then
        update registry.notice n set person_id = new.same_as where n.person_id = new.id and n.dismissed is null and new.same_as is not null;
        perform registry.tell_of_told_dead(array_remove(array[new.id, new.same_as], null));
    end if;
    return null;
end $$;
create trigger death_becomes_known after update of died_on, same_as on registry.person for each row
    when (old.died_on is distinct from new.died_on or old.same_as is distinct from new.same_as) execute function registry.death_becomes_known();

-- Takes down what a village told, or more lines of a list that was taken down already.
create function registry.face_take_down(of_report int, of_village int, of_month date, came text, told_by text, came_on date, nothing boolean, lines jsonb, number bigint)
returns int language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    commune text := registry.commune_of_village(of_village);
    made int := of_report;
begin
    if commune is null or not access.may_see_commune(commune) then
        raise exception 'Village % is not in the area of %.', of_village, registry.acting() using errcode = 'AS003', constraint = 'report_in_own_area';
    end if;
    perform registry.must_record();
    if came_on > public.house_today() or of_month > public.house_today()
       or exists (select from jsonb_to_recordset(lines) as l(on_day date) where l.on_day > public.house_today()) then
        perform registry.refuse_act('report_to_come', 'A list of days to come is not taken down.');
    end if;
    if exists (select from jsonb_to_recordset(lines) as l(person int) where l.person is not null
            and not exists (select from registry.person p where p.id = l.person and p.village_id = of_village and p.same_as is null)) then
        perform registry.refuse_act('notice_of_another_village', 'Somebody on the list is not of this village.');
    end if;
    if made is null then
        if nothing = (jsonb_array_length(lines) > 0) then
            perform registry.refuse_act('report_of_nothing_or_lines', 'A list has lines, or says that nothing happened.');
        end if;
        insert into registry.village_report (village_id, commune_code, month, came, told_by, came_on, nothing, recording)
        values (of_village, commune, of_month, came, told_by, came_on, nothing, number) returning id into made;
    elsif not exists (select from registry.village_report r where r.id = made and r.village_id = of_village and r.month = of_month and not r.nothing) then
        perform registry.refuse_act('report_of_nothing_or_lines', 'There is no such list of this village and month with lines.');
    end if;
    insert into registry.notice (report_id, source, kind, commune_code, village_id, person_id, household_id, name, folded, on_day, in_month, note, place, recording)
    select made, 'village_head', l.kind, commune, of_village, l.person, p.household_id, l.name, l.folded, l.on_day, of_month, coalesce(l.note, ''), l.place, number
      from jsonb_to_recordset(lines) as l(place int, kind text, person int, name text, folded text, on_day date, note text)
      left join registry.person p on p.id = l.person;
    perform registry.tell_of_told_dead(array(select n.person_id from registry.notice n where n.recording = number and n.kind = 'death' and n.person_id is not null));
    return made;
end $$;

-- Somebody asks for help with a funeral of a person who is not known to be dead: that is told too, and by a paper.
create function registry.face_claim_tells(person int, on_day date, note text, number bigint) returns int
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    dead registry.person;
    made int;
begin
    select p.* into dead from registry.person p where p.id = person and p.same_as is null;
    if dead.id is null or dead.commune_code is null or not access.may_see_commune(dead.commune_code) then
        raise exception 'There is no such person for %.', registry.acting() using errcode = 'AS003', constraint = 'notice_in_own_area';
    end if;
    if not access.has_one_of('commune_officer', 'commune_chair', 'provincial_approver') then
        perform registry.must_record();
    end if;
    if on_day > public.house_today() then
        perform registry.refuse_act('report_to_come', 'Nobody is told to die on a day to come.');
    end if;
    insert into registry.notice (source, kind, commune_code, village_id, person_id, household_id, name, folded, on_day, in_month, note, place, recording)
    values ('funeral_claim', 'death', dead.commune_code, dead.village_id, dead.id, dead.household_id, dead.name, dead.folded, on_day,
        date_trunc('month', coalesce(on_day, public.house_today()))::date, coalesce(note, ''), 1, number) returning id into made;
    perform registry.tell_of_told_dead(array[dead.id]);
    return made;
end $$;

-- The line was a mistake; who says so and why stays with it.
create function registry.face_dismiss_notice(of_notice int, why text, number bigint) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    it registry.notice;
begin
    select n.* into it from registry.notice n where n.id = of_notice for update;
    if it.id is null or not access.may_see_commune(it.commune_code) then
        raise exception 'There is no line % for %.', of_notice, registry.acting() using errcode = 'AS003', constraint = 'notice_in_own_area';
    end if;
    perform registry.must_record();
    update registry.notice n set dismissed = number, because = btrim(why) where n.id = of_notice;
    if it.kind = 'death' and it.person_id is not null then
        perform registry.tell_of_told_dead(array[it.person_id]);
    end if;
end $$;

-- Each village of one's area, with the last list of the month that came from it and how many of its lines are open.
create function registry.face_village_months(of_month date, of_commune text)
returns table (village_id int, village text, commune_code text, report_id int, came text, told_by text, came_on date, taken_by text, reports int, nothing boolean, lines int, open int)
language sql stable security definer set search_path = registry, pg_temp as $$
    select v.village_id, v.name, v.commune_code, last.id, last.came, last.told_by, last.came_on, last.full_name, coalesce(last.reports, 0)::int, coalesce(last.nothing, false),
           coalesce(l.lines, 0)::int, coalesce(l.open, 0)::int
      from territory.face_village v
      left join lateral (
          select r.*, o.full_name, count(*) over () as reports from registry.village_report r join registry.recording a on a.number = r.recording
            left join access.face_officer o on o.role_name = a.officer
           where r.village_id = v.village_id and r.month = of_month order by r.came_on desc, r.id desc limit 1) last on true
      left join lateral (
          select count(*) as lines, count(*) filter (where n.state = 'open') as open from registry.notice_state n
           where n.village_id = v.village_id and n.in_month = of_month) l on true
     where v.days @> public.house_today() and v.commune_code = any ((select access.my_communes())::text[]) and (of_commune is null or v.commune_code = of_commune)
       and (select access.sees_reasons())
     order by last.id is not null, v.commune_code, v.name, v.village_id
$$;

revoke execute on function registry.notice_stays(), registry.face_notices(int, date), registry.face_follow_told_dead(text), registry.tell_of_told_dead(int[]),
    registry.death_becomes_known(), registry.face_take_down(int, int, date, text, text, date, boolean, jsonb, bigint), registry.face_claim_tells(int, date, text, bigint),
    registry.face_dismiss_notice(int, text, bigint), registry.face_village_months(date, text) from public;
grant execute on function registry.face_notices(int, date), registry.face_take_down(int, int, date, text, text, date, boolean, jsonb, bigint),
    registry.face_claim_tells(int, date, text, bigint), registry.face_dismiss_notice(int, text, bigint), registry.face_village_months(date, text) to ansinh_officer;
