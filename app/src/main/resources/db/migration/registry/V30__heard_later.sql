-- A part of a filling that speaks again of people whom an earlier stage brought: what the office heard of them later, under the paper of the month in which it heard.
create function registry.post_later_part(name text, part text) returns registry.posted
language plpgsql security definer set search_path = registry, pg_temp set work_mem = '96MB' set jit = off as $$
#variable_conflict use_variable
declare
    into_filling int;
    unknown text;
    result registry.posted;
begin
    perform pg_advisory_xact_lock(7310460197103);
    select f.id into into_filling from registry.filling f where f.name = name and f.finished is null;
    if not found then
        raise exception 'Nothing named % is being filled.', name using errcode = 'AS011';
    end if;
    update staged_recording s set number = r.number from registry.recording r where r.once_key = s.once_key;
    select s.document into unknown from staged_recording s where s.number is null limit 1;
    if found then
        raise exception 'The paper % was not told before the parts of %.', unknown, name using errcode = 'AS011';
    end if;
    perform registry.take_staged(false);
    result := registry.what_was_posted();
    insert into registry.filling_part values (into_filling, part, result);
    return result;
end $$;
revoke execute on function registry.post_later_part(text, text) from public;
grant execute on function registry.post_later_part(text, text) to ansinh_worker;
