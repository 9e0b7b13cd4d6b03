package org.ansinh.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** What each role may not do, at the doors of the pages; the database keeps the same rules behind them. */
@HouseTest
class RolesAtTheDoorsTest {
    private static final String PASSWORD = "mot mat khau dai";

    private final MockMvc browser;
    private final OfficerDesk officers;

    @Autowired
    RolesAtTheDoorsTest(MockMvc browser, OfficerDesk officers) {
        this.browser = browser;
        this.officers = officers;
    }

    @Test
    void accountsAreForAdministratorsAndTheLogForInspectorsToo() throws Exception {
        var expected = new TreeMap<String, String>(Map.of(
                "commune_officer", "403 403 200",
                "commune_chair", "403 403 200",
                "provincial_approver", "403 403 200",
                "paying_officer", "403 403 200",
                "inspector", "403 200 200",
                "jurist", "403 403 200",
                "statistician", "403 403 200",
                "administrator", "200 200 200"));
        var found = new TreeMap<String, String>();
        for (String role : StaffDesk.ROLES) {
            var session = signedIn(role);
            found.put(
                    role, status(session, "/officers") + " " + status(session, "/audit") + " " + status(session, "/"));
        }
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commune_officer",
                "commune_chair",
                "provincial_approver",
                "paying_officer",
                "inspector",
                "jurist",
                "statistician"
            })
    void nobodyButAnAdministratorOpensAnAccountOrGivesARight(String role) throws Exception {
        var session = signedIn(role);
        for (String path :
                List.of("/officers", "/office-days", "/officers/1/give", "/officers/1/password", "/officers/1/close")) {
            assertThat(browser.perform(post(path).session(session).with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as("%s at %s", role, path)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/decisions/draft",
                "/decisions/sign",
                "/payments",
                "/payments/1/approve",
                "/months",
                "/law/release"
            })
    void anInspectorChangesNothing(String path) throws Exception {
        var session = signedIn("inspector");
        assertThat(browser.perform(post(path).session(session).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void whatTheMenuOffersOpensAndBudgetsAreOfferedToWhoeverTakesHoldOfThem() throws Exception {
        var money = new TreeSet<String>();
        for (String role : StaffDesk.ROLES) {
            var session = signedIn(role);
            var menu = menu(session);
            assertThat(menu).as(role).isNotEmpty();
            for (String entry : menu) {
                assertThat(status(session, entry)).as("%s at %s", role, entry).isEqualTo(200);
            }
            assertThat(menu.contains("/budgets") ? 200 : 403)
                    .as("the menu of %s says who may open the budgets", role)
                    .isEqualTo(status(session, "/budgets"));
            if (menu.contains("/budgets")) {
                money.add(role);
            }
        }
        assertThat(money)
                .containsExactly(
                        "commune_chair", "commune_officer", "inspector", "paying_officer", "provincial_approver");
    }

    private List<String> menu(MockHttpSession session) throws Exception {
        var page = browser.perform(get("/").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var entries = new ArrayList<String>();
        var nav = page.substring(page.indexOf("<nav"), page.indexOf("</nav>"));
        var link = Pattern.compile("href=\"([^\"]+)\"").matcher(nav);
        while (link.find()) {
            entries.add(link.group(1));
        }
        return entries;
    }

    @Test
    void whoseSessionIsGoneSignsInAnew() throws Exception {
        var session = signedIn("commune_officer");
        session.invalidate();
        browser.perform(get("/search")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void everyPageIsSentWithTheHeadersThatKeepOthersOut() throws Exception {
        browser.perform(get("/").session(signedIn("commune_officer")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(
                        header().string("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"))
                .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")))
                .andExpect(header().string(
                                "Content-Security-Policy", org.hamcrest.Matchers.startsWith("default-src 'none'")));
    }

    private int status(MockHttpSession session, String path) throws Exception {
        return browser.perform(get(path).session(session))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private MockHttpSession signedIn(String role) throws Exception {
        String login = "doors." + role.replace('_', '.') + "." + System.nanoTime();
        var to = role.equals("inspector") ? LocalDate.of(2027, 1, 1) : null;
        Acting.run(
                Actor.WORKER,
                () -> assertThat(officers.open(
                                new NewOfficer(
                                        login,
                                        "Cán bộ " + role,
                                        Set.of(role),
                                        List.of("01290"),
                                        Set.of("social_assistance"),
                                        LocalDate.of(2020, 1, 1),
                                        to),
                                PASSWORD,
                                false))
                        .isNotNull());
        var session = browser.perform(
                        post("/login").with(csrf()).param("username", login).param("password", PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
        return (MockHttpSession) java.util.Objects.requireNonNull(session);
    }
}
