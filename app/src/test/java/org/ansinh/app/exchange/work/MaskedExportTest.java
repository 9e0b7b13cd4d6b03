package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that leaves tells nobody what its reader may not see, and coming back it takes nothing away. */
class MaskedExportTest {

    private static Office office;

    @TempDir
    Path folder;

    /** Three neighbours with the same programme; one of them for a reason that is nobody's business. */
    @BeforeAll
    static void threeNeighbours() {
        office = Office.open();
        office.load(
                "ho.csv",
                "Mã hộ,Xã,Thôn\nM-1,Phường Thục Phán,Nà Lắc\nM-2,Phường Thục Phán,Nà Lắc\nM-3,Phường Thục Phán,Nà Lắc\n");
        office.load("nguoi.csv", """
                Mã,Họ và tên,Ngày sinh,Giới tính,Mã hộ,Quan hệ với chủ hộ
                mot,Nông Thị Một,1/1/1990,Nữ,M-1,Chủ hộ
                hai,Nông Thị Hai,1/1/1990,Nữ,M-2,Chủ hộ
                ba,Nông Văn Ba,1/1/1950,Nam,M-3,Chủ hộ
                """);
        assertThat(office.load("du-kien.csv", """
                Mã người,Dữ kiện,Giá trị,Từ ngày
                hai,person.pregnant,Có,1/9/2026
                hai,person.detained,Không,1/1/2022
                ba,person.disability,Khuyết tật nặng,1/1/2022
                """).refusals()).isEmpty();
        Acting.run(
                Actor.WORKER,
                () -> office.house
                        .get(LoadDesk.class)
                        .load(load -> load.fact(
                                load.paper(Paper.of("load")),
                                1,
                                load.mentionedPerson(1, "import", Optional.of("mot"), Optional.empty()),
                                "person.hiv",
                                "",
                                DateRange.startingOn(LocalDate.of(2022, 1, 1)),
                                FactValue.YES,
                                "trạm y tế")));
        assertThat(office.load("quyet-dinh.csv", """
                Mã người,Chương trình,Số quyết định,Ngày ký,Mức hưởng,Đã chi đến tháng,Hình thức chi trả
                mot,social_assistance,201/QĐ,3/6/2022,540.000,9/2026,Tiền mặt
                hai,social_assistance,202/QĐ,3/6/2022,360.000,9/2026,Tiền mặt
                ba,social_assistance,203/QĐ,3/6/2022,540.000,9/2026,Tiền mặt
                """).refusals()).isEmpty();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private String exported(OfficerId officer) throws IOException {
        return tables(office.export(officer, folder.resolve("so-bo.zip"), office.out::csv));
    }

    private static String tables(Path zip) throws IOException {
        var all = new StringBuilder();
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            while (in.getNextEntry() != null) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void aHiddenFactNeverLeavesNorADecisionThatWouldGiveItAwayAndTheFileSaysSoInGeneral() throws IOException {
        var file = exported(office.approver);
        assertThat(file).contains("Nông Thị Một", "203/QĐ", "202/QĐ", "person.disability");
        assertThat(file).doesNotContain("person.hiv", "201/QĐ");
        assertThat(file.lines().filter(it -> it.startsWith("mot,")).toList())
                .as("who they are and where they live, and no more")
                .allSatisfy(it -> assertThat(it).doesNotContain("Trợ cấp"));
        assertThat(file).contains("Không có trong tệp:", "bảo mật", "sao lưu");
    }

    @Test
    void aSensitiveFactLeavesWithWhoeverHasAPurposeForIt() throws IOException {
        assertThat(exported(office.approver)).contains("person.pregnant", "person.detained");
        var electricity = office.house.officer("dien", "commune_officer", Set.of("electricity"), Office.THUC_PHAN);
        assertThat(exported(electricity))
                .doesNotContain("person.pregnant", "person.detained")
                .contains("203/QĐ");
    }

    @Test
    void comingBackTheFileWipesNothingOfWhatItDoesNotHold() {
        var file = office.export(office.approver, folder.resolve("so-bo.xlsx"), office.out::xlsx);
        assertThat(office.load(file).broughtNothingNew()).isTrue();
        assertThat(
                        office.text(
                                "select string_agg(fact || ' ' || whole, ', ' order by fact) from registry.face_fact_now where fact in ('person.hiv', 'person.pregnant')"))
                .isEqualTo("person.hiv 1, person.pregnant 1");
        assertThat(office.text("select count(*)::text from casework.face_decision where number = '201/QĐ'"))
                .isEqualTo("1");
    }

    @Test
    void everyExportIsAuditedWithWhatWasAskedHowMuchLeftAndADigest() {
        var auditor = office.house.officer("kiem.tra", "administrator", Set.of());
        var file = office.export(office.approver, folder.resolve("a.xlsx"), office.out::xlsx);
        var entry = office.house.as(
                Actor.officer(auditor),
                () -> office.house
                        .jdbc()
                        .sql(
                                "select officer || '|' || words || '|' || rows_count || '|' || digest from access.audit_entry where act = 'export' order by entry_id desc limit 1")
                        .query(String.class)
                        .single());
        assertThat(entry)
                .startsWith(office.approver + "|exchange xlsx; left out: ")
                .containsPattern("decisions that tell: [1-9][0-9]*\\|")
                .endsWith(Digest.of(file));
    }
}
