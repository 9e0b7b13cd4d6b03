package org.ansinh.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.CommuneOfElders;
import org.ansinh.app.casework.DecisionInForce;
import org.ansinh.app.casework.DraftOrder;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.casework.GrievanceDesk;
import org.ansinh.app.casework.PapersForTests;
import org.ansinh.app.payments.DispatchDesk;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.payments.StatementDesk;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.testing.House;
import org.ansinh.timeline.DateRange;

/**
 * A commune in October 2026 with something of everything: elders with signed decisions and an approved list, one of them paid by a paper, a complaint, a decision of a district
 * that is no more, and a poor man whose group may not be named.
 */
final class InspectedCommune {

    static final String COMMUNE = "01324";
    static final String PENSION = "social_pension";
    private static final DateRange ALWAYS = DateRange.startingOn(LocalDate.of(2024, 1, 1));

    final House house;
    final OfficerId clerk;
    final OfficerId chair;
    final OfficerId payer;
    final OfficerId inspector;
    final OfficerId stranger;
    final List<Integer> elders;
    final int hidden;
    long list;

    InspectedCommune(House house) {
        this.house = house;
        var commune = new CommuneOfElders(house.context(), COMMUNE).withElders(4, 0, "Nông Thị Cuối");
        clerk = commune.officer("can.bo.thanh.tra", "commune_officer");
        chair = commune.officer("chu.tich.thanh.tra", "commune_chair");
        payer = commune.officer("ke.toan.thanh.tra", "paying_officer");
        inspector = commune.officer("thanh.tra.vien", "inspector", "*");
        stranger = commune.officer("xa.khac.thanh.tra", "commune_officer", "01273");
        elders = people("1945");
        Acting.run(Actor.WORKER, () -> house.get(LoadDesk.class).load(InspectedCommune::poorMan));
        hidden = people("1986").getFirst();
        fromTheDistrict();
        commune.released().determined();
        asks(elders.get(1), PENSION, "Giấy tờ về cư trú");
        asks(hidden, "social_assistance", "Kết quả xét nghiệm");
        decide(PENSION, elders.subList(0, 3));
        decide("social_assistance", List.of(hidden));
        pay();
        complain();
    }

    private List<Integer> people(String year) {
        return house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql(
                                "select person_id from registry.face_person where commune_code = ? and to_char(born, 'YYYY') = ? order by 1")
                        .params(COMMUNE, year)
                        .query(Integer.class)
                        .list());
    }

    private static void poorMan(RegisterLoad rows) {
        int paper = rows.paper(Paper.of("load"));
        var home = rows.household(
                paper, new HouseholdLine(1, "hidden", "K1", "KIN-2", Optional.empty(), COMMUNE, ALWAYS, false));
        var man = rows.person(
                paper, 1, "hidden", "k", IdentityLine.of("Lục Văn Kín", LocalDate.of(1986, 2, 3), "male"), false);
        rows.membership(paper, 1, man, home, "residence", "head", ALWAYS);
        rows.fact(paper, 1, man, "person.hiv", "", ALWAYS, FactValue.YES, "Trạm y tế");
        rows.fact(paper, 1, man, "person.stable_income", "", ALWAYS, FactValue.NO, "Gia đình");
        rows.fact(paper, 1, home, "household.class", "", ALWAYS, FactValue.words("poor"), "Quyết định");
    }

    /** Signed in March 2024 by a district that was abolished in July 2025. */
    private void fromTheDistrict() {
        var paper = new DecisionInForce.SignedPaper(
                "217/QĐ-UBND", LocalDate.of(2024, 3, 1), "UBND huyện Bảo Lạc", "Chủ tịch", "Bàn Văn Ký");
        var decision = new DecisionInForce(
                false, elders.getLast(), PENSION, paper, LocalDate.of(2024, 3, 1), 500_000, 1, "beneficiary");
        Acting.run(
                Actor.WORKER,
                () -> house.get(CaseDesk.class).takeOver(Optional.empty(), take -> take.accept(decision)));
    }

    /** Brings papers to the desk; the decision then decides the file. */
    private void asks(int person, String programme, String paper) {
        var files = house.get(ApplicationDesk.class);
        as(clerk, () -> {
            long file = files.openFor(person, programme, "applicant").orElseThrow();
            files.receive(
                    List.of(file),
                    new ApplicationDesk.Incoming(LocalDate.of(2026, 10, 19), "Tủ 2, B7", "H14.08-2026-000071"));
            return PapersForTests.attach(house.context(), file, paper, person);
        });
    }

    private void decide(String programme, List<Integer> whom) {
        var cases = house.get(CaseDesk.class);
        as(
                clerk,
                () -> cases.draft(new DraftOrder(
                        CommuneOfElders.OCTOBER, programme, Optional.of(COMMUNE), Optional.empty(), whom)));
        for (var cause : as(chair, cases::toSign)) {
            var drafts = as(chair, () -> cases.draftsOf(programme, Optional.of(COMMUNE), cause.causeKey()));
            as(chair, () -> cases.sign(drafts));
        }
    }

    private void pay() {
        var payments = house.get(PaymentDesk.class);
        list = drawn(payments, PENSION);
        assertThat(as(chair, () -> payments.approve(list))).isInstanceOf(ListResult.Done.class);
        var desk = house.get(DispatchDesk.class);
        var waiting = as(payer, () -> desk.waiting(CommuneOfElders.OCTOBER)).getFirst();
        var sent = as(payer, () -> desk.prepare(waiting.channel(), List.of(list)));
        long dispatch = ((DispatchDesk.Sent.Done) sent).dispatchId();
        var third = new CommuneOfElders(house.context(), COMMUNE).officer("pho.chu.tich.thanh.tra", "commune_chair");
        assertThat(as(third, () -> desk.release(dispatch))).isInstanceOf(DispatchDesk.Sent.Done.class);
        var first = as(payer, () -> desk.instructions(dispatch, 0, 1)).getFirst();
        assertThat(as(
                        payer,
                        () -> house.get(StatementDesk.class)
                                .take(new StatementDesk.PaperAnswer(
                                        first.key(),
                                        StatementDesk.Said.PAID,
                                        first.amount(),
                                        LocalDate.of(2026, 10, 20),
                                        "Phiếu chi 3",
                                        ""))))
                .isInstanceOf(StatementDesk.Taken.Done.class);
    }

    long drawn(PaymentDesk payments, String programme) {
        return ((ListResult.Done) as(payer, () -> payments.prepare(CommuneOfElders.OCTOBER, programme, COMMUNE)))
                .payrollId();
    }

    private void complain() {
        var said = new Grievance.Said(
                "Nông Thị Số 1",
                "",
                "spoken",
                "signature",
                "Tôi được hưởng từ tháng 9",
                "",
                "",
                LocalDate.of(2026, 10, 20),
                Optional.of(LocalDate.of(2026, 10, 20)),
                "");
        var decision = as(clerk, () -> house.get(CaseDesk.class).ofSubject(false, elders.getFirst()))
                .getFirst()
                .id();
        as(
                clerk,
                () -> house.get(GrievanceDesk.class)
                        .take(new GrievanceDesk.Incoming(
                                "complaint", Optional.of(decision), Optional.empty(), COMMUNE, 0, said)));
    }

    static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    String address(String path) {
        return "http://127.0.0.1:" + house.context().getEnvironment().getProperty("local.server.port") + path;
    }
}
