package org.ansinh.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** What the head of Lũng Vai told is settled by itself, by what the register comes to know. */
@HouseTest
class VillageSettledTest {

    @Autowired
    MockMvc browser;

    @Autowired
    ApplicationContext house;

    private VillageTold told;
    private ChangeVillage village;

    @BeforeEach
    void lay() throws Exception {
        told = new VillageTold(browser, house);
        village = told.village;
    }

    @Test
    void aDeathIsSettledWhenItIsRecordedOnTheFormThatTheLineFills() throws Exception {
        var family = village.family("Lã");
        told.taken("2026-06", "kind1", "death", "name1", "la thi mai", "day1", "18");

        var line = HtmlUtils.htmlUnescape(told.shown(get(told.at("2026-06")).session(told.lan)));
        assertThat(line)
                .contains("tiền đang tạm giữ")
                .contains("/changes/death?person=" + family.mai()
                        + "&died_on=18%2F06%2F2026&source=village_head&received_on=20%2F10%2F2026");
        assertThat(told.shown(get("/changes/death?person=" + family.mai() + "&died_on=18/06/2026&source=village_head")
                        .session(told.lan)))
                .contains("value=\"18/06/2026\"");
        assertThat(VillageTold.text(told.shown(get("/people/" + family.mai()).session(told.lan))))
                .contains("Có tin báo đã mất, chưa xác nhận", "Thôn báo ngày 20/10/2026: mất 18/06/2026");
        assertThat(VillageTold.text(told.shown(get("/today").session(told.lan))))
                .contains("Báo mất, chưa ghi khai tử", "Lã Thị Mai");

        told.recorded("death", new Change.Death(family.mai(), LocalDate.of(2026, 6, 18), Optional.empty()));

        assertThat(told.page("2026-06"))
                .contains("Sổ đã ghi ngày mất , 18/06/2026")
                .doesNotContain("tiền đang tạm giữ");
        assertThat(VillageTold.text(told.shown(get("/people/" + family.mai()).session(told.lan))))
                .doesNotContain("chưa xác nhận");
    }

    @Test
    void birthsAndMovesAreSettledByWhatTheRegisterKnows() throws Exception {
        var family = village.family("Mạc");
        told.taken(
                "2026-07",
                "kind1",
                "birth",
                "name1",
                "Mạc Thị Hoa",
                "day1",
                "5",
                "note1",
                "con trai tên Bảo",
                "kind2",
                "move_away",
                "name2",
                "Mạc Thị Mai",
                "day2",
                "");
        assertThat(told.page("2026-07")).doesNotContain("đã xong");

        told.recorded(
                "birth",
                new Change.Birth(
                        IdentityLine.of("Mạc Gia Bảo", LocalDate.of(2026, 7, 4), "male"),
                        Optional.of(family.hoa()),
                        Optional.of(family.dat()),
                        family.household(),
                        "child"));
        assertThat(told.page("2026-07")).contains("Sổ đã ghi khai sinh : Mạc Gia Bảo , 04/07/2026");
        assertThat(told.page("2026-07")).doesNotContain("Sổ đã ghi chuyển đi");
        var next = village.family("Mẫn");
        told.recorded(
                "join", Change.MovedHouse.on(LocalDate.of(2026, 7, 15), family.mai(), next.household(), "relative"));
        assertThat(told.page("2026-07")).as("next door is no other village").doesNotContain("Sổ đã ghi chuyển đi");
        letGo(next.household(), family.mai());
        assertThat(told.page("2026-07")).contains("Sổ đã ghi chuyển đi");
    }

    private void letGo(int household, int person) throws Exception {
        var fields = new String[] {
            "household",
            "" + household,
            "who",
            "" + person,
            "to_commune",
            ChangeVillage.THERE,
            "moved_on",
            "20/07/2026",
            "source",
            "village_head",
            "onceKey",
            UUID.randomUUID().toString()
        };
        var look = post("/changes/move-out/look").session(told.lan).with(csrf());
        var record = post("/changes/move-out").session(told.lan).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            look.param(fields[i], fields[i + 1]);
            record.param(fields[i], fields[i + 1]);
        }
        record.param("seen", VillageTold.hidden(told.shown(look), "seen"));
        browser.perform(record).andExpect(status().is3xxRedirection());
    }

    @Test
    void aMistakeIsDismissedWithAReasonAndStaysToBeRead() throws Exception {
        var family = village.family("Sùng");
        told.taken("2026-08", "kind1", "death", "name1", "Sùng Thị Mai", "day1", "18");
        int line = village.number("select max(id) from registry.notice where person_id = " + family.mai());
        var dismissing = "/village-reports/%d/lines/%d/dismiss".formatted(ChangeVillage.village(), line);

        browser.perform(post(dismissing)
                .session(told.lan)
                .with(csrf())
                .param("month", "2026-08")
                .param("because", " "));
        assertThat(told.states(family)).isEqualTo("death told");
        for (int times = 0; times < 2; times++) {
            browser.perform(post(dismissing)
                            .session(told.lan)
                            .with(csrf())
                            .param("month", "2026-08")
                            .param("because", "nhầm người"))
                    .andExpect(redirectedUrl(told.at("2026-08")));
        }

        assertThat(told.page("2026-08")).contains("Báo nhầm: nhầm người (Nông Thị Lan");
        assertThat(told.states(family)).isEqualTo("death dismissed");
        assertThat(VillageTold.text(told.shown(get("/people/" + family.mai()).session(told.lan))))
                .doesNotContain("chưa xác nhận");
    }

    @Test
    void aClaimForAFuneralTellsOfTheDeathAsWell() throws Exception {
        var family = village.family("Phí");
        var form = post("/applications")
                .session(told.lan)
                .with(csrf())
                .param("person", "" + family.dat())
                .param("dead", "" + family.mai())
                .param("diedOn", "18/10/2026");
        paid540000(family.mai());
        browser.perform(form.param("programme", "funeral"));

        assertThat(told.states(family)).isEqualTo("death told");
        assertThat(VillageTold.text(told.shown(get("/people/" + family.mai()).session(told.lan))))
                .contains("Đơn đề nghị hỗ trợ mai táng ghi ngày 20/10/2026: mất 18/10/2026");
        assertThat(VillageTold.text(told.shown(get("/today").session(told.lan))))
                .contains("Phí Thị Mai tiền đang tạm giữ báo ngày 20/10/2026 · 540.000 đ mỗi tháng");
    }

    private void paid540000(int person) {
        Acting.run(
                Actor.WORKER,
                () -> new TransactionTemplate(house.getBean(PlatformTransactionManager.class))
                        .executeWithoutResult(done -> house.getBean(JdbcClient.class)
                                .sql("""
                                        insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, payee_id, amount, effective_from,
                                            cause_key, cause, authority, state, drafted_by, signed_on, taken_over, paper_number, office, signer_title)
                                        values ('social_pension', 'grant', 'p', ?, ?, 'beneficiary', ?, 540000, '2025-07-08', 'x', 'x', 'commune_chair', 'signed',
                                            'ansinh_worker', '2025-07-08', true, '17/QĐ', 'UBND', 'Chủ tịch')""")
                                .params(person, ChangeVillage.HERE, person)
                                .update()));
    }
}
