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

-- The same for many at once: a comparison of whole slots, one fact of one subject each. Rows come with the number of the question that they answer.
create function registry.face_facts_of_many(kinds "char"[], ids int[], facts text[], instances text[])
returns table (nth int, days daterange, whole bigint, day date, words text)
language sql stable set search_path = registry, pg_temp as $$
    select a.nth::int, f.days, f.whole, f.day, f.words
      from unnest(kinds, ids, facts, instances) with ordinality a(kind, id, fact, instance, nth)
      join registry.fact_definition d on d.id = a.fact
      left join registry.fact_instance i on i.fact = d.no and i.id = a.instance
      join registry.fact_now f on f.slot = registry.slot(a.kind, a.id, d.no, coalesce(i.no, 0))
     where i.no is not null or a.instance = ''
$$;
revoke execute on function registry.face_facts_of_many("char"[], int[], text[], text[]) from public;
grant execute on function registry.face_facts_of_many("char"[], int[], text[], text[]) to ansinh_officer, ansinh_worker, ansinh_determiner;
