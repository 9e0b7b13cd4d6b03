-- What is known of one subject, for questions asked row by row. Under row policies a condition on a computed column reads every fact there is, for only a comparison of
-- whole slots may go ahead of a policy. Settings of its own keep the function from being written into the question, where its slots would be computed columns again.
create function registry.face_facts_of(kind "char", id int)
returns table (fact text, instance text, days daterange, whole bigint, day date, words text, source text, recording bigint)
language sql stable set search_path = registry, pg_temp as $$
    select d.id, coalesce(i.id, ''), f.days, f.whole, f.day, f.words, f.source, f.recording
      from registry.fact_now f
      join registry.fact_definition d on d.no = f.fact
      left join registry.fact_instance i on i.fact = f.fact and i.no = f.instance
     where f.slot >= registry.slot(face_facts_of.kind, face_facts_of.id, 0::smallint, 0)
       and f.slot < registry.slot(face_facts_of.kind, face_facts_of.id + 1, 0::smallint, 0)
$$;
revoke execute on function registry.face_facts_of("char", int) from public;
grant execute on function registry.face_facts_of("char", int) to ansinh_officer, ansinh_worker, ansinh_determiner;
