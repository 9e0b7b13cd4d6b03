-- A file of facts names people by their numbers: nobody in it is looked for by another key, or by the register's own, and whoever was found is there. Each of these
-- questions went through everybody of the register.
do $$
declare
    it text;
begin
    it := pg_get_functiondef('registry.find_subjects(boolean)'::regprocedure);
    it := replace(it, E'#variable_conflict use_column\nbegin', E'#variable_conflict use_column\ndeclare\n'
        '    by_name boolean := not find_subjects.fresh and exists (select from staged_person s where s.person_id is not null or s.key is not null);\nbegin');
    it := replace(it, 'left join registry.known_as k on not find_subjects.fresh and k.subject_kind = ''p''', 'left join registry.known_as k on by_name and k.subject_kind = ''p''');
    it := replace(it, 'left join registry.person a on not find_subjects.fresh and a.id = q.named', 'left join registry.person a on by_name and a.id = q.named');
    execute it;
    assert (length(it) - length(replace(it, 'by_name', ''))) / length('by_name') = 3, 'people are looked for in other words than this step knows';
    it := pg_get_functiondef('registry.stay_in_area()'::regprocedure);
    it := replace(it, 'if exists (select from found_person f where not f.fresh', 'if exists (select from staged_person s where s.person_id is not null or s.key is not null)
        and exists (select from found_person f where not f.fresh');
    execute it;
    assert it like '%s.key is not null)%', 'areas are kept in other words than this step knows';
end $$;
