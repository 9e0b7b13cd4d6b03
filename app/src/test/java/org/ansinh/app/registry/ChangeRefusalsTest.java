package org.ansinh.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.ansinh.app.registry.ChangeVillage.Family;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** What must not be recorded is refused with a sentence that says what to do, and what was typed stays in the form. */
@HouseTest
class ChangeRefusalsTest {

    @Autowired
    MockMvc browser;

    @Autowired
    ApplicationContext house;

    private ChangeVillage village;
    private MockHttpSession session;

    @BeforeEach
    void lay() throws Exception {
        village = ChangeVillage.in(house);
        session = ChangeVillage.signedIn(browser, "lan.changes");
    }

    private MockHttpServletRequestBuilder form(String path) {
        return post(path).session(session).with(csrf()).param("source", "family");
    }

    private String page(MockHttpServletRequestBuilder form) throws Exception {
        return browser.perform(form)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String text(String page) {
        return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "));
    }

    private MockHttpServletRequestBuilder birth(Family family, String name, String born, String number) {
        return form("/changes/birth/look?household=" + family.household())
                .param("name", name)
                .param("born", born)
                .param("sex", "male")
                .param("mother", Integer.toString(family.hoa()))
                .param("father", "none")
                .param("role", "child")
                .param("newborn_number", number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/12/2026  |              | Ngày sinh 01/12/2026 sau hôm nay",
                "31/2/2026  |              | “31/2/2026” không phải một ngày trong lịch",
                "1/10/1977  |              | không thể là cha mẹ của trẻ",
                "1/10/2026  | 004226123    | có 9 chữ số: là số CMND cũ",
                "1/10/2026  | 4225123456   | có 10 chữ số",
                "1/10/2026  | 04225123456  | có 11 chữ số",
                "1/10/2026  | 0042261234567| Số định danh phải có 12 chữ số",
                "1/10/2026  | 00422612345x | không phải chữ số",
            })
    void aNewbornIsNotRecordedWithAWrongDayOrNumber(String born, String number, String says) throws Exception {
        var family = village.family("Ma");
        var page = page(birth(family, "Ma Gia Phúc", born, number == null ? "" : number));

        assertThat(text(page)).contains(says);
        assertThat(page).contains("value=\"Ma Gia Phúc\"").contains("value=\"" + born + "\"");
        assertThat(village.number("select count(*)::int from registry.face_person where name = 'Ma Gia Phúc'"))
                .isZero();
    }

    @Test
    void aNumberOfAnotherYearIsTakenAndMarkedForChecking() throws Exception {
        var family = village.family("Quan");
        var seen = page(birth(family, "Quan Gia Phúc", "1/10/2026", "004224123456"));
        browser.perform(birthRecorded(family, "Quan Gia Phúc", "004224123456", seen))
                .andExpect(redirectedUrlPattern("/households/*?recorded=*"));
        assertThat(village.text("select number_state || ' ' || number_problem from registry.face_person where name ="
                        + " 'Quan Gia Phúc'"))
                .isEqualTo("conflict year");
    }

    @Test
    void zerosLostInASpreadsheetAreRestoredAndShown() throws Exception {
        var family = village.family("Quách");
        var seen = page(birth(family, "Quách Gia Phúc", "1/10/2026", "4226123456"));
        assertThat(text(seen)).contains("Đã thêm lại số 0 ở đầu: 4226123456 thành 004226123456");
        browser.perform(birthRecorded(family, "Quách Gia Phúc", "4226123456", seen))
                .andExpect(redirectedUrlPattern("/households/*?recorded=*"));
        assertThat(village.text("select personal_number from registry.face_person where name = 'Quách Gia Phúc'"))
                .isEqualTo("004226123456");
    }

    private MockHttpServletRequestBuilder birthRecorded(Family family, String name, String number, String seen) {
        return form("/changes/birth?household=" + family.household())
                .param("name", name)
                .param("born", "1/10/2026")
                .param("sex", "male")
                .param("mother", Integer.toString(family.hoa()))
                .param("father", "none")
                .param("role", "child")
                .param("newborn_number", number)
                .param("onceKey", hidden(seen, "onceKey"))
                .param("seen", hidden(seen, "seen"));
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/8/1949  | Ngày chết 01/08/1949 trước ngày sinh 20/08/1949",
                "1/12/2026 | Ngày chết 01/12/2026 sau hôm nay",
                "''        | Chưa nhập ngày",
            })
    void nobodyDiesBeforeTheirBirthOrTomorrow(String day, String says) throws Exception {
        var family = village.family("Lò");
        assertThat(text(page(form("/changes/death/look?person=" + family.mai()).param("died_on", day))))
                .contains(says);
    }

    @Test
    void aFactOutsideItsListOrBeforeBirthIsRefused() throws Exception {
        var family = village.family("Tô");
        var path = "/changes/study/look?person=" + family.an();
        assertThat(text(page(form(path)
                        .param("source", "school")
                        .param("person.study", "kindergarten")
                        .param("from", "1/9/2025"))))
                .contains("“kindergarten” không có trong danh sách");
        assertThat(text(page(post(path)
                        .session(session)
                        .with(csrf())
                        .param("source", "school")
                        .param("person.study", "primary")
                        .param("from", "1/9/2014"))))
                .contains("Ngày bắt đầu trước ngày sinh 09/01/2015");
        assertThat(text(page(post("/changes/fact/look?person=" + family.mai() + "&fact=person.monthly_pension")
                        .session(session)
                        .with(csrf())
                        .param("source", "social_insurance")
                        .param("person.monthly_pension", "900.000.000.000")
                        .param("from", "1/9/2025")
                        .param("until", "1/8/2025"))))
                .contains("Giá trị phải từ 0 đến 100.000.000")
                .contains("Ngày hết 01/08/2025 trước ngày bắt đầu 01/09/2025");
    }

