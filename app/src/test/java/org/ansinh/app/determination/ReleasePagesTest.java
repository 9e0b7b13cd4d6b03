package org.ansinh.app.determination;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.CommuneOfElders;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** A jurist at the page of the law: what stands between one programme and its decisions, and what is answered for by name. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasePagesTest {

    private static final String RATE = "social_pension.rate@2026-07-01";

    private final MockMvc browser;
    private final CommuneOfElders commune;
    private OfficerId jurist = new OfficerId(1);

    @Autowired
    ReleasePagesTest(MockMvc browser, ApplicationContext house) {
        this.browser = browser;
        this.commune = new CommuneOfElders(house, "01366");
    }

    @BeforeAll
    void aJurist() {
        jurist = commune.officer("phap.che.trang", "jurist");
    }

    @Test
    void whatStandsBetweenOneProgrammeAndItsDecisionsIsShownAlone() throws Exception {
        browser.perform(get("/law?programme=social_pension").with(commune.session(jurist, "jurist")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(RATE)))
                .andExpect(content().string(containsString("Mức trợ cấp hưu trí xã hội hằng tháng, từ 01/07/2026")))
                .andExpect(content().string(containsString("thôi hưởng từ tháng nào")))
                .andExpect(content().string(not(containsString("abroad_support."))));
        browser.perform(get("/law?programme=none").with(commune.session(jurist, "jurist")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void nothingChosenIsSaidOnThePageAndCostsNothing() throws Exception {
        browser.perform(post("/law/release")
                        .param("because", "Đã đối chiếu Công báo")
                        .param("jurist", "Lý Thị Mai")
                        .with(csrf())
                        .with(commune.session(jurist, "jurist")))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("refused", "law.none-chosen"))
                .andExpect(
                        flash().attribute("typed", Map.of("because", "Đã đối chiếu Công báo", "jurist", "Lý Thị Mai")));
    }

    @Test
    void nobodyReleasesWithoutANameOrAReason() throws Exception {
        browser.perform(post("/law/release")
                        .param("what", RATE)
                        .param("because", "Đã đối chiếu Công báo")
                        .param("jurist", "  ")
                        .with(csrf())
                        .with(commune.session(jurist, "jurist")))
                .andExpect(flash().attribute("refused", "law.nobody-named"))
                .andExpect(flash().attribute("chosen", List.of(RATE)));
        browser.perform(post("/law/release")
                        .param("what", RATE)
                        .param("because", "đúng")
                        .param("jurist", "Lý Thị Mai")
                        .with(csrf())
                        .with(commune.session(jurist, "jurist")))
                .andExpect(flash().attribute("refused", "law.reason-short"));
    }
}
