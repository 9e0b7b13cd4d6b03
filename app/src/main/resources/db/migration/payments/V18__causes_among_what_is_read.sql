-- Only a fact that the programme reads can be the cause of another amount: the electricity that a household used is none of a disability allowance's.
do $$
declare
    it text := pg_get_functiondef('payments.law_changed(bigint,"char"[],integer[])'::regprocedure);
begin
    assert position('where f.fact not in (''person.decision''' in it) > 0, 'causes are looked for in other words than this step knows';
    execute replace(it, 'where f.fact not in (''person.decision''',
        'where f.fact = any ((select x.facts from determination.face_programme x join payroll q using (programme) where q.payroll_id = of_list)::text[])
                 and f.fact not in (''person.decision''');
end $$;
