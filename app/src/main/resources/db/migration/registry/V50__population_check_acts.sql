-- A list is made, withdrawn and answered by an officer of the commune, or of the province for all of them; in the demonstration by the house.
create function registry.must_check(commune text) returns void language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if commune is null or not access.may_see_commune(commune) then
        raise exception 'There is no such list for %.', registry.acting() using errcode = 'AS003', constraint = 'check_in_own_area';
    end if;
    if registry.acting() <> 'ansinh_worker' and not access.has_one_of('commune_officer', 'provincial_approver') then
        raise exception '% may not ask the population database.', registry.acting() using errcode = '42501', constraint = 'checked_by_commune_officer',
            hint = 'A commune officer of the commune, or an officer of the province, makes lists and takes answers in.';
    end if;
end $$;

-- Whom a list still waits for: nobody is asked about twice at the same time.
create function registry.face_waits_for_check(people int[]) returns setof int language sql stable security definer set search_path = registry, pg_temp as $$
    select distinct l.person_id from registry.check_line l join registry.check_list k on k.id = l.list_id
     where l.person_id = any (people) and k.withdrawn is null and (access.sees_province() or k.commune_code = any (access.my_communes()))
       and not exists (select from registry.check_answer a where a.list_id = l.list_id and a.line = l.line)
$$;

-- Freezes what is sent. The dead and those whom another list waits for are left out; somebody of another commune is refused.
create function registry.face_make_check(commune text, chosen text, programme text, why text, people int[], number bigint) returns int
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    asked int[];
    made int;
begin
    perform registry.must_check(commune);
    if exists (select from unnest(people) i(id) left join registry.person p on p.id = i.id where p.commune_code is distinct from commune) then
        raise exception 'Somebody on the list is not of commune %.', commune using errcode = 'AS003', constraint = 'check_of_another_commune';
    end if;
    asked := array(select p.id from registry.person p where p.id = any (people) and p.died_on is null and p.same_as is null
        and p.id not in (select registry.face_waits_for_check(people)));
    if cardinality(asked) = 0 then
        perform registry.refuse_act('check_of_nobody', 'Nobody is left to ask about.');
    end if;
    if cardinality(asked) > 5000 then
        raise exception 'A list has % people.', cardinality(asked) using errcode = 'AS005', constraint = 'check_too_long', detail = cardinality(asked)::text;
    end if;
    insert into registry.check_list (commune_code, chosen, programme, why, made_on, lines, recording)
    values (commune, chosen, programme, btrim(why), public.house_today(), cardinality(asked), number) returning id into made;
    insert into registry.check_line (list_id, line, key, person_id, name, born, born_precision, sex, personal_number, residence, village_id)
    select made, q.line, format('DC-%s-%s-%s', made, q.line, upper(substr(md5(gen_random_uuid()::text), 1, 4))), q.id, q.name, q.born, q.born_precision, q.sex, q.personal_number,
           q.residence, q.village_id
      from (select p.*, concat_ws(', ', v.name, c.full_name) as residence, row_number() over (order by v.name nulls last, p.folded, p.born, p.id)::int as line
              from registry.person p
              left join territory.face_village v on v.village_id = p.village_id and v.days @> public.house_today()
              left join territory.face_commune c on c.code = p.commune_code and c.days @> public.house_today()
             where p.id = any (asked)) q;
    return made;
end $$;

create function registry.face_withdraw_check(of_list int, why text, number bigint) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
begin
    perform registry.must_check((select k.commune_code from registry.check_list k where k.id = of_list for update));
    if not exists (select from registry.check_line l where l.list_id = of_list and not exists (select from registry.check_answer a where a.list_id = l.list_id and a.line = l.line)) then
        perform registry.refuse_act('check_answered', 'Every line of the list is answered.');
    end if;
    update registry.check_list k set withdrawn = number, because = btrim(why) where k.id = of_list;
end $$;

-- The word of the database that somebody died or left, taken down as a village's would be; nothing where the register knows it, or tells it already.
create function registry.database_tells(of_answer registry.check_answer) returns int language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    who registry.person;
    what text := case of_answer.outcome when 'dead' then 'death' else 'move_away' end;
    made int;
begin
    select q.* into who from registry.check_line l join registry.person p on p.id = l.person_id join registry.person q on q.id = coalesce(p.same_as, p.id)
     where l.list_id = of_answer.list_id and l.line = of_answer.line;
    if who.died_on is not null or who.commune_code is null
        or what = 'move_away' and who.commune_code <> (select k.commune_code from registry.check_list k where k.id = of_answer.list_id) then
        return null;
    end if;
    select n.id into made from registry.notice n where n.person_id = who.id and n.kind = what and n.source = 'population_database' and n.dismissed is null
        and n.on_day is not distinct from of_answer.on_day limit 1;
    if made is null then
        insert into registry.notice (source, kind, commune_code, village_id, person_id, household_id, name, folded, on_day, in_month, note, place, recording)
        values ('population_database', what, who.commune_code, who.village_id, who.id, who.household_id, who.name, who.folded, of_answer.on_day,
            date_trunc('month', coalesce(of_answer.on_day, public.house_today()))::date, concat_ws('; ', nullif(of_answer.moved_to, ''), nullif(of_answer.remark, '')), 1, of_answer.recording)
        returning id into made;
    end if;
    return made;
