package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.PopulationCheckDesk.Made;
import org.ansinh.app.registry.PopulationCheckDesk.State;
import org.ansinh.app.registry.PopulationCheckDesk.Taken;
import org.ansinh.app.registry.VillageReportDesk;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Lists go out to the population database by file, and answers come in. */
class PopulationCheckTest {

    private static final String RESULT = "Kết quả";

    private static CheckedVillage village;

    @BeforeAll
    static void open() {
        village = new CheckedVillage();
    }

    @AfterAll
    static void close() {
        village.close();
    }

    private static void recorded(Change change) {
        var done = village.as(
                village.lan,
                () -> village.office.house.get(ChangeDesk.class).record(Paper.of("test"), List.of(change)));
        assertThat(done).isInstanceOf(org.ansinh.app.registry.ChangeResult.Recorded.class);
    }

    private static State standing(int person) {
        return Objects.requireNonNull(village.as(village.lan, () -> village.checks.standings(List.of(person)))
                        .get(person))
                .last()
                .orElseThrow()
                .state();
    }

    @Test
    void aListSaysWhoIsAskedAboutAndNothingElse() {
        var home = village.home();
        int list = village.listOf(home);

        var rows = village.sent(list);

        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().keySet())
                .startsWith("Mã dòng", "Họ và tên", "Ngày sinh", "Giới tính", "Số định danh", "Nơi cư trú", RESULT)
                .hasSize(15);
        var son = rows.stream()
                .filter(it -> "Bế Văn Sơn".equals(it.get("Họ và tên")))
                .findFirst()
                .orElseThrow();
        assertThat(son)
                .containsEntry("Ngày sinh", "1948")
                .containsEntry("Số định danh", "")
                .containsEntry("Giới tính", "Nam");
        assertThat(son.get("Nơi cư trú")).isEqualTo("Nà Lắc, Phường Thục Phán");
        assertThat(son.get("Mã dòng")).matches("DC-%d-\\d+-[0-9A-F]{4}".formatted(list));
        assertThat(village.as(village.lan, () -> village.checks.list(list))
                        .orElseThrow()
                        .order()
                        .why())
                .isEqualTo("Xác minh hồ sơ tháng 10");
        assertThat(village.office.house.as(
                        Actor.officer(village.inspector),
                        () -> village.office
                                .house
                                .jdbc()
                                .sql(
                                        "select count(*)::int from access.audit_entry where act = 'export' and words = 'population check list DC-%d'"
                                                .formatted(list))
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void nobodyIsAskedAboutTwiceAtATimeAndAWithdrawnListWaitsForNobody() {
        var home = village.home();
        int list = village.listOf(home);

        assertThat(village.made(village.lan, "person", Optional.of(home.bao())))
                .isInstanceOfSatisfying(
                        Made.Refused.class, it -> assertThat(it.rule().name()).isEqualTo("check_of_nobody"));
        assertThat(village.as(village.lan, () -> village.checks.withdraw(list, "gửi nhầm")))
                .isEmpty();
        assertThat(village.made(village.lan, "person", Optional.of(home.bao()))).isInstanceOf(Made.Done.class);

        var rows = village.sent(list);
        CheckedVillage.answer(rows, "Nông Văn Bảo", RESULT, "Khớp");
        var file = village.brought(village.lan, list, CheckedVillage.workbook(rows));
        assertThat(village.as(village.lan, () -> village.files.record(file)))
                .isInstanceOfSatisfying(
                        Taken.Refused.class, it -> assertThat(it.rule().name()).isEqualTo("check_withdrawn"));
    }

    @Test
    void openFilesAndPeopleWithoutANumberMakeAList() {
        var home = village.home();
        var file = village.as(
                village.lan,
                () -> village.office
                        .house
                        .get(ApplicationDesk.class)
                        .openFor(home.hoa(), "social_pension", "applicant"));
        assertThat(file).isPresent();

        int applicants = ((Made.Done) village.made(village.lan, "applications", Optional.empty())).list();
        int without = ((Made.Done) village.made(village.lan, "no_number", Optional.empty())).list();

        assertThat(village.as(village.lan, () -> village.checks.lines(applicants, Optional.empty())))
                .extracting(it -> it.personId())
                .contains(home.hoa())
                .doesNotContain(home.bao(), home.son());
        assertThat(village.as(village.lan, () -> village.checks.lines(without, Optional.empty())))
                .extracting(it -> it.personId())
                .contains(home.son())
                .doesNotContain(home.bao());
        village.as(village.lan, () -> village.checks.withdraw(applicants, "thử"));
        village.as(village.lan, () -> village.checks.withdraw(without, "thử"));
    }

    @Test
    void answersInAnotherOrderWithZerosLostAndDaysOfASpreadsheetAreReadAsTheyAreMeant() {
        var home = village.home();
        int list = village.listOf(home);
        var rows = village.sent(list);
        CheckedVillage.answer(rows, "Nông Văn Bảo", RESULT, " KHỚP ");
        CheckedVillage.answer(rows, "Lý Thị Hoà", RESULT, "khác", "Ngày sinh trong CSDL", "20345");
        CheckedVillage.answer(
                rows,
                "Bế Văn Sơn",
                RESULT,
                "Khớp",
                "Số định danh trong CSDL",
                "4048123456",
                "Ngày sinh trong CSDL",
                "03/07/1948");
        for (var row : rows) {
            var number = row.getOrDefault("Số định danh", "");
            row.put("Số định danh", number.replaceFirst("^0+", ""));
        }
        var turned = rows.stream()
                .map(it -> {
                    var other = new LinkedHashMap<String, String>();
                    new LinkedHashMap<>(it).reversed().forEach(other::put);
                    other.remove("Nơi cư trú");
                    other.put("Cán bộ tra cứu", "Trung");
                    return (Map<String, String>) other;
                })
                .toList();

        var looked = village.look(list, turned);

        assertThat(village.refused(looked)).isEmpty();
        assertThat(looked.ignored()).containsExactly("Cán bộ tra cứu");
        assertThat(looked.judged().repairs()).extracting(it -> it.what()).contains("zeros", "result");
        assertThat(village.taken(list, turned)).isEqualTo(3);
        assertThat(village.line(list, "Nông Văn Bảo").state()).isEqualTo(State.AGREES);
        var hoa = village.line(list, "Lý Thị Hoà");
        assertThat(hoa.state()).isEqualTo(State.DIFFERS);
        assertThat(hoa.answer().orElseThrow().word().theirs().born()).contains(LocalDate.of(1955, 9, 13));
        var son = village.line(list, "Bế Văn Sơn").answer().orElseThrow().word().theirs();
        assertThat(son.number()).contains("004048123456");
        assertThat(son.born()).contains(LocalDate.of(1948, 7, 3));
    }

    @Test
    void rowsThatAreNoAnswerToWhatWasSentAreRefusedOneByOneAndTheGoodOnesStay() {
        var home = village.home();
        int other = ((Made.Done) village.made(
                        village.lan, "person", Optional.of(village.home().bao())))
                .list();
        int list = village.listOf(home);
        var rows = village.sent(list);
        CheckedVillage.answer(rows, "Nông Văn Bảo", RESULT, "Khớp", "Họ và tên", "Nông Văn Báo");
        CheckedVillage.answer(rows, "Lý Thị Hoà", RESULT, "Đã chết", "Ngày chết", "31/12/2026");
        CheckedVillage.answer(rows, "Bế Văn Sơn", RESULT, "Không tìm thấy");
        rows.add(row(
                "Mã dòng",
                village.sent(other).getFirst().getOrDefault("Mã dòng", ""),
                "Họ và tên",
                "Nông Văn Bảo",
                RESULT,
                "Khớp"));
        rows.add(row("Mã dòng", "", "Họ và tên", "Triệu Thị Thêm", RESULT, "Khớp"));
        rows.add(row("Mã dòng", "DC-%d-9-ZZZZ".formatted(list), RESULT, "Khớp"));
        rows.add(row("Ghi chú", "Người lập: Trung"));

        var looked = village.look(list, rows);

        assertThat(village.refused(looked))
                .hasSize(5)
                .anySatisfy(it ->
                        assertThat(it).contains("Họ và tên: Hàng này đã gửi là “Nông Văn Bảo”, nay ghi “Nông Văn Báo”"))
                .anySatisfy(it -> assertThat(it).contains("Ngày chết: Ngày 31/12/2026 chưa tới (hôm nay 20/10/2026)"))
                .anySatisfy(it -> assertThat(it).contains("là của danh sách khác"))
                .anySatisfy(it -> assertThat(it).contains("Hàng của “Triệu Thị Thêm” không có mã dòng"))
                .anySatisfy(it -> assertThat(it).contains("đừng kéo để điền tiếp"));
        assertThat(village.taken(list, rows)).isEqualTo(1);
        assertThat(village.line(list, "Bế Văn Sơn").state()).isEqualTo(State.NOT_FOUND);
        assertThat(village.line(list, "Nông Văn Bảo").state()).isEqualTo(State.UNANSWERED);
    }

    private static Map<String, String> row(String... cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return row;
    }

    @Test
    void anAnswerThatContradictsItselfOrSaysNothingIsRefusedWithWhatToDo() {
        var home = village.home();
        int list = village.listOf(home);
        var rows = village.sent(list);
        CheckedVillage.answer(rows, "Nông Văn Bảo", RESULT, "Khớp", "Ngày sinh trong CSDL", "3/5/1950");
        CheckedVillage.answer(rows, "Lý Thị Hoà", RESULT, "Khác");
        CheckedVillage.answer(rows, "Bế Văn Sơn", RESULT, "chắc là đúng");

        assertThat(village.refused(village.look(list, rows)))
                .hasSize(3)
                .anySatisfy(it -> assertThat(it).contains("trái với các cột khác"))
                .anySatisfy(it -> assertThat(it).contains("không cột nào khác"))
                .anySatisfy(
                        it -> assertThat(it).contains("“chắc là đúng” không hiểu được. Chọn một trong: Khớp; Khác;"));

        CheckedVillage.answer(rows, "Bế Văn Sơn", RESULT, "", "Ghi chú", "hỏi lại sau");
        rows.add(rows.getFirst());
        assertThat(village.refused(village.look(list, rows)))
                .anySatisfy(it -> assertThat(it).contains("Có ghi chú mà chưa có kết quả"))
                .anySatisfy(it -> assertThat(it).contains("có ở hai hàng"));
        assertThatThrownBy(
                        () -> village.brought(village.lan, list, CheckedVillage.workbook(List.of(row("Tên", "Bảo")))))
                .isInstanceOfSatisfying(
                        FileRefused.class, it -> assertThat(it.why()).isEqualTo("no_check_headings"));
    }

    @Test
    void theSameFileTwiceIsOnceAndALaterAnswerStandsBesideTheEarlierOne() {
        var home = village.home();
        int list = village.listOf(home);
        var rows = village.sent(list);
        CheckedVillage.answer(rows, "Nông Văn Bảo", RESULT, "Không tìm thấy");
        var bytes = CheckedVillage.workbook(rows);
        var first = village.brought(village.lan, list, bytes);
        assertThat(village.as(village.lan, () -> village.files.record(first))).isEqualTo(new Taken.Done(1));
        var again = village.brought(village.lan, list, bytes);
        assertThat(village.as(village.lan, () -> village.files.record(again))).isEqualTo(new Taken.Before());

        CheckedVillage.answer(rows, "Nông Văn Bảo", RESULT, "Khớp");
        assertThat(village.taken(list, rows)).isEqualTo(1);

        var bao = village.line(list, "Nông Văn Bảo");
        assertThat(bao.state()).isEqualTo(State.AGREES);
        assertThat(bao.answer().orElseThrow().earlier()).isEqualTo(1);
        assertThat(village.number("select count(*) from registry.check_answer where list_id = " + list))
                .isEqualTo(2);
    }

    @Test
    void whatAgreesIsOutOfDateOnceTheRegisterSaysSomethingElse() {
        var home = village.home();
        int list = village.listOf(home);
        var rows = village.sent(list);
        CheckedVillage.answer(rows, "Nông Văn Bảo", RESULT, "Khớp");
        village.taken(list, rows);
        assertThat(standing(home.bao())).isEqualTo(State.AGREES);

        recorded(new Change.Identified(
                home.bao(), DateRange.FIRST_DAY, IdentityLine.of("Nông Văn Bảo", LocalDate.of(1950, 5, 3), "male")));

        assertThat(standing(home.bao())).isEqualTo(State.STALE);
    }

    @Test
    void aDifferenceChangesNothingUntilAnOfficerRecordsItAndThenTheyAgree() {
        var home = village.home();
        int list = village.listOf(home);
        var rows = village.sent(list);
        CheckedVillage.answer(
                rows,
                "Lý Thị Hoà",
                RESULT,
                "Khác",
                "Họ và tên trong CSDL",
                "LÝ THỊ HOÀN",
                "Ngày sinh trong CSDL",
                "13/9/1955");
        village.taken(list, rows);

        assertThat(village.office.text(
                        "select name || ' ' || born from registry.face_person where person_id = " + home.hoa()))
                .isEqualTo("Lý Thị Hoà 1955-09-12");
        assertThat(village.as(village.lan, () -> village.checks.work()).differing())
                .isPositive();
        assertThat(standing(home.hoa())).isEqualTo(State.DIFFERS);
        recorded(new Change.Identified(
                home.hoa(), DateRange.FIRST_DAY, IdentityLine.of("Lý Thị Hoàn", LocalDate.of(1955, 9, 12), "female")));
        assertThat(standing(home.hoa())).isEqualTo(State.DIFFERS);
        recorded(new Change.Identified(
                home.hoa(), DateRange.FIRST_DAY, IdentityLine.of("Lý Thị Hoàn", LocalDate.of(1955, 9, 13), "female")));
        assertThat(standing(home.hoa())).isEqualTo(State.AGREES);
    }

    @Test
    void aDifferenceIsPutAsideOnlyWithAReasonAndOnce() {
        var home = village.home();
        int list = village.listOf(home);
        var rows = village.sent(list);
        CheckedVillage.answer(rows, "Lý Thị Hoà", RESULT, "Khác", "Giới tính trong CSDL", "Nam");
        village.taken(list, rows);
        int answer = village.line(list, "Lý Thị Hoà").answer().orElseThrow().id();

        assertThat(village.as(village.lan, () -> village.checks.putAside(answer, " "))
                        .orElseThrow()
                        .name())
                .isEqualTo("check_aside_because");
        assertThat(village.as(village.lan, () -> village.checks.putAside(answer, "giấy khai sinh ghi nữ")))
                .isEmpty();
        assertThat(village.as(village.lan, () -> village.checks.putAside(answer, "lần nữa"))
                        .orElseThrow()
                        .name())
                .isEqualTo("nothing_to_put_aside");
        assertThat(standing(home.hoa())).isEqualTo(State.PUT_ASIDE);
    }

    @Test
    void aDeathThatTheDatabaseTellsIsAWordLikeAVillagesAndGoesWithTheRecord() {
        var home = village.home();
        int list = village.listOf(home);
        var rows = village.sent(list);
        CheckedVillage.answer(rows, "Nông Văn Bảo", RESULT, "", "Ngày chết", "3/9/2026");
        CheckedVillage.answer(rows, "Lý Thị Hoà", RESULT, "Đã chết");
        CheckedVillage.answer(rows, "Bế Văn Sơn", RESULT, "Đã chuyển đi", "Nơi chuyển đến", "Xã Bảo Lâm");
        village.taken(list, rows);

        assertThat(village.office.text(
                        "select coalesce(died_on::text, 'sống') from registry.face_person where person_id = "
                                + home.bao()))
                .isEqualTo("sống");
        assertThat(told(home.bao())).isEqualTo("population_database death 2026-09-03 true");
        assertThat(village.office.text(
                        "select kind || ' ' || note from registry.notice where person_id = " + home.son()))
                .isEqualTo("move_away Xã Bảo Lâm");
        assertThat(standing(home.bao())).isEqualTo(State.DEAD);
        recorded(new Change.Death(home.bao(), LocalDate.of(2026, 9, 3), Optional.empty()));
        assertThat(told(home.bao())).isEqualTo("population_database death 2026-09-03 false");
        assertThat(standing(home.bao())).isEqualTo(State.SETTLED);

        int answer = village.line(list, "Lý Thị Hoà").answer().orElseThrow().id();
        assertThat(village.as(village.lan, () -> village.checks.putAside(answer, "gặp tại nhà ngày 20/10")))
                .isEmpty();
        assertThat(told(home.hoa())).endsWith("false");
        assertThat(village.as(
                        village.lan,
                        () -> village.office.house.get(VillageReportDesk.class).toldDead(home.hoa())))
                .isEmpty();
    }

    private static String told(int person) {
        return village.office.text("""
                select n.source || ' ' || n.kind || ' ' || coalesce(n.on_day::text, '–') || ' ' || t.open
                  from registry.face_told_dead t join registry.notice n on n.id = t.notice_id where t.person_id = %d""".formatted(person));
    }

    @Test
    void aNeighbourSeesNothingAndTakesNothingInAndAChairOnlyReads() {
        var home = village.home();
        int list = village.listOf(home);
        var rows = village.sent(list);
        CheckedVillage.answer(rows, "Nông Văn Bảo", RESULT, "Khớp");

        assertThat(village.as(village.neighbour, () -> village.checks.list(list)))
                .isEmpty();
        assertThat(village.as(village.neighbour, () -> village.checks.lines(list, Optional.empty())))
                .isEmpty();
        assertThat(village.made(village.neighbour, "household", Optional.of(home.household())))
                .isInstanceOfSatisfying(
                        Made.Refused.class, it -> assertThat(it.rule().name()).isEqualTo("check_in_own_area"));
        assertThat(village.as(village.chair, () -> village.checks.list(list))).isPresent();
        assertThat(village.made(village.chair, "household", Optional.of(home.household())))
                .isInstanceOfSatisfying(
                        Made.Refused.class, it -> assertThat(it.rule().name()).isEqualTo("checked_by_commune_officer"));
        assertThat(village.made(village.inspector, "household", Optional.of(home.household())))
                .isInstanceOf(Made.Refused.class);
        assertThat(village.made(
                        village.office.approver,
                        "person",
                        Optional.of(village.home().bao())))
                .isInstanceOf(Made.Done.class);
    }

    @Test
    void theDatabaseItselfRefusesWhatMustNotHappen() {
        var home = village.home();
        int list = village.listOf(home);
        for (var table : List.of("check_list", "check_line", "check_return", "check_answer", "check_aside")) {
            assertThat(raw(village.neighbour, "select count(*) from registry.%s".formatted(table)))
                    .isEqualTo("0");
            refused(village.lan, "delete from registry." + table);
            refused(village.lan, "insert into registry.%s select * from registry.%s".formatted(table, table));
        }
        assertThat(raw(village.lan, "select count(*) from registry.check_line where list_id = " + list))
                .isEqualTo("3");
        refused(village.neighbour, "select registry.face_take_answers(%d, 'x', 'x', '[]', 1)".formatted(list));
        refused(village.neighbour, "select registry.face_withdraw_check(%d, 'x', 1)".formatted(list));
        refused(
                village.neighbour,
                "select registry.face_make_check('%s', 'person', null, 'x', array[%d], 1)"
                        .formatted(Office.BAO_LAC, home.bao()));
        refused(
                village.lan,
                "select registry.face_take_answers(%d, 'x', 'x', '[{\"key\": \"DC-1-1-0000\", \"outcome\": \"agrees\"}]', 1)"
                        .formatted(list));
        refused(
                village.lan,
                "select registry.face_take_answers(%d, 'x', 'x', '[{\"key\": \"%s\", \"outcome\": \"differs\"}]', 1)"
                        .formatted(list, village.line(list, "Nông Văn Bảo").key()));
        refused(village.lan, "select * from registry.check_state");
    }

    private static String raw(org.ansinh.app.access.OfficerId who, String sql) {
        return village.office.house.as(
                Actor.officer(who),
                () -> village.office.house.jdbc().sql(sql).query(String.class).single());
    }

    private static void refused(org.ansinh.app.access.OfficerId who, String sql) {
        assertThatThrownBy(() -> Acting.run(
                        Actor.officer(who),
                        () -> village.office.house.run(
                                Actor.officer(who),
                                () -> village.office.house.jdbc().sql(sql).query(row -> {}))))
                .as(sql)
                .isInstanceOf(DataAccessException.class);
    }
}
