package org.ansinh.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.DecisionInForce.SignedPaper;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.PayeeLine;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.registry.FilesDesk.KnownFact;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.testing.HouseTest;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions that a district or an office signed before this system: taken over under their own numbers, by two officers, once. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakingOverTest {

    private static final String TRUNG_KHANH = "01477";
    private static final LocalDate SIGNED = LocalDate.of(2023, 5, 17);
    private static final DateRange LONG = DateRange.startingOn(LocalDate.of(2015, 1, 1));

    @Autowired
    CaseDesk casework;

    @Autowired
    PaymentDesk payments;

    @Autowired
    LoadDesk registry;

    @Autowired
    FilesDesk files;

    @Autowired
    OfficerDesk officers;

    @Autowired
    PlatformTransactionManager transactions;

    private OfficerId clerk = new OfficerId(1);
    private OfficerId chair = new OfficerId(1);
    private OfficerId chairElsewhere = new OfficerId(1);

    @BeforeAll
    void officersOfTwoCommunes() {
        clerk = officer("can.bo.tiep.nhan", "commune_officer", TRUNG_KHANH);
        chair = officer("chu.tich.tiep.nhan", "commune_chair", TRUNG_KHANH);
        chairElsewhere = officer("chu.tich.noi.khac", "commune_chair", "01273");
    }

    private OfficerId officer(String login, String role, String commune) {
        return Acting.as(
                Actor.WORKER,
                () -> officers.open(
                        new NewOfficer(
                                login,
                                "Cán bộ " + login,
                                Set.of(role),
                                List.of(commune),
                                Set.of("social_assistance"),
                                LocalDate.of(2026, 1, 1),
                                null),
                        "mot mat khau dai",
                        false));
    }

    /** A person alone in a household of the commune, and who the load says they are. */
    private int person(String key) {
        return Acting.as(
                Actor.WORKER,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    var told = new AtomicReference<SubjectRef>();
                    var loaded = registry.load(load -> {
                        int paper = load.paper(Paper.of("load"));
                        var home = load.household(
                                paper,
                                new HouseholdLine(
                                        1, "over", key, "OVER-" + key, Optional.empty(), TRUNG_KHANH, LONG, false));
                        told.set(load.person(
                                paper,
                                1,
                                "over",
                                key,
                                IdentityLine.of("Hoàng Thị " + key, LocalDate.of(1943, 5, 17), "female"),
                                false));
                        load.membership(paper, 1, told.get(), home, "residence", "head", LONG);
                    });
                    assertThat(loaded.refusals()).isEmpty();
                    var found = Objects.requireNonNull(
                            registry.loaded(List.of(told.get())).get(told.get()));
                    assertThat(found.born()).contains(LocalDate.of(1943, 5, 17));
                    assertThat(found.commune()).isEqualTo(TRUNG_KHANH);
                    return found.number();
                }));
    }

    private static DecisionInForce inForce(int person, String number, LocalDate from, long amount) {
        return new DecisionInForce(
                false,
                person,
                "social_assistance",
                new SignedPaper(number, SIGNED, "UBND Huyện Trùng Khánh", "Phó Chủ tịch", "Đàm Văn Ký"),
                from,
                amount,
                1,
                "beneficiary");
    }

    private TakenOver takeOver(OfficerId acting, OfficerId broughtBy, DecisionInForce... decisions) {
        return Acting.as(
                Actor.officer(acting),
                () -> casework.takeOver(
                        Optional.of(broughtBy), into -> List.of(decisions).forEach(into)));
    }

    @Test
    void aDecisionOfAnAbolishedDistrictIsInTheBookUnderItsOwnNumberAndTheLawSeesIt() {
        int slinh = person("Slỉnh");
        var taken = takeOver(chair, clerk, inForce(slinh, "417/QĐ-UBND", SIGNED, 360_000));
        assertThat(taken.taken()).isEqualTo(1);

        var decision = Acting.as(Actor.officer(chair), () -> casework.ofSubject(false, slinh))
                .getFirst();
        assertThat(decision.number()).contains("417/QĐ-UBND");
        assertThat(decision.amount()).isEqualTo(360_000);
        assertThat(decision.signatures().office()).contains("UBND Huyện Trùng Khánh");
        assertThat(decision.signatures().takenOver()).isTrue();
        assertThat(decision.signatures().signedOn()).contains(SIGNED);
        assertThat(decision.signatures().draftedBy()).isEqualTo("Cán bộ can.bo.tiep.nhan");
        assertThat(facts(slinh))
                .extracting(KnownFact::fact, KnownFact::day)
                .containsExactly(org.assertj.core.api.Assertions.tuple("person.decision", SIGNED));
    }

    private List<KnownFact> facts(int person) {
        return Acting.as(Actor.officer(chair), () -> files.person(person, Optional.empty()))
                .orElseThrow()
                .facts();
    }

    @Test
    void theSamePaperAgainIsKnownAndAnotherLevelUnderItsNumberIsToldAndLeft() {
        int binh = person("Bình");
        takeOver(chair, clerk, inForce(binh, "418/QĐ-UBND", SIGNED, 360_000));
        var again = takeOver(
                chair,
                clerk,
                inForce(binh, "418/QĐ-UBND", SIGNED, 360_000),
                inForce(binh, "418/QĐ-UBND", SIGNED, 720_000));
        assertThat(again).isEqualTo(new TakenOver(0, List.of(1), List.of(2), List.of()));
        assertThat(Acting.as(Actor.officer(chair), () -> casework.ofSubject(false, binh)))
                .hasSize(1);
    }

    @Test
    void aLaterDecisionOnTheSamePersonAdjustsTheEarlierOneAndDoesNotGrantAnew() {
        int cay = person("Cấy");
        takeOver(
                chair,
                clerk,
                inForce(cay, "419/QĐ-UBND", LocalDate.of(2024, 7, 1), 500_000),
                inForce(cay, "420/QĐ-UBND", LocalDate.of(2023, 6, 1), 360_000));
        assertThat(Acting.as(Actor.officer(chair), () -> casework.ofSubject(false, cay)))
                .extracting(it -> it.number().orElseThrow(), Decision::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("419/QĐ-UBND", "adjust"),
                        org.assertj.core.api.Assertions.tuple("420/QĐ-UBND", "grant"));
        assertThat(facts(cay)).hasSize(1);
    }

    @Test
    void nobodyTakesOverAloneAndOnlyWhoeverMaySignAccepts() {
        int dung = person("Dung");
        var one = inForce(dung, "421/QĐ-UBND", SIGNED, 360_000);
        refusedBy("taken_over_by_two", () -> takeOver(chair, chair, one));
        refusedBy("taken_over_by_authority", () -> takeOver(clerk, chair, one));
        assertThat(takeOver(chairElsewhere, clerk, one).elsewhere()).containsExactly(1);
        assertThat(Acting.as(Actor.officer(chair), () -> casework.ofSubject(false, dung)))
                .isEmpty();
    }

    @Test
    void whoIsPaidForWhomIsTakenOverTheSameWayAndNeverReplacedSilently() {
        int em = person("Em");
        int carer = person("Hà");
        var cash = new PayeeLine(
                "social_assistance",
                false,
                em,
                carer,
                "cash",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LONG,
                "sổ cũ");
        var bank = new PayeeLine(
                "social_assistance",
                false,
                em,
                em,
                "bank_account",
                Optional.of("Agribank"),
                Optional.of("8300205012345"),
                Optional.empty(),
                LONG,
                "sổ cũ");
        assertThat(payees(chair, cash).taken()).isEqualTo(1);
        assertThat(payees(chair, cash, bank)).isEqualTo(new TakenOver(0, List.of(1), List.of(2), List.of()));
        assertThat(payees(chairElsewhere, cash).elsewhere()).containsExactly(1);
        refusedBy("taken_over_by_authority", () -> payees(clerk, bank));
    }

    private TakenOver payees(OfficerId acting, PayeeLine... lines) {
        return Acting.as(Actor.officer(acting), () -> payments.takeOver(Optional.of(new OfficerId(1)), List.of(lines)));
    }

    private static void refusedBy(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DataAccessException.class,
                        it -> assertThat(BrokenRule.orThrow(it).name()).isEqualTo(rule));
    }
}
