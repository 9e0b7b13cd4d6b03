package org.ansinh.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.testing.HouseTest;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class SignInTest {
    private static final String PASSWORD = "mot mat khau dai";

    private final MockMvc browser;
    private final OfficerDesk officers;

    @Autowired
    SignInTest(MockMvc browser, OfficerDesk officers) {
        this.browser = browser;
        this.officers = officers;
    }

    @Test
    void whoHasNotSignedInIsSentToTheSignInPage() throws Exception {
        browser.perform(get("/people/1")).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));
        browser.perform(get("/api/people/1")).andExpect(status().isUnauthorized());
    }

    @Test
    void theRightPasswordOpensTheDoorAndTheSessionGetsANewNumber(@LocalServerPort int port) throws Exception {
        open("lan.door", "commune_officer", false);
        var login = URI.create("http://127.0.0.1:" + port + "/login");
        try (var client = HttpClient.newHttpClient()) {
            var page = client.send(HttpRequest.newBuilder(login).build(), BodyHandlers.ofString());
            String before =
                    page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
            assertThat(token.find()).isTrue();
            var form = "_csrf=%s&username=lan.door&password=%s"
                    .formatted(token.group(1), URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8));
            var answer = client.send(
                    HttpRequest.newBuilder(login)
                            .header("Cookie", before)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.discarding());
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(it -> assertThat(it).endsWith("/").doesNotContain("login"));
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(
                            after -> assertThat(after).isNotEqualTo(before).contains("HttpOnly", "SameSite=Lax"));
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() throws Exception {
        open("minh.door", "commune_officer", false);
        browser.perform(knock("minh.door", "sai")).andExpect(redirectedUrl("/login?wrong"));
        browser.perform(knock("khong.co.ai", PASSWORD)).andExpect(redirectedUrl("/login?wrong"));
    }

    @Test
    void fiveWrongPasswordsLockTheDoorEvenForTheRightOne() throws Exception {
        open("khoa.door", "commune_officer", false);
        for (int i = 0; i < 5; i++) {
            browser.perform(knock("khoa.door", "sai")).andExpect(redirectedUrl("/login?wrong"));
        }
        browser.perform(knock("khoa.door", PASSWORD)).andExpect(redirectedUrl("/login?locked"));
    }

    @Test
    void anInspectorWhoseTimeIsOverStaysOutside() throws Exception {
        Acting.as(
                Actor.WORKER,
                () -> officers.open(
                        new NewOfficer(
                                "cu.thanh.tra",
                                "Triệu Văn Cũ",
                                Set.of("inspector"),
                                List.of("*"),
                                Set.of(),
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 10, 19)),
                        PASSWORD,
                        false));
        browser.perform(knock("cu.thanh.tra", PASSWORD)).andExpect(redirectedUrl("/login?wrong"));
    }

    @Test
    void anInspectorOnlyReads() throws Exception {
        var session = signedIn("thanh.tra.door", "inspector");
        browser.perform(post("/people/1/facts").session(session).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        var session = signedIn("token.door", "commune_officer");
        browser.perform(post("/people/1/facts").session(session)).andExpect(status().isForbidden());
    }

    @Test
    void whoStillHasTheFirstPasswordChoosesTheirOwnBeforeAnythingElse() throws Exception {
        open("moi.door", "commune_officer", true);
        var session = sessionOf("moi.door");
        browser.perform(get("/").session(session)).andExpect(redirectedUrl("/account/password"));
        browser.perform(post("/account/password")
                        .session(session)
                        .with(csrf())
                        .param("old", PASSWORD)
                        .param("fresh", "mat khau cua rieng toi")
                        .param("again", "mat khau cua rieng toi"))
                .andExpect(redirectedUrl("/login?changed"));
        browser.perform(knock("moi.door", PASSWORD)).andExpect(redirectedUrl("/login?wrong"));
        browser.perform(knock("moi.door", "mat khau cua rieng toi")).andExpect(redirectedUrl("/"));
    }

    @Test
    void pagesAllowNoForeignAndNoInlineScript() throws Exception {
        browser.perform(get("/login"))
                .andExpect(header().string("Content-Security-Policy", Matchers.not(Matchers.containsString("unsafe"))))
                .andExpect(header().string("X-Frame-Options", "DENY"));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder knock(
            String login, String password) {
        return post("/login").with(csrf()).param("username", login).param("password", password);
    }

    private MockHttpSession signedIn(String login, String role) throws Exception {
        open(login, role, false);
        return sessionOf(login);
    }

    private MockHttpSession sessionOf(String login) throws Exception {
        var session =
                browser.perform(knock(login, PASSWORD)).andReturn().getRequest().getSession();
        assertThat(session).isNotNull();
        return (MockHttpSession) java.util.Objects.requireNonNull(session);
    }

    private OfficerId open(String login, String role, boolean mustChange) {
        @Nullable LocalDate to = role.equals("inspector") ? LocalDate.of(2027, 1, 1) : null;
        return Acting.as(
                Actor.WORKER,
                () -> officers.open(
                        new NewOfficer(
                                login,
                                "Cán bộ " + login,
                                Set.of(role),
                                List.of("01290"),
                                Set.of("social_assistance"),
                                LocalDate.of(2020, 1, 1),
                                to),
                        PASSWORD,
                        mustChange));
    }
}
