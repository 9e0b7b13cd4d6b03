package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.exchange.FileRefused;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files that are no tables of this register, and tables in writing of other days. */
class BadFilesTest {

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
        Household.of(office);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void aWorkbookThatIsNoneIsRefusedByName() {
        var file =
                office.bring(office.clerk, "danh-sach.xlsx", Office.bytes("<html><table><tr><td>1</td></tr></table>"));
        assertThat(Office.refusedAs(file)).isEqualTo("not_xlsx");
        assertThat(office.said(file.refused().orElseThrow())).contains("danh-sach.xlsx", "Hãy lưu lại");
        var broken = office.bring(office.clerk, "hong.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 1, 2, 3});
        assertThat(Office.refusedAs(broken)).isEqualTo("not_xlsx");
    }

    @Test
    void aTextInUtf16IsReadAndOneInTheOldVietnameseFontsIsNamed() {
        var report = Office.report(office.bring(
                office.clerk,
                "nguoi.txt",
                ("\uFEFF" + Household.people("utf,Đàm Thị Ngỗng,1/1/1980,Nữ,,").replace(',', '\t'))
                        .getBytes(StandardCharsets.UTF_16LE)));
        assertThat(report.added().people()).isEqualTo(1);

        var western = Charset.forName("windows-1252");
        var tcvn3 = "Hä vµ tªn,Ngµy sinh,Giíi tÝnh\nNguyÔn V¨n §«ng,1950,Nam\n".getBytes(western);
        var vni = "Hoï vaø teân,Ngaøy sinh,Giôùi tính\nNguyeãn Vaên Ñoâng,1950,Nam\n".getBytes(western);
        assertThat(Office.refusedAs(office.bring(office.clerk, "cu.csv", tcvn3)))
                .isEqualTo("tcvn3");
        assertThat(Office.refusedAs(office.bring(office.clerk, "cu.csv", vni))).isEqualTo("vni");
        assertThat(Office.refusedAs(office.bring(office.clerk, "unicode.csv", Office.bytes("""
                Họ và tên,Ngày sinh,Giới tính
                NguyÔn V¨n §«ng,1950,Nam
                TrÇn ThÞ B×nh,1951,Nữ
                Hoµng V¨n Th¾ng,1952,Nam
                """))))
                .isEqualTo("tcvn3");
    }

    @Test
    void aFileOverTheLimitIsRefusedBeforeItIsReadWhole() {
        var limit = 32L << 20;
        var endless = new InputStream() {
            long given;

            @Override
            public int read() {
                given++;
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                given += length;
                return length;
            }
        };
        Assertions.assertThatThrownBy(() -> Acting.as(
                        Actor.officer(office.clerk), () -> office.desk.bring(endless, "lon.csv", Office.TODAY)))
                .isInstanceOfSatisfying(FileRefused.class, it -> {
                    assertThat(it.why()).isEqualTo("too_large");
                    assertThat(office.said(it)).contains("32 MB", "chia tệp");
                });
        assertThat(endless.given).isLessThan(limit + (1 << 20));
        assertThat(office.text("select count(*)::text from exchange.brought_file where name = 'lon.csv'"))
                .isEqualTo("0");
    }

    @Test
    void aTableThatNobodyKnowsIsRefusedWithItsHeadings() {
        var file = office.bring(office.clerk, "la.csv", Office.bytes("Một,Hai\n1,2\n"));
        assertThat(Office.refusedAs(file)).isEqualTo("headings_unknown");
        assertThat(office.said(file.refused().orElseThrow())).contains("Một, Hai", "tệp mẫu");
    }
}
