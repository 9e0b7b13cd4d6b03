package org.ansinh.app.casework;

import static org.ansinh.app.casework.VillageOfRights.COMMUNE;
import static org.ansinh.app.pages.Visits.said;
import static org.ansinh.app.pages.Visits.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.GrievanceDesk.Incoming;
import org.ansinh.app.casework.GrievanceDesk.Standing;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Visits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the law gives for each of the three registers, on 20 October 2026, a Tuesday; and what is past its day stands first and is counted. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrievanceTermsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final String CLERK = "lan.terms";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static VillageOfRights village;
    private static GrievanceDesk desk;
    private static OfficerId lan;
    private static OfficerId chair;
    private static OfficerId province;
    private static int sayings;

    @BeforeAll
    static void officers() {
        village = new VillageOfRights();
        desk = village.house.get(GrievanceDesk.class);
        lan = village.house.officer(CLERK, "commune_officer", Set.of("social_assistance"), COMMUNE);
        chair = village.house.officer("chu.tich.terms", "commune_chair", Set.of("social_assistance"), COMMUNE);
        province = village.house.officer("tinh.terms", "provincial_approver", Set.of("social_assistance"), "*");
    }

    @AfterAll
    static void closed() {
        village.close();
    }

    private static Grievance.Said words(LocalDate received, String name) {
        return new Grievance.Said(
                name,
                "Nà Mèo",
                "paper",
                name.isEmpty() ? "none" : "signature",
                "Lời thứ " + ++sayings,
                "",
                "",
                received,
                Optional.empty(),
                "");
    }

    private static long taken(String kind, LocalDate received) {
        var said = words(received, kind.equals("feedback") ? "" : "Nông Thị Hoa");
        return as(lan, () -> desk.take(new Incoming(kind, Optional.empty(), Optional.empty(), COMMUNE, 0, said)));
    }

    /** Against the answer to a first one. */
    private static long again() {
        long first = taken("complaint", TODAY);
        resolved(first, "wrong");
        return as(
                lan,
                () -> desk.take(new Incoming(
                        "complaint", Optional.empty(), Optional.of(first), COMMUNE, 0, words(TODAY, "Nông Thị Hoa"))));
    }

    private static void resolved(long id, String finding) {
        as(lan, () -> desk.accept(id, false, false));
        as(lan, () -> desk.propose(id, finding, "Đã xem xét."));
        as(chair, () -> desk.resolve(id, "7/QĐ-UBND", TODAY));
    }

    private static Grievance opened(long id) {
        return as(chair, () -> desk.open(id)).orElseThrow();
    }

    private static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    /** Articles 28 and 37 of the Law on Complaints, article 30 of the Law on Denunciations: days of the calendar from the day on which it is taken up. */
    @ParameterizedTest(name = "{0} {1}, complex {2}, remote {3}: {4} days")
    @Order(1)
    @CsvSource({
        "complaint, 1, false, false, 30",
        "complaint, 1, true, false, 45",
        "complaint, 1, false, true, 45",
        "complaint, 1, true, true, 60",
        "complaint, 2, false, false, 45",
        "complaint, 2, true, false, 60",
        "complaint, 2, false, true, 60",
        "complaint, 2, true, true, 70",
        "denunciation, 1, false, false, 30",
        "denunciation, 1, true, false, 60",
        "denunciation, 1, false, true, 30",
        "denunciation, 1, true, true, 60",
    })
    void theLawGivesMoreDaysWhereAMatterIsComplexOrAPlaceIsFar(
            String kind, int instance, boolean complex, boolean remote, int days) {
        long id = instance == 2 ? again() : taken(kind, TODAY);
        as(lan, () -> desk.accept(id, complex, remote));
        assertThat(opened(id).terms().dueOn()).contains(TODAY.plusDays(days));
        assertThat(opened(id).mustBy())
                .as("taken up, what must be kept is the day of the answer")
                .contains(TODAY.plusDays(days));
    }

    /** Ten days of the calendar for a complaint, seven working days for a denunciation: Tết is none, nor are the National Day and the Monday that was swapped for a Saturday. */
    @ParameterizedTest(name = "{0} received {1}: taken up by {2}")
    @Order(2)
    @CsvSource({
        "complaint, 2026-10-20, 2026-10-30",
        "complaint, 2026-02-12, 2026-02-22",
        "denunciation, 2026-10-20, 2026-10-29",
        "denunciation, 2026-10-16, 2026-10-27",
        "denunciation, 2026-02-12, 2026-03-02",
        "denunciation, 2026-08-28, 2026-09-11",
    })
    void aDenunciationIsTakenUpWithinWorkingDays(String kind, LocalDate received, LocalDate by) {
        assertThat(opened(taken(kind, received)).terms().acceptBy()).contains(by);
    }

    @Test
    @Order(3)
    void aSecondComplaintIsForTheProvinceAndSaysWhichTermRulesIt() {
        long second = again();
        assertThat(as(lan, () -> desk.terms(opened(second), CommuneOfElders.VIETNAMESE)))
                .extracting(GrievanceDesk.Term::days)
                .containsExactly(90L, 10L, 45L);
        as(lan, () -> desk.accept(second, false, true));
        var term = as(lan, () -> desk.terms(opened(second), CommuneOfElders.VIETNAMESE))
                .getLast();
        assertThat(term.days()).isEqualTo(60);
        assertThat(term.label()).contains("lần hai", "vùng sâu, vùng xa");
        assertThat(term.basis()).contains("Điều 37", "02/2011/QH13");
        as(lan, () -> desk.propose(second, "wrong", "Giữ nguyên."));
        as(province, () -> desk.resolve(second, "12/QĐ-SNV", TODAY));
        assertThat(opened(second).work().state()).isEqualTo("resolved");
    }

    @Test
    @Order(4)
    void whatPeopleSayHasNoTermAndNeedsNeitherNameNorFinding() {
        long feedback = taken("feedback", LocalDate.of(2026, 1, 5));
        var found = opened(feedback);
        assertThat(found.mustBy()).isEmpty();
        assertThat(found.isLateOn(TODAY)).isFalse();
        assertThat(as(lan, () -> desk.terms(found, CommuneOfElders.VIETNAMESE))).isEmpty();
        as(lan, () -> desk.accept(feedback, true, true));
        assertThat(opened(feedback).mustBy()).isEmpty();
        as(lan, () -> desk.propose(feedback, "", "Điểm chi trả mở đến 17 giờ từ tháng 11."));
        as(chair, () -> desk.resolve(feedback, "9/UBND", TODAY));
        assertThat(opened(feedback).answer().conclusion()).startsWith("Điểm chi trả mở đến 17 giờ");
    }

    @Test
    @Order(5)
    void whatIsPastItsDayIsCountedInItsRegisterAndStandsFirst() {
        var before = standing();
        taken("complaint", LocalDate.of(2026, 10, 20));
        taken("complaint", LocalDate.of(2026, 10, 9));
        taken("complaint", LocalDate.of(2026, 10, 10));
        taken("denunciation", LocalDate.of(2026, 10, 8));
        taken("denunciation", LocalDate.of(2026, 10, 9));
        taken("feedback", LocalDate.of(2026, 1, 6));

        assertThat(more(before, "complaint"))
                .as("ten days from the 9th were over yesterday")
                .isEqualTo("3 1");
        assertThat(more(before, "denunciation"))
                .as("seven working days from the 8th were over yesterday, from the 9th they end today")
                .isEqualTo("2 1");
        assertThat(more(before, "feedback")).isEqualTo("1 0");
        var listed = as(lan, () -> desk.list(new GrievanceDesk.Choice(Optional.of("complaint"), true, false), 1, 100));
        assertThat(listed.stream().map(it -> it.isLateOn(TODAY)).toList())
                .as("the late before the others")
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(listed.stream().map(it -> it.mustBy().orElseThrow()).toList())
                .isSorted();
    }

    @Test
    @Order(6)
    void thePageSaysHowManyAreLateAndSinceWhen() {
        var late = of(standing(), "complaint").late();
        var visits = new Visits(chromium, village.house);
        visits.as(CLERK, page -> {
            visits.begins(page, "/today");
            assertThat(with(page, "main li", "Khiếu nại: ").innerText()).contains(late + " quá hạn");
            assertThat(with(page, "main li", "Phản ánh, kiến nghị: ").innerText())
                    .doesNotContain("quá hạn");
            with(page, "main a", "Khiếu nại: ").click();
            assertThat(with(page, "tbody tr", "quá hạn").count()).isEqualTo((int) late);
            assertThat(page.locator("tbody tr").first().innerText()).contains("quá hạn");
            chromium.assertFineFor(page, "grievances-late");
            page.locator("tbody tr a").first().click();
            assertThat(said(page)).contains("Quá hạn từ ngày");
        });
    }

    private static Map<String, Standing> standing() {
        return as(chair, () -> desk.standing()).stream().collect(Collectors.toMap(Standing::kind, it -> it));
    }

    private static Standing of(Map<String, Standing> standing, String kind) {
        return standing.getOrDefault(kind, new Standing(kind, 0, 0));
    }

    private static String more(Map<String, Standing> before, String kind) {
        var then = of(before, kind);
        var now = of(standing(), kind);
        return "%d %d".formatted(now.open() - then.open(), now.late() - then.late());
    }
}
