package org.ansinh.bench;

import java.util.Map;
import org.ansinh.rules.columns.ColumnKey;
import org.ansinh.rules.columns.Source;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.SubjectKind;

/** The reference people as a source of columns for the engine. */
final class ReferenceSource implements Source {

    private static final int ALWAYS = -1_000_000;

    private final ReferencePeople people;
    private final int[] starts;
    private final Map<String, byte[]> flags;

    ReferenceSource(ReferencePeople people) {
        this.people = people;
        this.starts = people.starts();
        this.flags = Map.ofEntries(
                Map.entry("person.disability", people.disability()),
                Map.entry("person.orphan", people.orphan()),
                Map.entry("person.hiv", people.hiv()),
                Map.entry("person.single_parent", people.singleParent()),
                Map.entry("person.no_support", people.noSupport()),
                Map.entry("person.pension", people.pension()),
                Map.entry("person.home_carer", people.homeCarer()),
                Map.entry("person.ethnic", people.ethnic()),
                Map.entry("person.pupil", people.pupil()),
                Map.entry("household.poverty", people.poverty()),
                Map.entry("household.region", people.region()));
    }

    @Override
    public int count(SubjectKind table) {
        return table == SubjectKind.PERSON ? people.people() : people.households();
    }

    @Override
    public int number(SubjectKind table, int place) {
        return place + 1;
    }

    @Override
    public void values(ColumnKey key, int place, Pieces into) {
        into.from(ALWAYS, value(((ColumnKey.OfFact) key).fact().id(), key.table(), place));
    }

    private long value(String fact, SubjectKind table, int place) {
        if (fact.equals("person.born")) {
            return people.born()[place];
        }
        var column = flags.get(fact);
        if (column == null) {
            return Form.UNKNOWN;
        }
        boolean joined = table == SubjectKind.PERSON && fact.startsWith("household.");
        int value = column[joined ? people.household()[place] : place];
        // Regions are numbered from 1 there, from 0 in the law's list.
        return fact.equals("household.region") ? value - 1 : value;
    }

    @Override
    public void links(Link link, int place, Bonds into) {
        if (link.equals(Link.RESIDENCE)) {
            into.bond(people.household()[place], ALWAYS, FactBook.FOREVER);
        } else if (link.equals(Link.MEMBERS)) {
            for (int i = starts[place]; i < starts[place + 1]; i++) {
                into.bond(i, ALWAYS, FactBook.FOREVER);
            }
        }
    }
}
