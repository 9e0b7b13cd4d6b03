-- Communes of one's area in which nobody has worked out what decisions owe through the month, and how many people and households have a decision there.
create function to_open(of_through date) returns table (communes bigint, subjects bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with lacking as materialized (
        select c.code from unnest(access.my_communes()) c(code)
        except
        select a.commune_code from determination.face_account a where a.through = of_through
    )
    select count(distinct d.commune_code), count(distinct (d.subject_kind, d.subject_id))
      from casework.face_decision d
     where d.commune_code = any (array(select l.code from lacking l)) and d.state = 'signed' and d.kind = 'grant'
       and d.effective_from < of_through + interval '1 month'
       and not exists (select from casework.face_decision s where s.state = 'signed' and s.kind = 'stop' and s.programme = d.programme
            and s.subject_kind = d.subject_kind and s.subject_id = d.subject_id and s.decision_id > d.decision_id)
$$;
revoke all on function to_open(date) from public;
grant execute on function to_open(date) to ansinh_officer;
