-- People and households are numbered apart, so a number is that of one of each: by the number alone, whoever asked about people read the facts of as many households, and threw
-- them away. The second column costs nothing: it lies where the first was filled up to a word.
do $$
declare
    it text := pg_get_functiondef('registry.heavy_index()'::regprocedure);
begin
    assert position('''((((slot >> 30) & 2147483647)::int))''' in it) > 0, 'heavy indexes are told in other words than this step knows';
    execute replace(it, '''((((slot >> 30) & 2147483647)::int))''',
        '''((((slot >> 30) & 2147483647)::int), ((case slot >> 61 when 0 then ''''p'''' when 1 then ''''h'''' else ''''v'''' end)::"char"))''');
end $$;
drop index registry.fact_now_subject;
select registry.build_heavy_indexes();
