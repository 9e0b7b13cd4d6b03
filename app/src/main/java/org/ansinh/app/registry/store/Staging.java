package org.ansinh.app.registry.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadResult.Repair;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.registry.model.CleanText;
import org.ansinh.app.registry.model.Folding;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/** Writes rows into the staging tables. What one row alone shows to be wrong is refused here, what needs the others is left to the database. */
final class Staging implements RegisterLoad {

    private static final Map<String, Short> MEMBERSHIPS =
            Map.of("residence", (short) 1, "poverty_review", (short) 2, "insurance", (short) 3);
    private static final int MOST_CHARACTERS = 200;
    private static final SubjectRef NOBODY = new SubjectRef(SubjectRef.Kind.PERSON, -1);
    private static final SubjectRef NO_HOUSEHOLD = new SubjectRef(SubjectRef.Kind.HOUSEHOLD, -1);

    private final Map<String, Short> factNumbers;
    private final Map<String, Short> relationNumbers;
    private final IdentityCheck identities;
    private final StagingCopies copies;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, SubjectRef> households = new HashMap<>();
    private int papers;
    private int refs;

    Staging(Connection connection, Map<String, Short> factNumbers, Map<String, Short> relationNumbers, LocalDate today)
            throws SQLException {
        this.factNumbers = factNumbers;
        this.relationNumbers = relationNumbers;
        this.identities = new IdentityCheck(today, refusals);
        this.copies = new StagingCopies(connection);
    }

