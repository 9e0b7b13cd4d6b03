package org.ansinh.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator lets somebody in and out, in a real browser; an inspector reads who read whom. */
@HouseTest
class AccountPagesTest {
    private static final String PASSWORD = "mot mat khau dai";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    OfficerDesk officers;

    @Test
    void anAdministratorOpensAnOfficerWhoChoosesTheirOwnPasswordAndWorks() {
        open("quan.mo", "Nguyễn Quản Trị", "administrator", List.of());
        try (var administrator = chromium.visitor(Screen.LAPTOP)) {
            var page = signIn(administrator, "quan.mo", PASSWORD);
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Tài khoản").setExact(true))
                    .click();
            chromium.assertFineFor(page, "officers");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mở tài khoản"))
                    .click();
            page.getByLabel("Tên đăng nhập").fill("Lan Nông");
            submit(page, "Mở tài khoản");
            assertThat(page.getByRole(AriaRole.ALERT).innerText())
                    .contains("chữ thường không dấu")
                    .contains("Chưa nhập họ và tên")
                    .contains("Chưa chọn vai trò");
            chromium.assertFineFor(page, "officer-new-wrong");
            page.getByLabel("Tên đăng nhập").fill("lan.mo");
            page.getByLabel("Họ và tên").fill("Nông Thị Lan");
            page.getByLabel("Vai trò").selectOption("commune_officer");
            page.getByLabel("Địa bàn").selectOption("01290");
            submit(page, "Mở tài khoản");
            chromium.assertFineFor(page, "officer");
            var first = page.locator(".secret").innerText();
            assertThat(first).hasSizeGreaterThan(20);
            assertThat(page.reload()).isNotNull();
            assertThat(page.locator(".secret").count()).as("shown once").isZero();

            try (var officer = chromium.visitor(Screen.PHONE)) {
                var lan = signIn(officer, "lan.mo", first);
                assertThat(lan.url()).endsWith("/account/password");
                lan.getByLabel("Mật khẩu hiện tại").fill(first);
                lan.getByLabel("Mật khẩu mới").first().fill("mat khau cua rieng lan");
                lan.getByLabel("Nhập lại mật khẩu mới").fill("mat khau cua rieng lan");
                submit(lan, "Đổi mật khẩu");
                lan = signIn(officer, "lan.mo", "mat khau cua rieng lan");
                assertThat(lan.url()).endsWith(":" + port + "/");
                assertThat(lan.locator(".nav").innerText()).doesNotContain("Nhật ký truy cập");

                page.onceDialog(com.microsoft.playwright.Dialog::accept);
                submit(page, "Kết thúc hôm nay: Cán bộ xã");
                assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Đã kết thúc");
                lan.navigate("http://127.0.0.1:" + port + "/search");
                assertThat(lan.url()).as("whose rights changed signs in anew").endsWith("/login?ended");
            }
        }
    }

    @Test
    void anAdministratorGivesAnAreaResetsAPasswordAndClosesOnAPhone() {
        open("quan.dong", "Nguyễn Quản Trị", "administrator", List.of());
        var hoa = open("hoa.dong", "Hoàng Thị Hoa", "commune_officer", List.of("01290"));
        try (var administrator = chromium.visitor(Screen.PHONE)) {
            var page = signIn(administrator, "quan.dong", PASSWORD);
            page.navigate("http://127.0.0.1:" + port + "/officers/" + hoa.number());
            page.getByLabel("Thêm địa bàn").selectOption("01294");
            submit(page, "Thêm: Địa bàn");
            assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Đã thêm");
            page.getByLabel("Thêm địa bàn").selectOption("01294");
            submit(page, "Thêm: Địa bàn");
            assertThat(page.locator("main").innerText()).contains("đã có địa bàn đó");
            page.navigate("http://127.0.0.1:" + port + "/officers/" + hoa.number());
            page.getByLabel("Thêm vai trò").selectOption("inspector");
            submit(page, "Thêm: Vai trò");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("Thanh tra đến có thời hạn");
            chromium.assertFineFor(page, "officer-phone");
            page.getByLabel("Số định danh của cán bộ").fill("04415012345");
            submit(page, "Gắn");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("12 chữ số");
            page.getByLabel("Số định danh của cán bộ").fill("004150 999 999");
            submit(page, "Gắn");
            assertThat(page.getByRole(AriaRole.ALERT).innerText())
                    .contains("không có đúng một người còn sống mang số này và họ tên của tài khoản");
            assertThat(page.locator("main").innerText()).contains("Chưa gắn.");
            page.onceDialog(com.microsoft.playwright.Dialog::accept);
            submit(page, "Cấp mật khẩu mới");
            assertThat(page.locator(".secret").count()).isEqualTo(1);
            page.onceDialog(com.microsoft.playwright.Dialog::accept);
            submit(page, "Đóng tài khoản");
            assertThat(page.locator("main").innerText()).contains("đã đóng");
        }
        assertThat(officers.find("hoa.dong"))
                .as("a closed officer is nobody at the door")
                .isEmpty();
    }

    @Test
    void anInspectorReadsWhoReadWhomAndProvesIt() {
        open("minh.soi", "Triệu Văn Minh", "inspector", List.of("*"));
        try (var inspector = chromium.visitor(Screen.LAPTOP)) {
            var page = signIn(inspector, "minh.soi", PASSWORD);
            page.locator(".nav").getByText("Nhật ký truy cập").click();
            assertThat(page.locator("tbody").innerText()).contains("Đăng nhập").contains("“minh.soi”");
            page.locator("#act").selectOption("sign_in");
            submit(page, "Xem");
            assertThat(page.locator("tbody").innerText()).doesNotContain("Giao quyền");
            chromium.assertFineFor(page, "audit");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kiểm chứng nhật ký"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Nhật ký còn nguyên");
            chromium.assertFineFor(page, "proof");
        }
    }

    @Test
    void onThePhoneTheLogStaysReadable() {
        open("minh.phone", "Triệu Văn Minh", "inspector", List.of("*"));
        try (var inspector = chromium.visitor(Screen.PHONE)) {
            var page = signIn(inspector, "minh.phone", PASSWORD);
            page.navigate("http://127.0.0.1:" + port + "/audit");
            chromium.assertFineFor(page, "audit-phone");
            page.navigate("http://127.0.0.1:" + port + "/account");
            chromium.assertFineFor(page, "account-phone");
        }
    }

    private Page signIn(BrowserContext visitor, String login, String password) {
        var page = chromium.open(visitor, "http://127.0.0.1:" + port + "/login");
        page.getByLabel("Tên đăng nhập").fill(login);
        page.getByLabel("Mật khẩu").fill(password);
        submit(page, "Đăng nhập");
        return page;
    }

    private static void submit(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private OfficerId open(String login, String name, String role, List<String> communes) {
        var to = role.equals("inspector") ? LocalDate.of(2027, 1, 1) : null;
        return Acting.as(
                Actor.WORKER,
                () -> officers.open(
                        new NewOfficer(
                                login,
                                name,
                                Set.of(role),
                                communes,
                                Set.of("social_assistance"),
                                LocalDate.of(2026, 1, 1),
                                to),
                        PASSWORD,
                        false));
    }
}
