-- What is displaced was found already: it is taken away where it stands, not looked for again in an index of ranges.
do $$
declare
    step record;
    it text;
begin
    for step in values
        ('registry.open_staging()', 'create temp table displaced_fact (slot bigint, recording bigint, days daterange, whole bigint, day date, words text, source text)',
            'create temp table displaced_fact (slot bigint, recording bigint, days daterange, whole bigint, day date, words text, source text, place tid)'),
        ('registry.drop_what_is_known(boolean)', 'n.whole, n.day, n.words, n.source', 'n.whole, n.day, n.words, n.source, n.ctid'),
        ('registry.post_facts(boolean)', 'using displaced_fact d where n.slot = d.slot and n.days = d.days', 'using displaced_fact d where n.ctid = d.place')
    loop
        it := pg_get_functiondef(step.column1::regprocedure);
        assert position(step.column2 in it) > 0, format('%s is written in other words than this step knows', step.column1);
        execute replace(it, step.column2, step.column3);
    end loop;
end $$;