end $$;

-- Answers of one file, once for its bytes: each beside what was said before, where it says something new. The whole file or nothing of it.
create function registry.face_take_answers(of_list int, digest text, file text, answers jsonb, number bigint) returns int
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    it registry.check_list;
    said record;
    made registry.check_answer;
    last registry.check_answer;
    died int[] := '{}';
    taken int := 0;
begin
    select k.* into it from registry.check_list k where k.id = of_list for update;
    perform registry.must_check(it.commune_code);
    if it.withdrawn is not null then
        perform registry.refuse_act('check_withdrawn', 'The list was withdrawn.');
    end if;
    for said in select l.line, a.* from jsonb_to_recordset(answers) as a(key text, outcome text, name text, born date, born_precision text, sex text, personal_number text, residence text,
            on_day date, moved_to text, remark text) left join registry.check_line l on l.key = a.key and l.list_id = of_list loop
        if said.line is null then
            raise exception 'No line of list % has the key %.', of_list, said.key using errcode = 'AS005', constraint = 'answer_of_another_list', detail = said.key;
        end if;
        if said.on_day > public.house_today() then
            perform registry.refuse_act('answer_of_a_day_to_come', 'Nobody has died or moved on a day to come.');
        end if;
        select a.* into last from registry.check_answer a where a.list_id = of_list and a.line = said.line order by a.id desc limit 1;
        continue when last.id is not null and (last.outcome, last.name, last.born, last.born_precision, last.sex, last.personal_number, last.residence, last.on_day, last.moved_to, last.remark)
            is not distinct from (said.outcome, said.name, said.born, said.born_precision, said.sex, said.personal_number, said.residence, said.on_day, said.moved_to, coalesce(said.remark, ''));
        made := null;
        made.list_id := of_list; made.line := said.line; made.outcome := said.outcome; made.on_day := said.on_day; made.moved_to := said.moved_to;
        made.remark := coalesce(said.remark, ''); made.recording := number;
        if said.outcome in ('dead', 'moved') then
            made.notice_id := registry.database_tells(made);
            if said.outcome = 'dead' and made.notice_id is not null then
                died := died || (select n.person_id from registry.notice n where n.id = made.notice_id);
            end if;
        end if;
        insert into registry.check_answer (list_id, line, outcome, name, born, born_precision, sex, personal_number, residence, on_day, moved_to, remark, notice_id, recording)
        values (of_list, said.line, said.outcome, said.name, said.born, said.born_precision, said.sex, said.personal_number, said.residence, said.on_day, said.moved_to, made.remark,
            made.notice_id, number);
        taken := taken + 1;
    end loop;
    insert into registry.check_return (list_id, digest, name, taken, recording) values (of_list, digest, file, taken, number);
    perform registry.tell_of_told_dead(died);
    return taken;
end $$;

-- The register does not follow this answer, and why. A death or a move is dismissed as every such word is.
create function registry.face_put_aside(of_answer int, why text, number bigint) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    it record;
begin
    select s.* into it from registry.check_state s join registry.check_answer a on a.list_id = s.list_id and a.line = s.line where a.id = of_answer;
    perform registry.must_check(it.commune_code);
    if it.answer_id <> of_answer or it.state not in ('differs', 'not_found', 'others_number', 'dead', 'moved') then
        perform registry.refuse_act('nothing_to_put_aside', 'Nothing of this answer waits.');
    end if;
    insert into registry.check_aside (answer_id, because, recording) values (of_answer, btrim(why), number);
    if it.notice_id is not null then
        update registry.notice n set dismissed = number, because = btrim(why) where n.id = it.notice_id and n.dismissed is null;
        if it.state = 'dead' then
            perform registry.tell_of_told_dead(array[it.person_id]);
        end if;
    end if;
end $$;

-- Lists of one's area, those that wait longest first, with how their lines stand.
create function registry.face_check_lists(of_list int) returns table (id int, commune_code text, chosen text, programme text, why text, made_on date, made_by text, lines int, answered int,
    agrees int, to_look_at int, because text, withdrawn boolean, returns int)
language sql stable security definer set search_path = registry, pg_temp as $$
    select k.id, k.commune_code, k.chosen, k.programme, k.why, k.made_on, o.full_name, k.lines, q.answered, q.agrees, q.open, k.because, k.withdrawn is not null,
           (select count(*)::int from registry.check_return t where t.list_id = k.id)
      from registry.check_list k
      join registry.recording r on r.number = k.recording
      left join access.face_officer o on o.role_name = r.officer
      cross join lateral (select count(s.answer_id)::int as answered, (count(*) filter (where s.state = 'agrees'))::int as agrees,
              (count(*) filter (where s.state in ('differs', 'not_found', 'others_number', 'dead', 'moved')))::int as open
            from registry.check_state s where s.list_id = k.id) q
     where k.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_reasons()) and (of_list is null or k.id = of_list)
     order by k.withdrawn is not null, q.answered = k.lines and q.open = 0, k.made_on, k.id
