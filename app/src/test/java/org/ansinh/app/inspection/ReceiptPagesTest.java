package org.ansinh.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansinh.app.access.Actor;
import org.ansinh.app.casework.CommuneOfElders;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.testing.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code on the paper that an elder signed, checked at a window where nobody signs in. */
class ReceiptPagesTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static House house;
    private static InspectedCommune commune;

    @BeforeAll
    static void aCommuneThatHasPaid() {
        house = House.open("--ansinh.codes=off");
        commune = new InspectedCommune(house);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void theCodeOnTheSignatureListIsCheckedWithoutSigningIn() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = chromium.open(visitor, commune.address("/login"));
            page.fill("#username", "ke.toan.thanh.tra");
            page.fill("#password", CommuneOfElders.PASSWORD);
            page.click("main button[type=submit]");
            page.navigate(commune.address("/payments/" + commune.list + "/signatures"));
            assertThat(page.locator("main").textContent()).contains(paid(), "Mã biên nhận");
            chromium.assertFineFor(page, "signatures-with-codes");
        }
        try (var visitor = chromium.visitor(Screen.PHONE)) {
            var page = chromium.open(visitor, commune.address("/receipt"));
            chromium.assertFineFor(page, "receipt-empty");
            page.fill("#receipt", paid().toLowerCase(java.util.Locale.ROOT));
            page.click("main form button");
            assertThat(page.locator("main").textContent())
                    .contains("Khoản chi có thật", "N. T.", "10/2026", "540.000", "Đã chi", "20/10/2026")
                    .doesNotContain("Nông");
            chromium.assertFineFor(page, "receipt-real");
            page.fill("#receipt", paid().substring(0, paid().length() - 1));
            page.click("main form button");
            assertThat(page.locator("[role=alert]").textContent()).contains("Mã gõ chưa đúng");
        }
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = chromium.open(visitor, commune.address("/receipt?receipt=" + paid()));
            assertThat(page.locator("main").textContent()).contains("Khoản chi có thật");
            chromium.assertFineFor(page, "receipt-laptop");
        }
    }

    @Test
    void theListForTheBoardNamesNobodyWhoseGroupTellsAndNothingPrivate() {
        var payments = house.get(PaymentDesk.class);
        long list = commune.drawn(payments, "social_assistance");
        assertThat(InspectedCommune.as(commune.chair, () -> payments.approve(list)))
                .isInstanceOf(PaymentDesk.ListResult.Done.class);
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = chromium.open(visitor, commune.address("/login"));
            page.fill("#username", "can.bo.thanh.tra");
            page.fill("#password", CommuneOfElders.PASSWORD);
            page.click("main button[type=submit]");
            page.navigate(commune.address("/payments/" + list + "/posting"));
            assertThat(page.locator("main").textContent())
                    .contains("Không có ai trong danh sách này được niêm yết", "còn 1 người, hộ")
                    .doesNotContain("Kín", "HIV");
            page.navigate(commune.address("/payments/" + commune.list + "/posting"));
            assertThat(page.locator("main").textContent())
                    .contains("Nông Thị Số 1", "1945", "không có bước niêm yết")
                    .doesNotContain("540.000", "03/02", "không nêu tên");
            chromium.assertFineFor(page, "posting");
        }
        try (var visitor = chromium.visitor(Screen.PHONE)) {
            var page = chromium.open(visitor, commune.address("/login"));
            page.fill("#username", "ke.toan.thanh.tra");
            page.fill("#password", CommuneOfElders.PASSWORD);
            page.click("main button[type=submit]");
            assertThat(page.navigate(commune.address("/payments/" + commune.list + "/posting"))
                            .status())
                    .as("who pays is not told whose group tells")
                    .isEqualTo(404);
        }
    }

    /** The code of the one who was paid, as the paper has it. */
    private static String paid() {
        var code = house.as(
                Actor.officer(commune.payer),
                () -> house.jdbc()
                        .sql("""
                                select r.code from payments.receipt r join payments.instruction i using (payroll_id, subject_kind, subject_id)
                                 where i.state = 'paid' and r.payroll_id = ?""")
                        .param(commune.list)
                        .query(String.class)
                        .single());
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }
}
