package org.ansinh.app.casework;

import static org.ansinh.app.casework.VillageOfRights.COMMUNE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.GrievanceDesk.Incoming;
import org.ansinh.app.casework.GrievanceDesk.Stretch;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Hoàng Văn Tám has a severe disability in the register and an extremely severe one on his certificate. He says so, in words; it is written down, he signs; the fact is
 * corrected, the decision adjusted, and what he was paid too little comes with the next list.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComplaintTest {

    private static final LocalDate CERTIFIED = LocalDate.of(2026, 6, 15);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private static VillageOfRights village;
    private static GrievanceDesk desk;
    private static OfficerId lan;
    private static OfficerId chair;
    private static int tam;
    private static DecisionId decision;
    private static long complaint;

    @BeforeAll
    static void aDecisionOnAWrongFact() {
        village = new VillageOfRights();
        desk = village.house.get(GrievanceDesk.class);
        village.released();
        lan = village.house.officer("lan.complaint", "commune_officer", Set.of("social_assistance"), COMMUNE);
        chair = village.house.officer("chu.tich.complaint", "commune_chair", Set.of("social_assistance"), COMMUNE);
        tam = village.elder("Hoàng Văn Tám", LocalDate.of(1986, 3, 2));
        village.fact(tam, "person.disability_certified_on", FactValue.day(CERTIFIED));
        village.fact(tam, "person.disability", FactValue.words("severe"));
        village.decided(tam, "social_assistance", LocalDate.of(2026, 7, 1), 810_000);
        village.load(load -> load.fact(
                load.paper(Paper.of("load", "paid-through")),
                1,
                load.knownPerson(tam),
                "person.paid_through",
                "social_assistance",
                DateRange.startingOn(LocalDate.of(2020, 1, 1)),
                FactValue.day(LocalDate.of(2026, 9, 30)),
                "sổ chi"));
        decision = as(lan, () -> village.house.get(CaseDesk.class).ofSubject(false, tam))
                .getFirst()
                .id();
    }

    @AfterAll
    static void closed() {
        village.close();
    }

    @Test
    @Order(1)
    void whatHeSaysIsTakenDownWithItsTerms() {
        var said = new Grievance.Said(
                "Hoàng Văn Tám",
                "Nà Mèo",
                "spoken",
                "none",
                "Giấy xác nhận của tôi ghi đặc biệt nặng, xã trả mức nặng.",
                "Trả đúng mức",
                "",
                TODAY,
                Optional.of(LocalDate.of(2026, 9, 1)),
                "");
        complaint = as(
                lan, () -> desk.take(new Incoming("complaint", Optional.of(decision), Optional.empty(), "", 0, said)));
        var found = opened();
        assertThat(found.work().number()).isEqualTo("1/2026");
        assertThat(found.about().programme()).isEqualTo("social_assistance");
        assertThat(found.about().name()).isEqualTo("Hoàng Văn Tám");
        assertThat(found.terms().fileBy()).as("90 days from 1 September").contains(LocalDate.of(2026, 11, 30));
        assertThat(found.terms().acceptBy()).as("10 days").contains(LocalDate.of(2026, 10, 30));
        assertThat(as(lan, () -> desk.terms(found, CommuneOfElders.VIETNAMESE)))
                .extracting(GrievanceDesk.Term::days, GrievanceDesk.Term::certain)
                .as("confirmed through 2025 only: the law has changed since and was not read")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(90L, false),
                        org.assertj.core.groups.Tuple.tuple(10L, false),
                        org.assertj.core.groups.Tuple.tuple(30L, false));
    }

    @Test
    @Order(2)
    void signedItIsTakenUpAndTheTermCountsFromThatDay() {
        as(lan, () -> desk.sign(complaint, "fingerprint", ""));
        as(lan, () -> desk.accept(complaint, false, false));
        assertThat(opened().terms().dueOn()).as("30 days").contains(LocalDate.of(2026, 11, 19));
        as(lan, () -> desk.longer(complaint, true, true));
        assertThat(opened().terms().dueOn())
                .as("complex, in a remote place: 60 days")
                .contains(LocalDate.of(2026, 12, 19));
    }

    @Test
    @Order(3)
    void theCorrectedFactShowsAtOnceBesideWhatWasSigned() {
        assertThat(as(lan, () -> desk.compared(opened())))
                .extracting(Stretch::difference)
                .containsOnly(0L);
        var changed = as(
                lan,
                () -> village.house
                        .get(ChangeDesk.class)
                        .record(
                                Paper.of("fact", "giấy xác nhận của Tám"),
                                List.of(new Change.Stated(
                                        SubjectRef.Kind.PERSON,
                                        tam,
                                        "person.disability",
                                        "",
                                        DateRange.startingOn(CERTIFIED),
                                        FactValue.words("extremely_severe")))));
        assertThat(changed).isInstanceOf(org.ansinh.app.registry.ChangeResult.Recorded.class);
        var last = as(lan, () -> desk.compared(opened())).getLast();
        assertThat(last.signed()).isEqualTo(810_000);
        assertThat(last.now()).isEqualTo(1_080_000);
        assertThat(last.days()).isEqualTo(new DateRange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 31)));
    }

    @Test
    @Order(4)
    void theDecisionIsAdjustedAndTheAnswerSignedByAnother() {
        var cases = village.house.get(CaseDesk.class);
        var draft = as(
                        lan,
                        () -> cases.draftAdjustment(
                                decision, 1_080_000, LocalDate.of(2026, 7, 1), "Giải quyết khiếu nại số 1/2026"))
                .orElseThrow();
        assertThat(as(chair, () -> cases.sign(List.of(draft))).signed()).containsExactly(draft);
        as(lan, () -> desk.propose(complaint, "right", "Giấy xác nhận ghi đặc biệt nặng; điều chỉnh từ tháng 7/2026."));
        as(chair, () -> desk.resolve(complaint, "3/QĐ-UBND", TODAY));
        assertThat(opened().work().state()).isEqualTo("resolved");
        assertThat(as(lan, () -> desk.steps(complaint)))
                .extracting(ApplicationDesk.Step::step)
                .containsExactly("received", "signed", "accepted", "longer", "proposed", "resolved");
    }

    @Test
    @Order(5)
    void whatHeWasPaidTooLittleComesWithTheNextList() {
        var payer = village.house.officer("ke.toan.complaint", "paying_officer", Set.of("social_assistance"), COMMUNE);
        var payments = village.house.get(PaymentDesk.class);
        var drawn = as(payer, () -> payments.prepare(OCTOBER, "social_assistance", COMMUNE));
        assertThat(drawn).isInstanceOf(ListResult.Done.class);
        var lines = as(payer, () -> payments.lines(((ListResult.Done) drawn).payrollId(), 0, 20));
        assertThat(lines.stream().map(it -> it.forMonth() + " " + it.amount()))
                .containsExactly("2026-07 270000", "2026-08 270000", "2026-09 270000", "2026-10 1080000");
    }

    private static Grievance opened() {
        return as(lan, () -> desk.open(complaint)).orElseThrow();
    }

    private static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }
}
