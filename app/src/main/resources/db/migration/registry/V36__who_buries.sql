-- Who takes charge of a burial: from the person who buries to the dead, on the day of the death. What help with a funeral rests on (dictionary: person.buries).
insert into registry.relation_kind values (5, 'person.buries', false);
analyze registry.relation_kind;
