package org.ansinh.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.registry.ChangeVillage.Family;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** Lan at her browser, who takes down what the head of Lũng Vai tells. */
final class VillageTold {

    final ChangeVillage village;
    final MockHttpSession lan;

    private final MockMvc browser;
    private final ApplicationContext house;

    VillageTold(MockMvc browser, ApplicationContext house) throws Exception {
        this.browser = browser;
        this.house = house;
        this.village = ChangeVillage.in(house);
        this.lan = ChangeVillage.signedIn(browser, "lan.changes");
    }

    String at(String month) {
        return "/village-reports/" + ChangeVillage.village() + "?month=" + month;
    }

    String shown(MockHttpServletRequestBuilder form) throws Exception {
        return browser.perform(form)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    static String text(String page) {
        return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]+>", " "))
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }

    String page(String month) throws Exception {
        return text(shown(get(at(month)).session(lan)));
    }

    /** Told by phone on 20 October 2026 by the head of the village. */
    MockHttpServletRequestBuilder told(String month, String key, String... fields) {
        var form = post("/village-reports/" + ChangeVillage.village())
                .session(lan)
                .with(csrf())
                .param("month", month)
                .param("came", "phone")
                .param("toldBy", "Nông Văn Sơn, trưởng thôn")
                .param("cameOn", "20/10/2026")
                .param("onceKey", key);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form;
    }

    void taken(String month, String... fields) throws Exception {
        browser.perform(told(month, UUID.randomUUID().toString(), fields)).andExpect(redirectedUrl(at(month)));
    }

    void recorded(String act, Change change) {
        var done = Acting.as(
                Actor.WORKER,
                () -> house.getBean(ChangeDesk.class)
                        .record(
                                new Paper(
                                        act,
                                        Optional.of("Sổ hộ tịch 45"),
                                        Optional.of(LocalDate.of(2026, 10, 20)),
                                        Optional.of(UUID.randomUUID().toString()),
                                        Optional.empty(),
                                        Optional.of("civil_registry")),
                                List.of(change)));
        assertThat(done).isInstanceOf(ChangeResult.Recorded.class);
    }

    String states(Family family) {
        return village.text("""
                select coalesce(string_agg(kind || ' ' || case when dismissed is null then 'told' else 'dismissed' end, ',' order by kind), '')
                  from registry.notice where household_id = %d""".formatted(family.household()));
    }

    static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }
}
