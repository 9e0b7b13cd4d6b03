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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** Corrections, files merged and households split, as an officer sends them: looked at first, then recorded. */
@HouseTest
class ChangeCorrectionsTest {

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

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    @Test
    void aFactIsCorrectedAndTakenBack() throws Exception {
        var family = village.family("Nguyễn");
        var path = "?person=" + family.mai() + "&fact=person.monthly_pension&first=2024-01-01";
        record(
                "/changes/correct",
                path,
                "correction",
                "value",
                "person.monthly_pension",
                "450.000",
                "from_known",
                "1/3/2024");
        assertThat(pensions(family)).isEqualTo("450000 [2024-03-01,)");

        record(
                "/changes/correct",
                path.replace("2024-01-01", "2024-03-01"),
                "correction",
                "retract",
                "person.monthly_pension",
                "450.000",
                "from_known",
                "1/3/2024");
        assertThat(pensions(family)).isEqualTo("nothing");
    }

    private String pensions(Family family) {
        return village.text("select coalesce(string_agg(whole || ' ' || days, ', '), 'nothing') from"
                + " registry.face_fact_now where fact = 'person.monthly_pension' and subject_id = " + family.mai());
    }

    /** Looks first, then records what was seen. */
    private void record(String path, String query, String... fields) throws Exception {
        var seen = page(filled(post(path + "/look" + query), fields));
        browser.perform(filled(post(path + query), fields)
                        .param("onceKey", hidden(seen, "onceKey"))
                        .param("seen", hidden(seen, "seen")))
                .andExpect(redirectedUrlPattern("/*/*?recorded=*"));
    }

    private MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder form, String... fields) {
        form.session(session).with(csrf()).param("source", "commune_officer");
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form;
    }

    @Test
    void whoSomebodyIsIsPutRightAndTwoFilesBecomeOne() throws Exception {
        var family = village.family("Hứa");
        record(
                "/changes/identity",
                "?person=" + family.mai(),
                "name",
                "Hứa Thị Mây",
                "born_as_known",
                "1949",
                "precision",
                "year",
                "sex",
                "female",
                "personal_number",
                "004149000321");
        assertThat(village.text("select name || ' ' || born_precision || ' ' || personal_number from"
                        + " registry.face_person where person_id = " + family.mai()))
                .isEqualTo("Hứa Thị Mây year 004149000321");

        var twin = village.family("Hứa Đôi");
        record(
                "/changes/merge",
                "?person=" + family.mai(),
                "look_for",
                "Hứa Đôi Thị Mai",
                "second",
                Integer.toString(twin.mai()),
                "keep",
                "this");
        assertThat(village.number("select count(*)::int from registry.face_person where person_id = " + twin.mai()))
                .isZero();
        browser.perform(get("/people/" + twin.mai()).session(session)).andExpect(status().isOk());
    }

    @Test
    void aHouseholdSplitsUnderANewCode() throws Exception {
        var family = village.family("Thân");
        var query = "?household=" + family.household();
        record(
                "/changes/split",
                query,
                "role_" + family.mai(),
                "head",
                "new_code",
                "CV-TÁCH-1",
                "village",
                Integer.toString(ChangeVillage.village()),
                "moved_on",
                "1/8/2026");
        assertThat(village.number("select h.head_id from registry.face_household h where h.code = 'CV-TÁCH-1'"))
                .isEqualTo(family.mai());
        var page = page(filled(
                post("/changes/split/look" + query),
                "role_" + family.dat(),
                "head",
                "new_code",
                "CV-TÁCH-1",
                "village",
                Integer.toString(ChangeVillage.village()),
                "moved_on",
                "1/8/2026"));
        assertThat(text(page)).contains("Chủ hộ của những người ở lại");
        assertThat(text(page)).contains("Chưa chọn. Chọn một dòng.");
    }
}
