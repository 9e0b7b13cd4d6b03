-- Facts of everybody, for runs over everybody: what a fact is called stands once beside them, not in every row.
create view registry.face_fact_numbered with (security_invoker = true) as
    select f.subject_kind, f.subject_id, f.fact as fact_no, f.instance as instance_no, f.days, f.whole, f.day, f.words from registry.fact_now f;
create view registry.face_fact_name with (security_invoker = true) as
    select d.no as fact_no, d.id as fact from registry.fact_definition d;
create view registry.face_fact_instance with (security_invoker = true) as
    select i.fact as fact_no, i.no as instance_no, i.id as instance from registry.fact_instance i;
grant select on registry.face_fact_numbered, registry.face_fact_name, registry.face_fact_instance to ansinh_determiner;
