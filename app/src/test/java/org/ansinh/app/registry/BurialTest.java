package org.ansinh.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
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

/** Mai dies on 5 October 2026; an officer of her commune records who takes charge of the burial, who has the right to the help with its costs. */
@HouseTest
class BurialTest {

    @Autowired
    MockMvc browser;

    @Autowired
    ApplicationContext house;

    private ChangeVillage village;
    private MockHttpSession session;

    @BeforeEach
    void lay() throws Exception {
        village = ChangeVillage.in(house);
        session = new MockHttpSession();
        browser.perform(post("/login")
                        .session(session)
                        .with(csrf())
                        .param("username", "lan.changes")
                        .param("password", ChangeVillage.PASSWORD))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void herSonBuriesHerAndWhatThatGivesHimIsSeenBeforeItIsRecorded() throws Exception {
        var family = village.family("Bế");
        var seen = record(
                "/changes/death",
                family,
                "died_on",
                "5/10/2026",
                "buried_by",
                Integer.toString(family.dat()),
                "burial_ground",
                "aged_80");

        assertThat(seen).contains("Hỗ trợ chi phí mai táng").contains("10.800.000");
        assertThat(ties(family)).isEqualTo(family.dat() + " [2026-10-05,2026-10-06)");
        assertThat(facts(family.dat())).isEqualTo("person.burial_ground aged_80, person.buried_died_on 2026-10-05");
        assertThat(text(page(get("/people/" + family.mai())))).contains("Người lo mai táng: Bế Văn Đạt");
        assertThat(text(page(get("/people/" + family.dat())))).contains("Lo mai táng cho Bế Thị Mai");
    }

    @Test
    void somebodyOfAnotherHouseholdIsFoundByName() throws Exception {
        var family = village.family("Đàm");
        var neighbours = village.family("Đàm Láng Giềng");
        record(
                "/changes/death",
                family,
                "died_on",
                "5/10/2026",
                "burier_look_for",
                "Đàm Láng Giềng Văn Đạt",
                "buried_by",
                Integer.toString(neighbours.dat()));
        assertThat(ties(family)).isEqualTo(neighbours.dat() + " [2026-10-05,2026-10-06)");
    }

    @Test
    void anOrganisationRecordedLaterTakesThePlaceOfTheSon() throws Exception {
        var family = village.family("Hoàng Ích");
        record("/changes/death", family, "died_on", "5/10/2026", "buried_by", Integer.toString(family.dat()));
        record(
                "/changes/burial",
                family,
                "buried_by",
                "organisation",
                "burying_organisation",
                "Hội Người cao tuổi xã Lũng Vai",
                "burial_ground",
                "aged_80");

        assertThat(ties(family)).isEqualTo("nobody");
        assertThat(facts(family.dat())).isEqualTo("nothing");
        assertThat(facts(family.mai()))
                .isEqualTo(
                        "person.burial_ground aged_80, person.buried_by_organisation 1,"
                                + " person.buried_died_on 2026-10-05, person.burying_organisation Hội Người cao tuổi xã Lũng Vai");
        assertThat(text(page(get("/people/" + family.mai())))).contains("Hội Người cao tuổi xã Lũng Vai");

        record("/changes/burial", family, "buried_by", Integer.toString(family.hoa()), "burier_look_for", "Hoa 1978");
        assertThat(ties(family)).isEqualTo(family.hoa() + " [2026-10-05,2026-10-06)");
        assertThat(facts(family.mai())).isEqualTo("nothing");
    }

    @Test
    void aDeathToldInErrorTakesTheBurialBackToo() throws Exception {
        var family = village.family("Nguyễn Sơn");
        record("/changes/death", family, "died_on", "5/10/2026", "buried_by", Integer.toString(family.dat()));
        record("/changes/alive", family);
        assertThat(ties(family)).isEqualTo("nobody");
        assertThat(facts(family.dat())).isEqualTo("nothing");
    }

    @Test
    void aNameWithoutAChoiceAndAPersonWithANameAreAskedBack() throws Exception {
        var family = village.family("Vi");
        var nobody = page(filled(
                post("/changes/death/look?person=" + family.mai()),
                "died_on",
                "5/10/2026",
                "burying_organisation",
                "Hội Phụ nữ"));
        assertThat(text(nobody)).contains("Ai lo mai táng: Chưa chọn");

        var both = page(filled(
                post("/changes/death/look?person=" + family.mai()),
                "died_on",
                "5/10/2026",
                "buried_by",
                Integer.toString(family.dat()),
                "burying_organisation",
                "Hội Phụ nữ"));
        assertThat(text(both)).contains("Đã chọn một người lo mai táng");
    }

    private String ties(Family family) {
        return village.text("select coalesce(string_agg(from_id || ' ' || days, ', '), 'nobody') from"
                + " registry.face_relation where kind = 'person.buries' and to_id = " + family.mai());
    }

    private String facts(int person) {
        return village.text(
                "select coalesce(string_agg(fact || ' ' || coalesce(words, day::text, whole::text), ', ' order"
                        + " by fact), 'nothing') from registry.face_fact_now where fact like 'person.bur%' and subject_id = "
                        + person);
    }

    /** Looks first, then records what was seen. */
    private String record(String path, Family family, String... fields) throws Exception {
        var query = "?person=" + family.mai();
        var seen = page(filled(post(path + "/look" + query), fields));
        browser.perform(filled(post(path + query).session(session), fields)
                        .param("onceKey", hidden(seen, "onceKey"))
                        .param("seen", hidden(seen, "seen")))
                .andExpect(redirectedUrlPattern("/*/*?recorded=*"));
        return text(seen);
    }

    private MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder form, String... fields) {
        form.with(csrf()).param("source", "commune_officer");
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form;
    }

    private String page(MockHttpServletRequestBuilder asked) throws Exception {
        return browser.perform(asked.session(session))
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
}
