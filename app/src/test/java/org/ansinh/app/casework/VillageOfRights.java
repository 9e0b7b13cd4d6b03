package org.ansinh.app.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.testing.House;
import org.ansinh.timeline.DateRange;

/** A village in a house of its own, on 20 October 2026: who has which right, and who knows it. */
final class VillageOfRights implements AutoCloseable {

    static final String COMMUNE = "01318";
    static final String OTHER = "01273";
    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final DateRange ALWAYS = DateRange.startingOn(LocalDate.of(2020, 1, 1));

    final House house = House.open("--ansinh.codes=off");
    private int papers;

    /** Somebody who lives alone, was asked about a pension and has none. */
    int elder(String name, LocalDate born) {
        return elder(name, born, true);
    }

    int elder(String name, LocalDate born, boolean asked) {
        load(load -> {
            int paper = load.paper(Paper.of("load", "rights-" + ++papers));
            var elder = living(load, paper, name, born);
            if (asked) {
                load.fact(paper, 1, elder, "person.monthly_pension", "", ALWAYS, FactValue.whole(0), "tờ khai");
            }
        });
        return number(name);
    }

    private SubjectRef living(RegisterLoad load, int paper, String name, LocalDate born) {
        var source = "rights-" + papers;
        var home = load.household(
                paper, new HouseholdLine(1, source, "h", source, Optional.empty(), COMMUNE, ALWAYS, false));
        var person = load.person(paper, 1, source, "p", IdentityLine.of(name, born, "female"), false);
        load.membership(paper, 1, person, home, "residence", "head", ALWAYS);
        return person;
    }

    void load(java.util.function.Consumer<RegisterLoad> what) {
        Acting.run(
                Actor.WORKER,
                () -> assertThat(house.get(LoadDesk.class).load(what).refusals())
                        .isEmpty());
    }

    int number(String name) {
        return Integer.parseInt(
                house.text("select person_id::text from registry.face_person where name = '%s'".formatted(name)));
    }

    /** A decision on paper that was taken over. */
    void decided(int person, String programme, LocalDate signed, long level) {
        var paper = new DecisionInForce.SignedPaper("QĐ " + person, signed, "UBND xã", "Chủ tịch", "Bàn Văn Ký");
        var decision = new DecisionInForce(false, person, programme, paper, signed, level, 1, "beneficiary");
        Acting.run(
                Actor.WORKER,
                () -> house.get(CaseDesk.class).takeOver(Optional.empty(), take -> take.accept(decision)));
    }

    void died(int person, String name, LocalDate on) {
        load(load -> {
            int paper = load.paper(Paper.of("load", "death-" + ++papers));
            var identity = new IdentityLine(
                    Optional.of(name),
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(on));
            load.identity(paper, 1, person, LocalDate.of(2020, 1, 1), identity);
        });
    }

    void buries(int burier, int dead, LocalDate diedOn) {
        load(load -> {
            int paper = load.paper(Paper.of("load", "burial-" + ++papers));
            var who = load.knownPerson(burier);
            var day = new DateRange(diedOn, diedOn);
            load.relation(paper, 1, who, load.knownPerson(dead), "person.buries", day);
            load.fact(paper, 2, who, "person.buried_died_on", "", day, FactValue.day(diedOn), "giấy chứng tử");
        });
    }

    void fact(int person, String fact, FactValue value) {
        load(load -> load.fact(
                load.paper(Paper.of("load", "fact-" + ++papers)),
                1,
                load.knownPerson(person),
                fact,
                "",
                ALWAYS,
                value,
                "tờ khai"));
    }

    /** Everybody for October, and what the night makes of it. */
    VillageOfRights night() {
        Acting.run(
                Actor.WORKER,
                () -> house.get(DeterminationDesk.class).determineMonth(OCTOBER, DeterminationDesk.Progress.SILENT));
        house.work();
        return this;
    }

    void released() {
        var jurist = house.officer("phap.che.rights", "jurist", java.util.Set.of(), "*");
        Acting.run(Actor.officer(jurist), () -> {
            var law = house.get(ReleaseDesk.class);
            law.unverified().forEach(it -> law.release(it.what(), "Đã đọc toàn văn nghị định", "Lý Thị Mai"));
        });
    }

    /** Open and ended files of somebody, as: programme occasion state [why]. */
    List<String> files(int person) {
        return house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql(
                                "select concat_ws(' ', programme, occasion, state, nullif(because, '')) from casework.application where subject_kind = 'p' and subject_id = ? order by application_id")
                        .param(person)
                        .query(String.class)
                        .list());
    }

    @Override
    public void close() {
        house.close();
    }
}