    void send() {
        sql(copies::send);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<Repair> repairs() {
        return identities.repairs();
    }

    @Override
    public int paper(Paper paper) {
        int key = ++papers;
        var document = paper.document().map(text -> CleanText.of(text, MOST_CHARACTERS));
        if (document.orElse(null) instanceof CleanText.Unusable(var why, var detail)) {
            refuse(new Refusal("paper", 0, "document", "", why, detail));
        }
        sql(() -> copies.papers
                .row()
                .put(key)
                .put(paper.act())
                .put(document.orElse(null) instanceof CleanText.Clean(var text) && !text.isEmpty() ? text : null)
                .put(paper.receivedOn().orElse(null))
                .put(paper.onceKey().orElse(null))
                .put(paper.saidAt().orElse(null)));
        return key;
    }

    @Override
    public SubjectRef household(int paper, HouseholdLine it) {
        var named = it.source() + '\n' + it.key();
        var known = households.get(named);
        if (known == null) {
            known = newHousehold(paper, it);
            households.put(named, known);
        }
        return known;
    }

    private SubjectRef newHousehold(int paper, HouseholdLine it) {
        if (!(CleanText.of(it.code(), MOST_CHARACTERS) instanceof CleanText.Clean code)
                || code.text().isEmpty()) {
            refuse(new Refusal("household", it.line(), "code", it.code(), "text_unusable", ""));
            return NO_HOUSEHOLD;
        }
        int ref = ++refs;
        sql(() -> copies.households
                .row()
                .put(ref)
                .put(it.line())
                .put(it.source())
                .put(it.key())
                .nothing()
                .put(code.text())
                .put(Folding.fold(code.text()).replace(" ", ""))
                .put(it.village().orElse(null))
                .put(it.commune())
                .put(
                        it.stands().from().equals(DateRange.FIRST_DAY)
                                ? null
                                : it.stands().from())
                .put(paper)
                .put(it.demo()));
        var subject = new SubjectRef(SubjectRef.Kind.HOUSEHOLD, ref);
        it.village()
                .ifPresent(village -> fact(
                        paper,
                        it.line(),
                        subject,
                        "household.village",
                        "",
                        it.stands(),
                        FactValue.whole(village),
                        it.source()));
        return subject;
    }

    @Override
    public SubjectRef knownHousehold(int householdId) {
        return mention(0, null, null, householdId);
    }

    @Override
    public SubjectRef mentionedHousehold(int line, String source, String key) {
        return mention(line, source, key, null);
    }

    private SubjectRef mention(int line, @Nullable String source, @Nullable String key, @Nullable Integer id) {
        int ref = ++refs;
        sql(() -> copies.households
                .row()
                .put(ref)
                .put(line)
                .put(source)
                .put(key)
                .put(id)
                .nothing()
                .nothing()
                .nothing()
                .nothing()
                .nothing()
                .nothing()
                .put(false));
        return new SubjectRef(SubjectRef.Kind.HOUSEHOLD, ref);
    }

    @Override
    public SubjectRef person(int paper, int line, String source, String key, IdentityLine identity, boolean demo) {
        var checked = identities.check(line, identity);
        return checked.isEmpty()
                ? NOBODY
                : stage(new PersonRow(paper, line, source, key, null, false, DateRange.FIRST_DAY, demo), checked.get());
    }

    @Override
    public SubjectRef identity(
            int paper, int line, int personId, LocalDate since, IdentityLine identity, String source) {
        var checked = identities.checkCorrection(line, identity);
        return checked.isEmpty()
                ? NOBODY
                : stage(new PersonRow(paper, line, source, null, personId, false, since, null), checked.get());
    }

    @Override
    public SubjectRef knownPerson(int personId) {
        return stage(
                new PersonRow(0, 0, null, null, personId, true, DateRange.FIRST_DAY, null), CheckedIdentity.NOTHING);
    }

    @Override
    public SubjectRef mentionedPerson(int line, String source, Optional<String> key, Optional<String> personalNumber) {
        var row = new PersonRow(0, line, source, key.orElse(null), null, true, DateRange.FIRST_DAY, null);
        return stage(row, CheckedIdentity.numberOnly(personalNumber));
    }

    /** How a person's row is known apart from who it is. */
    private record PersonRow(
            int paper,
            int line,
            @Nullable String source,
            @Nullable String key,
            @Nullable Integer personId,
            boolean mention,
            LocalDate since,
            @Nullable Boolean demo) {}

    private SubjectRef stage(PersonRow row, CheckedIdentity who) {
        int ref = ++refs;
        var it = who.identity();
        sql(() -> {
            copies.people
                    .row()
                    .put(ref)
                    .put(row.line)
                    .put(row.source)
                    .put(row.key)
                    .put(row.personId)
                    .put(row.mention)
                    .put(row.paper)
                    .put(row.since.equals(DateRange.FIRST_DAY) ? null : row.since)
                    .put(it.name().orElse(null))
                    .put(it.name().map(Folding::fold).orElse(null))
                    .put(it.born().orElse(null))
                    .put(it.precision().isEmpty() ? null : it.precision())
                    .put(it.sex().orElse(null))
                    .put(it.ethnicGroup().orElse(null))
                    .put(it.personalNumber().orElse(null))
                    .put(who.numberState())
                    .put(who.numberProblem())
                    .put(it.oldNumbers())
                    .put(it.diedOn().orElse(null));
            if (row.demo == null) {
                copies.people.nothing();
            } else {
                copies.people.put(row.demo.booleanValue());
            }
        });
        return new SubjectRef(SubjectRef.Kind.PERSON, ref);
    }

    @Override
    public SubjectRef village(int villageId) {
        return new SubjectRef(SubjectRef.Kind.VILLAGE, villageId);
    }

    @Override
    public void membership(
            int paper, int line, SubjectRef person, SubjectRef household, String kind, String role, DateRange days) {
        membership(paper, line, new int[] {person.ref(), household.ref()}, kind, Optional.of(role), days);
    }

    @Override
    public void noMembership(int paper, int line, SubjectRef person, String kind, DateRange days) {
        membership(paper, line, new int[] {person.ref(), -1}, kind, Optional.empty(), days);
    }

    private void membership(int paper, int line, int[] refPair, String kind, Optional<String> role, DateRange days) {
        var number = MEMBERSHIPS.get(kind);
        if (number == null) {
            refuse(new Refusal(
                    "membership", line, "kind", kind, "kind_unknown", String.join(", ", MEMBERSHIPS.keySet())));
            return;
        }
        sql(() -> copies.memberships
                .row()
                .put(line)
                .put(paper)
                .put(refPair[0])
                .put(refPair[1])
                .put(number.shortValue())
                .put(role.orElse(null))
                .put(days)
                .put(role.isEmpty())
                .put("registry"));
    }

    @Override
    public void relation(int paper, int line, SubjectRef from, SubjectRef to, String kind, DateRange days) {
        relation(paper, line, new int[] {from.ref(), to.ref()}, kind, days, false);
    }

    @Override
    public void noRelation(int paper, int line, SubjectRef from, SubjectRef to, String kind, DateRange days) {
        relation(paper, line, new int[] {from.ref(), to.ref()}, kind, days, true);
    }

    private void relation(int paper, int line, int[] refPair, String kind, DateRange days, boolean retracted) {
        var number = relationNumbers.get(kind);
        if (number == null) {
            refuse(new Refusal(
                    "relation", line, "kind", kind, "kind_unknown", String.join(", ", relationNumbers.keySet())));
            return;
        }
        sql(() -> copies.relations
                .row()
                .put(line)
                .put(paper)
                .put(refPair[0])
                .put(refPair[1])
                .put(number.shortValue())
                .put(days)
                .put(retracted)
                .put("registry"));
    }

    @Override
    public void fact(
            int paper,
            int line,
            SubjectRef subject,
            String fact,
            String instance,
            DateRange days,
            FactValue value,
            String source) {
        fact(paper, line, subject, new Slot(fact, instance, days, source), Optional.of(value));
    }

    @Override
    public void retract(
            int paper, int line, SubjectRef subject, String fact, String instance, DateRange days, String source) {
        fact(paper, line, subject, new Slot(fact, instance, days, source), Optional.empty());
    }

    private record Slot(String fact, String instance, DateRange days, String source) {}

    private void fact(int paper, int line, SubjectRef subject, Slot slot, Optional<FactValue> value) {
        var number = factNumbers.get(slot.fact);
        if (number == null) {
            refuse(new Refusal(
                    "fact", line, slot.fact, value.map(Object::toString).orElse(""), "fact_unknown", ""));
            return;
        }
        var words = value.orElse(null) instanceof FactValue.Words(var text)
                ? CleanText.of(text, MOST_CHARACTERS)
                : new CleanText.Clean("");
        if (words instanceof CleanText.Unusable(var why, var detail)) {
            refuse(new Refusal("fact", line, slot.fact, "", why, detail));
            return;
        }
        sql(() -> {
            var row = copies.facts
                    .row()
                    .put(line)
                    .put(paper)
                    .put(subject.ref())
                    .letter(subject.kind().letter())
                    .put(number.shortValue())
                    .put(slot.instance)
                    .put(slot.days);
            switch (value.orElse(null)) {
                case FactValue.Whole(long whole) -> row.put(whole).nothing().nothing();
                case FactValue.Day(LocalDate day) -> row.nothing().put(day).nothing();
                case FactValue.Words _ -> row.nothing().nothing().put(((CleanText.Clean) words).text());
                case null -> row.nothing().nothing().nothing();
            }
            row.put(value.isEmpty()).put(slot.source);
        });
    }

    @Override
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    /** Work that speaks to the database. */
    private interface Sql {
        void run() throws SQLException;
    }

    private static void sql(Sql work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw new org.springframework.jdbc.UncategorizedSQLException("copying rows into staging", null, e);
        }
    }
}