$$;

-- Lines of a list (or of all lists of one's area), of one state or of all; open is whatever has to be looked at.
create function registry.face_check_lines(of_list int, of_state text) returns setof registry.check_state
language sql stable security definer set search_path = registry, pg_temp as $$
    select s.* from registry.check_state s
     where s.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_reasons()) and (of_list is null or s.list_id = of_list)
       and (of_list is not null or exists (select from registry.check_answer a where a.outcome <> 'agrees' and a.list_id = s.list_id and a.line = s.line))
       and case of_state when '' then true when 'open' then s.state in ('differs', 'not_found', 'others_number', 'dead', 'moved') else s.state = of_state end
     order by s.list_id, s.line
$$;

-- What waits in one's area: answers that differ (deaths and moves stand among those that are told), and lists that are still out.
create function registry.face_check_work() returns table (differing bigint, differing_since date, unanswered bigint, unanswered_since date)
language sql stable security definer set search_path = registry, pg_temp as $$
    with area as materialized (
        select k.id, k.made_on, k.withdrawn from registry.check_list k
         where k.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_reasons())
    ), other as materialized (
        select a.list_id, a.line from registry.check_answer a join area k on k.id = a.list_id
         where a.outcome in ('differs', 'not_found', 'others_number') and not exists (select from registry.check_aside d where d.answer_id = a.id)
           and not exists (select from registry.check_answer l where l.list_id = a.list_id and l.line = a.line and l.id > a.id)
    ), out as (
        select k.made_on from area k where k.withdrawn is null and exists (select from registry.check_line l where l.list_id = k.id
            and not exists (select from registry.check_answer a where a.list_id = l.list_id and a.line = l.line))
    )
    select w.n, w.since, o.n, o.since
      from (select count(*) as n, min((s.answered_at at time zone 'Asia/Ho_Chi_Minh')::date) as since
              from other x join registry.check_state s on s.list_id = x.list_id and s.line = x.line where s.state in ('differs', 'not_found', 'others_number')) w,
           (select count(*) as n, min(made_on) as since from out) o
$$;

-- The last answer about each of these people of one's area, and since when one is waited for: from whichever commune they were asked about.
create function registry.face_check_standing(people int[]) returns table (person_id int, list_id int, state text, outcome text, answer_id int, answered_on date, made_on date, waiting_list int, waiting_since date)
language sql stable security definer set search_path = registry, pg_temp as $$
    select p.id, a.list_id, a.state, a.outcome, a.answer_id, (a.answered_at at time zone 'Asia/Ho_Chi_Minh')::date, a.made_on, w.list_id, w.made_on
      from registry.person p
      cross join lateral (select array[p.id] || array(select e.person_id from registry.alias_entry e where e.same_as = p.id) as ids) f
      left join lateral (select s.* from registry.check_state s where s.of_person = any (f.ids) and s.answer_id is not null order by s.answer_id desc limit 1) a on true
      left join lateral (select s.list_id, s.made_on from registry.check_state s where s.of_person = any (f.ids) and s.answer_id is null and not s.withdrawn
            order by s.list_id desc limit 1) w on true
     where p.id = any (people) and p.same_as is null and (select access.sees_reasons()) and (p.commune_code = any ((select access.my_communes())::text[]))
       and (a.list_id is not null or w.list_id is not null)
$$;

revoke execute on function registry.must_check(text), registry.face_waits_for_check(int[]), registry.face_make_check(text, text, text, text, int[], bigint),
    registry.face_withdraw_check(int, text, bigint), registry.database_tells(registry.check_answer), registry.face_take_answers(int, text, text, jsonb, bigint),
    registry.face_put_aside(int, text, bigint), registry.face_check_lists(int), registry.face_check_lines(int, text), registry.face_check_work(), registry.face_check_standing(int[]) from public;
grant execute on function registry.face_waits_for_check(int[]), registry.face_make_check(text, text, text, text, int[], bigint), registry.face_withdraw_check(int, text, bigint),
    registry.face_take_answers(int, text, text, jsonb, bigint), registry.face_put_aside(int, text, bigint), registry.face_check_lists(int), registry.face_check_lines(int, text),
    registry.face_check_work(), registry.face_check_standing(int[]) to ansinh_officer;
grant execute on function registry.face_waits_for_check(int[]), registry.face_make_check(text, text, text, text, int[], bigint), registry.face_take_answers(int, text, text, jsonb, bigint),
    registry.face_check_lists(int), registry.face_check_lines(int, text) to ansinh_worker;
