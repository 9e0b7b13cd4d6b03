package org.ansinh.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.model.OneTimeCode;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Where codes are required, as a real server has it: the first sign-in, the next ones, the lost phone, and programs. */
@HouseTest
@TestPropertySource(properties = "ansinh.codes=required")
class CodesAtTheDoorTest {
    private static final String PASSWORD = "mot mat khau dai";

    private static final Hand HAND = new Hand();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    OfficerDesk officers;

    @Autowired
    StaffDesk staff;

    @TestBean(name = "wallClock", methodName = "hand")
    Clock wall = HAND;

    static Clock hand() {
        return HAND;
    }

    @Test
    void thePhoneIsSetUpAtTheFirstSignInAndAskedForAtEveryOther() {
        open("lan.code", "commune_officer", "person");
        try (var officer = chromium.visitor(Screen.PHONE)) {
            var page = signIn(officer, "lan.code", "");
            assertThat(page.url()).as("nothing else before").endsWith("/account/code");
            page.navigate(address("/search"));
            assertThat(page.url()).endsWith("/account/code");
            chromium.assertFineFor(page, "code");
            page.getByLabel("Mã dùng một lần").fill("000000");
            submit(page, "Bắt đầu dùng mã");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("Mã chưa đúng");
            byte[] secret = secretOn(page);
            page.getByLabel("Mã dùng một lần").fill(code(secret));
            submit(page, "Bắt đầu dùng mã");
            chromium.assertFineFor(page, "recovery");
            var recovery = page.locator(".recovery code").allInnerTexts();
            assertThat(recovery).hasSize(10).doesNotHaveDuplicates();

            assertThat(signIn(officer, "lan.code", "").url())
                    .as("without a code")
                    .endsWith("/login?wrong");
            assertThat(signIn(officer, "lan.code", code(secret)).url())
                    .as("a code opens once, and this one set the phone up")
                    .endsWith("/login?wrong");
            HAND.now = HAND.now.plusSeconds(30);
            assertThat(signIn(officer, "lan.code", code(secret)).url()).endsWith(":" + port + "/");
            page = signIn(officer, "lan.code", recovery.getFirst());
            assertThat(page.url()).as("the phone is at home").endsWith(":" + port + "/");
            assertThat(signIn(officer, "lan.code", recovery.getFirst()).url())
                    .as("a recovery code is good for one time")
                    .endsWith("/login?wrong");
        }
    }

    @Test
    void anAdministratorLetsALostPhoneBeSetUpAnew() {
        var binh = open("binh.code", "commune_officer", "person");
        var quan = open("quan.code", "administrator", "person");
        try (var officer = chromium.visitor(Screen.LAPTOP)) {
            var page = signIn(officer, "binh.code", "");
            page.getByLabel("Mã dùng một lần").fill(code(secretOn(page)));
            submit(page, "Bắt đầu dùng mã");
            Acting.run(Actor.officer(quan), () -> staff.resetCode(binh));
            assertThat(signIn(officer, "binh.code", "").url()).endsWith("/account/code");
        }
    }

    @Test
    void aPasswordAloneOpensTheApiForProgramsOnly() throws Exception {
        open("nguoi.api", "commune_officer", "person");
        open("may.api", "commune_officer", "program");
        assertThat(api("nguoi.api")).isEqualTo(401);
        assertThat(api("may.api")).isEqualTo(404);
        try (var program = chromium.visitor(Screen.LAPTOP)) {
            assertThat(signIn(program, "may.api", "").url())
                    .as("a program has no business on pages")
                    .endsWith("/login?wrong");
        }
    }

    private int api(String login) throws Exception {
        var basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address("/api/people/999999")))
                                    .header("Authorization", "Basic " + basic)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String code(byte[] secret) {
        return OneTimeCode.at(secret, OneTimeCode.stepAt(HAND.now), OneTimeCode.DIGITS);
    }

    /** The telephone and the house count by one clock, which the test moves. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-10-20T02:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static byte[] secretOn(Page page) {
        var letters = page.locator(".nobreak").innerText().replace(" ", "");
        var bits = new StringBuilder();
        for (char each : letters.toCharArray()) {
            var number = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each);
            bits.append(String.format("%5s", Integer.toBinaryString(number)).replace(' ', '0'));
        }
        var secret = new byte[bits.length() / 8];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return secret;
    }

    private Page signIn(BrowserContext visitor, String login, String code) {
        visitor.clearCookies();
        var page = chromium.open(visitor, address("/login"));
        page.getByLabel("Tên đăng nhập").fill(login);
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.getByLabel("Mã dùng một lần").fill(code);
        submit(page, "Đăng nhập");
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void submit(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private OfficerId open(String login, String role, String kind) {
        return Acting.as(
                Actor.WORKER,
                () -> officers.open(
                        new NewOfficer(
                                login,
                                "Cán bộ " + login,
                                Set.of(role),
                                List.of("01290"),
                                Set.of("social_assistance"),
                                LocalDate.of(2026, 1, 1),
                                null,
                                kind),
                        PASSWORD,
                        false));
    }
}
