package org.ansinh.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ansinh.app.access.OfficeDays.Kind;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.territory.WorkingDays;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Working days that a decision moves: an administrator enters them, deadlines follow, and nobody changes what was entered. */
@HouseTest
class OfficeDaysTest {
    private static final String PASSWORD = "mot mat khau dai";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    OfficerDesk officers;

    @Autowired
    OfficeDays days;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** The bridge after New Year 2027 is a Monday; a decision gives it off and lets offices work on the Saturday after. */
    @ParameterizedTest
    @EnumSource(Screen.class)
    void anAdministratorEntersABridgeDayAndDeadlinesFollow(Screen screen) {
        var admin = open("quan.ngay" + screen.ordinal(), "administrator");
        var monday = LocalDate.of(2027, 1, 4).plusWeeks(2L * screen.ordinal());
        var saturday = monday.plusDays(5);
        var received = monday.minusDays(4);
        var before = calendar(admin);
        try (var visitor = chromium.visitor(screen)) {
            var page = signIn(visitor.newPage(), "quan.ngay" + screen.ordinal());
            page.navigate("http://127.0.0.1:" + port + "/office-days");
            chromium.assertFineFor(page, "office-days-" + screen);

            enter(page, written(saturday.minusDays(1)), "Ngày làm việc (làm bù)", "Thông báo 12/TB-BNV");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("vốn đã là ngày làm việc");
            enter(page, written(monday), "Ngày nghỉ", "");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("văn bản cho phép hoán đổi");
            chromium.assertFineFor(page, "office-days-wrong-" + screen);

            enter(page, written(monday), "Ngày nghỉ", "Thông báo 12/TB-BNV ngày 01/12/2026");
            assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Đã ghi");
            enter(page, written(saturday), "Ngày làm việc (làm bù)", "Thông báo 12/TB-BNV ngày 01/12/2026");
            assertThat(page.locator("tbody").innerText()).contains(written(monday), "Nguyễn Quản Trị");
            chromium.assertFineFor(page, "office-days-entered-" + screen);
        }
        var after = calendar(admin);
        assertThat(after.includes(monday)).isFalse();
        assertThat(after.includes(saturday)).isTrue();
        assertThat(before.endOfTerm(received, 2)).isBefore(after.endOfTerm(received, 2));
        assertThat(audited(admin))
                .anyMatch(it -> it.startsWith("off " + monday))
                .anyMatch(it -> it.startsWith("worked "));
    }

    @Test
    void whatWasEnteredIsTakenBackByAnEntryOfItsOwn() {
        var admin = open("quan.lai", "administrator");
        var day = LocalDate.of(2028, 3, 3);
        Acting.run(Actor.officer(admin), () -> {
            days.swap(day, Kind.OFF, "Thông báo 1/TB-BNV");
            days.swap(day, Kind.AS_BEFORE, "Thông báo 2/TB-BNV, đính chính");
        });
        assertThat(calendar(admin).includes(day)).isTrue();
        assertThat(audited(admin)).hasSize(2);
        assertThatThrownBy(() -> Acting.run(
                        Actor.officer(admin), () -> days.swap(day, Kind.AS_BEFORE, "Thông báo 2/TB-BNV, lần nữa")))
                .isInstanceOf(DataAccessException.class)
                .satisfies(it -> assertThat(BrokenRule.in((DataAccessException) it)
                                .orElseThrow()
                                .rule())
                        .isEqualTo("day_stands_so_already"));
    }

    @Test
    void nobodyElseMovesADayAndNobodyRewritesOne() {
        var lan = open("lan.ngay", "commune_officer");
        assertThatThrownBy(() -> Acting.run(
                        Actor.officer(lan), () -> days.swap(LocalDate.of(2028, 5, 5), Kind.OFF, "Thông báo 3/TB-BNV")))
                .isInstanceOf(DataAccessException.class)
                .satisfies(it -> assertThat(BrokenRule.in((DataAccessException) it)
                                .orElseThrow()
                                .rule())
                        .isEqualTo("administrators_only"));
        assertThatThrownBy(() -> Acting.run(
                        Actor.officer(lan),
                        () -> transaction.executeWithoutResult(
                                it -> jdbc.sql("update access.office_day set kind = 'off'")
                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    private WorkingDays calendar(OfficerId officer) {
        return Acting.as(Actor.officer(officer), () -> days.calendar());
    }

    private List<String> audited(OfficerId officer) {
        return Acting.as(
                Actor.officer(officer),
                () -> transaction.execute(it -> jdbc.sql(
                                "select words from access.audit_entry where act = 'swap_day' and officer = current_user order by entry_id")
                        .query(String.class)
                        .list()));
    }

    private void enter(Page page, String day, String kind, String document) {
        page.getByLabel("Ngày", new Page.GetByLabelOptions().setExact(true)).fill(day);
        page.getByLabel(kind).check();
        page.getByLabel("Văn bản").fill(document);
        submit(page, "Ghi");
    }

    private static String written(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private Page signIn(Page page, String login) {
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.getByLabel("Tên đăng nhập").fill(login);
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        submit(page, "Đăng nhập");
        return page;
    }

    private static void submit(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private OfficerId open(String login, String role) {
        return Acting.as(
                Actor.WORKER,
                () -> officers.open(
                        new NewOfficer(
                                login,
                                "Nguyễn Quản Trị",
                                Set.of(role),
                                role.equals("administrator") ? List.of() : List.of("01290"),
                                Set.of(),
                                LocalDate.of(2026, 1, 1),
                                null,
                                "person"),
                        PASSWORD,
                        false));
    }
}
