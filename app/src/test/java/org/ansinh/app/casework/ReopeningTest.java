package org.ansinh.app.casework;

import static org.ansinh.app.casework.CommuneOfElders.as;
import static org.ansinh.app.casework.VillageOfRights.COMMUNE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.Paper;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.dao.DataAccessException;

/**
 * Three adults with a severe disability, 810,000 đồng a month, paid through June 2026; their right was ended from September. On 20 October one end turns out to be a mistake, one
 * person has come back, one stays as he is.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReopeningTest {

    private static final String PROGRAMME = "social_assistance";

    private static VillageOfRights village;
    private static CaseDesk desk;
    private static OfficerId lan;
    private static OfficerId binh;
    private static OfficerId chair;
    private static int tam;
    private static int sen;
    private static int pao;

    @BeforeAll
    static void threeWhoseRightWasEnded() {
        village = new VillageOfRights();
        desk = village.house.get(CaseDesk.class);
        village.released();
        lan = village.house.officer("lan.reopen", "commune_officer", Set.of(PROGRAMME), COMMUNE);
        binh = village.house.officer("binh.reopen", "commune_officer", Set.of(PROGRAMME), "01273");
        chair = village.house.officer("chu.tich.reopen", "commune_chair", Set.of(PROGRAMME), COMMUNE);
        tam = adult("Hoàng Văn Tám");
        sen = adult("Lý Thị Sen");
        pao = adult("Hoàng A Páo");
        for (int person : List.of(tam, sen, pao)) {
            var end = as(
                    lan,
                    () -> desk.draftStop(newest(person), LocalDate.of(2026, 9, 1), "xã báo đã đi khỏi địa phương"));
            as(chair, () -> desk.sign(List.of(end.orElseThrow())));
        }
    }

    private static int adult(String name) {
        int person = village.elder(name, LocalDate.of(1986, 3, 2));
        village.fact(person, "person.disability_certified_on", FactValue.day(LocalDate.of(2026, 1, 15)));
        village.fact(person, "person.disability", FactValue.words("severe"));
        village.decided(person, PROGRAMME, LocalDate.of(2026, 2, 1), 810_000);
        village.load(load -> load.fact(
                load.paper(Paper.of("load", "paid-through-" + person)),
                1,
                load.knownPerson(person),
                "person.paid_through",
                PROGRAMME,
                DateRange.startingOn(LocalDate.of(2020, 1, 1)),
                FactValue.day(LocalDate.of(2026, 6, 30)),
                "sổ chi"));
        return person;
    }

    private static DecisionId newest(int person) {
        return as(lan, () -> desk.ofSubject(false, person)).getFirst().id();
    }

    @AfterAll
    static void closed() {
        village.close();
    }

    /** The months of the next list, by person. */
    private static String listed(int person) {
        var payments = village.house.get(PaymentDesk.class);
        var drawn = as(lan, () -> payments.prepare(YearMonth.of(2026, 10), PROGRAMME, COMMUNE));
        if (!(drawn instanceof ListResult.Done(long list))) {
            return "";
        }
        return as(lan, () -> payments.lines(list, 0, 1000)).stream()
                .filter(it -> it.subjectId() == person)
                .map(it -> it.forMonth() + " " + it.amount())
                .collect(Collectors.joining(", "));
    }

    private static String rule(Runnable act) {
        try {
            act.run();
        } catch (DataAccessException refused) {
            return BrokenRule.orThrow(refused).name();
        }
        return "";
    }

    private static String letter(DecisionId decision) {
        return as(chair, () -> village.house.get(LetterDesk.class).letter(decision))
                .map(it -> it.about() + it.articles())
                .orElse("");
    }

    @Test
    @Order(1)
    void anEndedRightOwesItsMonthsBefore() {
        for (int person : List.of(tam, sen, pao)) {
            assertThat(listed(person)).isEqualTo("2026-07 810000, 2026-08 810000");
        }
    }

    @Test
    @Order(2)
    void anEndThatWasAMistakeIsAnnulledAndNothingIsLost() {
        var end = newest(tam);
        var draft = as(lan, () -> desk.draftAnnulment(end, "biên bản ngày 19/10/2026: vẫn ở địa phương"))
                .orElseThrow();
        assertThat(listed(tam)).as("a draft changes nothing").isEqualTo("2026-07 810000, 2026-08 810000");
        assertThat(letter(draft))
                .contains("hủy quyết định thôi hưởng", "tháng 09 năm 2026", "truy lĩnh", "Căn cứ trên do cơ quan nêu")
                .as("it names what it annuls")
                .containsPattern("Hủy Quyết định số \\d+/QĐ-UBND ngày 20/10/2026 về việc thôi hưởng");
        assertThat(as(lan, () -> desk.sign(List.of(draft))).signed())
                .as("not her own, nor her authority")
                .isEmpty();

        as(chair, () -> desk.sign(List.of(draft)));

        assertThat(listed(tam)).isEqualTo("2026-07 810000, 2026-08 810000, 2026-09 810000, 2026-10 810000");
        assertThat(as(lan, () -> desk.ofSubject(false, tam)).getFirst().kind()).isEqualTo("annul");
    }

    @Test
    @Order(3)
    void whoeverHasComeBackHasARightAnewWithoutTheMonthsBetween() {
        var end = newest(sen);
        var draft = as(lan, () -> desk.draftReopening(end, "đã về ở Nà Mèo từ 5/10/2026, đăng ký thường trú lại"))
                .orElseThrow();
        assertThat(letter(draft)).contains("hưởng lại", "kể từ ngày ký", "không được truy lĩnh");

        as(chair, () -> desk.sign(List.of(draft)));

        assertThat(listed(sen))
                .as("September stays without")
                .isEqualTo("2026-07 810000, 2026-08 810000, 2026-10 810000");
        assertThat(listed(pao)).isEqualTo("2026-07 810000, 2026-08 810000");
    }

    /** Ended from mid-October, which leaves October owed, and anew on 20 October: October has one level, not two. */
    @Test
    @Order(4)
    void aRightThatGoesOnInTheMonthInWhichItEndedIsPaidThatMonthOnce() {
        var again = as(lan, () -> desk.draftStop(newest(sen), LocalDate.of(2026, 10, 15), "đi khỏi địa phương"))
                .orElseThrow();
        as(chair, () -> desk.sign(List.of(again)));
        var anew = as(lan, () -> desk.draftReopening(again, "đã về")).orElseThrow();
        as(chair, () -> desk.sign(List.of(anew)));

        assertThat(listed(sen)).isEqualTo("2026-07 810000, 2026-08 810000, 2026-10 810000");
    }

    @Test
    @Order(5)
    void theDatabaseRefusesWhatIsNoEndOrNotTheLastWordOrNotOfTheArea() {
        var end = newest(pao);
        assertThat(as(binh, () -> desk.draftReopening(end, "x")))
                .as("he does not see it")
                .isEmpty();
        assertThat(as(lan, () -> desk.draftReopening(newest(tam), "x")))
                .as("no end")
                .isEmpty();
        assertThat(rule(() -> raw(binh, end.number()))).isNotEmpty();
        assertThat(rule(() -> raw(lan, newest(tam).number()))).isEqualTo("reopens_the_last_end");
        assertThat(as(lan, () -> desk.draftAnnulment(end, "nhầm người"))).isPresent();
        assertThat(rule(() -> as(lan, () -> desk.draftReopening(end, "đã về"))))
                .isIn("decision_reopens_once", "decision_one_draft");
    }

    private static void raw(OfficerId officer, long reopens) {
        village.house.as(
                Actor.officer(officer),
                () -> village.house
                        .jdbc()
                        .sql("""
                        insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, amount, cause_key, cause, authority, state, drafted_by, reopens, annuls)
                        values (?, 'grant', 'p', ?, ?, 'beneficiary', 810000, 'x', 'x', 'commune_chair', 'draft', current_user, ?, true)""")
                        .params(PROGRAMME, pao, COMMUNE, reopens)
                        .update());
    }
}