    @Test
    void nobodyLivesInTwoHouseholdsAtOnce() throws Exception {
        var family = village.family("Phương");
        var other = village.family("Phùng");
        var joined = page(join(family, other.code(), "1/10/2026", "/look"));
        browser.perform(join(family, other.code(), "1/10/2026", "")
                        .param("onceKey", hidden(joined, "onceKey"))
                        .param("seen", hidden(joined, "seen")))
                .andExpect(redirectedUrlPattern("/households/*?recorded=*"));

        var third = village.family("Phan");
        var page = page(form("/changes/join/look?household=" + other.household())
                .param("role_" + family.mai(), "relative")
                .param("to_household", third.code())
                .param("moved_on", "1/9/2026"));
        assertThat(text(page)).contains("Từ 01/10/2026 đã ghi người này ở hộ khác");
        assertThat(text(page(join(third, "CV-KHÔNG-CÓ", "1/10/2026", "/look"))))
                .contains("Không có hộ mã CV-KHÔNG-CÓ trong địa bàn");
    }

    private MockHttpServletRequestBuilder join(Family family, String code, String day, String look) {
        return form("/changes/join" + look + "?household=" + family.household())
                .param("role_" + family.mai(), "relative")
                .param("to_household", code)
                .param("moved_on", day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "'; drop table registry.person; --",
                "Nông\u0000Hoà",
                "Nông\u202EHoà",
                "12345",
                "𝒩ô𝓃𝑔 \uD83D\uDE00",
                "${7*7} #{x} @{y} {0} %s \\N",
                "Ngữ̃̃̃ Văn Zal̴g̷o̸",
            })
    void theNaughtyStringsOfTheWorldAreKeptAsTypedOrRefusedAndHarmNothing(String name) throws Exception {
        var family = village.family("Lý");
        var page = page(
                birth(family, name, "1/10/2026", "").param("document", name).param("lang", "vi"));

        assertThat(page).doesNotContain("<script>alert").doesNotContain("49 #");
        assertThat(HtmlUtils.htmlUnescape(page)).contains(name.strip());
        assertThat(village.number("select count(*)::int from registry.face_person where born = '2026-10-01' and"
                        + " household_id = " + family.household()))
                .isZero();
    }

    @Test
    void anotherAreaByHandIsNobody() throws Exception {
        var family = village.family("Đàm");
        var elsewhere = ChangeVillage.signedIn(browser, "binh.changes");
        browser.perform(get("/changes/death?person=" + family.mai()).session(elsewhere))
                .andExpect(status().isNotFound());
        browser.perform(post("/changes/death?person=" + family.mai())
                        .session(elsewhere)
                        .with(csrf())
                        .param("died_on", "1/10/2026"))
                .andExpect(status().isNotFound());
        var page = page(form("/changes/relocate/look?household=" + family.household())
                .param("village", Integer.toString(ChangeVillage.villageThere()))
                .param("moved_on", "1/10/2026"));
        assertThat(text(page)).contains("không có trong danh sách");
    }

    @Test
    void ofANumberInAnotherCommuneThePageTellsNothingButThatAndTheAuditKnowsWhoAsked() throws Exception {
        var family = village.family("Kim");
        village.identify(family.mai(), "004149888001");
        var page = text(
                browser.perform(get("/search?q=004149888001").session(ChangeVillage.signedIn(browser, "binh.changes")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page).contains("Số định danh này đăng ký ở xã khác").doesNotContain("Kim Thị Mai", "Bảo Lạc");
        assertThat(village.audited("other_commune", family.mai())).isEqualTo(1);
        assertThat(text(page(get("/search?q=004149888001").session(session)))).contains("Kim Thị Mai");
        assertThat(village.audited("other_commune", family.mai())).isEqualTo(1);
    }

    @Test
    void whoeverIsNoCommuneOfficerHasNoForms() throws Exception {
        var family = village.family("Dương");
        var chair = ChangeVillage.signedIn(browser, "chu.changes");
        browser.perform(get("/changes/death?person=" + family.mai()).session(chair))
                .andExpect(status().isForbidden());
        assertThat(browser.perform(get("/people/" + family.mai()).session(chair))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("/changes/");
    }

    @Test
    void theSameFormSentTwiceIsOneRecording() throws Exception {
        var family = village.family("Trương");
        var seen = page(birth(family, "Trương Gia Hân", "1/10/2026", ""));
        var first = browser.perform(birthRecorded(family, "Trương Gia Hân", "", seen))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var second = browser.perform(birthRecorded(family, "Trương Gia Hân", "", seen))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(second).isEqualTo(first).contains("recorded=");
        assertThat(village.number("select count(*)::int from registry.face_person where name = 'Trương Gia Hân'"))
                .isEqualTo(1);
        assertThat(village.text("select string_agg(f.name, ', ' order by f.name) from registry.face_relation r join"
                        + " registry.face_person f on f.person_id = r.from_id join registry.face_person c on"
                        + " c.person_id = r.to_id where c.name = 'Trương Gia Hân'"))
                .isEqualTo("Trương Thị Hoa");
    }
}
