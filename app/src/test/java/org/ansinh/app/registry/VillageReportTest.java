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
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** The head of Lũng Vai tells what happened in his village; Lan takes it down, and what is settled shows by itself. */
@HouseTest
class VillageReportTest {

    @Autowired
    MockMvc browser;

    @Autowired
    ApplicationContext house;

    private ChangeVillage village;
    private MockHttpSession lan;

    @BeforeEach
    void lay() throws Exception {
        village = ChangeVillage.in(house);
        lan = signedIn("lan.changes");
    }

    private MockHttpSession signedIn(String login) throws Exception {
        var knocking = new MockHttpSession();
        browser.perform(post("/login")
                        .session(knocking)
                        .with(csrf())
                        .param("username", login)
                        .param("password", ChangeVillage.PASSWORD))
                .andExpect(redirectedUrl("/"));
        return knocking;
    }

    private String at(String month) {
        return "/village-reports/" + ChangeVillage.village() + "?month=" + month;
    }

    private String shown(MockHttpServletRequestBuilder form) throws Exception {
        return browser.perform(form)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String text(String page) {
        return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]+>", " "))
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }

    private String page(String month) throws Exception {
        return text(shown(get(at(month)).session(lan)));
    }

    /** Told by phone on 20 October 2026 by the head of the village. */
    private MockHttpServletRequestBuilder told(String month, String key, String... fields) {
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

    private void taken(String month, String... fields) throws Exception {
        browser.perform(told(month, UUID.randomUUID().toString(), fields)).andExpect(redirectedUrl(at(month)));
    }

    private void recorded(String act, Change change) {
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

    private int lines(String month) {
        return village.number("select count(*)::int from registry.notice where in_month = '%s-01'".formatted(month));
    }

    private String states(Family family) {
        return village.text("""
                select coalesce(string_agg(kind || ' ' || case when dismissed is null then 'told' else 'dismissed' end, ',' order by kind), '')
                  from registry.notice where household_id = %d""".formatted(family.household()));
    }

    @Test
    void aVillageThatToldNothingIsNotAVillageInWhichNothingHappened() throws Exception {
        assertThat(page("2026-03")).contains("chưa báo", "muộn từ ngày 26/03/2026");
        assertThat(text(shown(get("/village-reports?month=2026-03").session(lan))))
                .contains("chưa báo tháng 03/2026", "không phải thời hạn của pháp luật", "Lũng Vai");
        assertThat(text(shown(told("2026-03", UUID.randomUUID().toString())))).contains("Chưa có dòng nào");

        taken("2026-03", "nothing", "true");

        assertThat(page("2026-03"))
                .contains(
                        "Qua điện thoại ngày 20/10/2026: Nông Văn Sơn, trưởng thôn; Nông Thị Lan ghi không có biến động")
                .doesNotContain("muộn từ");
        assertThat(page("2026-10")).doesNotContain("muộn từ");
    }

    @Test
    void aListSentTwiceIsTakenDownOnce() throws Exception {
        var family = village.family("Bàn");
        var key = UUID.randomUUID().toString();
        for (int times = 0; times < 2; times++) {
            browser.perform(told("2026-04", key, "kind1", "death", "name1", "ban thi mai", "day1", "3"))
                    .andExpect(redirectedUrl(at("2026-04")));
        }
        assertThat(lines("2026-04")).isEqualTo(1);
        assertThat(states(family)).isEqualTo("death told");
    }

    @Test
    void linesThatAreNotUnderstoodHoldUpNoneOfTheOthersAndNamesakesAreToldApart() throws Exception {
        var one = village.family("Đoàn");
        var other = village.family("Đoàn");
        var answer = shown(told(
                "2026-05",
                UUID.randomUUID().toString(),
                "kind1",
                "death",
                "name1",
                "Đoàn Thị Mai",
                "day1",
                "18/5",
                "note1",
                "ốm lâu ngày",
                "kind2",
                "move_in",
                "name2",
                "Lục Văn Tài",
                "day2",
                "",
                "kind3",
                "birth",
                "name3",
                "Đoàn Thị Hoa",
                "day3",
                "35/5",
                "kind4",
                "move_away",
                "name4",
                "Không Có Ai",
                "day4",
                "",
                "kind5",
                "move_in",
                "name5",
                "Tô Văn Lạ",
                "note5",
                "dấu \u0000 lạ"));

        assertThat(lines("2026-05")).isEqualTo(1);
        assertThat(text(answer))
                .contains("Đã ghi 1 dòng", "2 người trong thôn có tên như “Đoàn Thị Mai”", "“35/5” không phải là ngày")
                .contains("Không thấy ai tên Không Có Ai", "có ký tự lạ")
                .contains("Đoàn Thị Mai (sinh 20/08/1949), hộ Đoàn Văn Đạt");
        assertThat(answer).contains("ốm lâu ngày").doesNotContain("value=\"Lục Văn Tài\"");

        browser.perform(told(
                        "2026-05",
                        hidden(answer, "onceKey"),
                        "addTo",
                        hidden(answer, "addTo"),
                        "kind1",
                        "death",
                        "name1",
                        "Đoàn Thị Mai",
                        "person1",
                        "" + other.mai(),
                        "day1",
                        "18/5",
                        "kind2",
                        "birth",
                        "name2",
                        "Đoàn Thị Hoa",
                        "person2",
                        "" + one.hoa(),
                        "day2",
                        "3/5",
                        "kind3",
                        "move_away",
                        "name3",
                        "Không Có Ai",
                        "person3",
                        "none",
                        "day3",
                        ""))
                .andExpect(redirectedUrl(at("2026-05")));
        assertThat(lines("2026-05")).isEqualTo(4);
        assertThat(states(one)).isEqualTo("birth told");
        assertThat(states(other)).isEqualTo("death told");
        assertThat(page("2026-05")).contains("Chưa tìm thấy trong sổ của thôn", "còn chờ giấy");
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    @Test
    void aDeathIsSettledWhenItIsRecordedOnTheFormThatTheLineFills() throws Exception {
        var family = village.family("Lã");
        taken("2026-06", "kind1", "death", "name1", "la thi mai", "day1", "18");

        var line = HtmlUtils.htmlUnescape(shown(get(at("2026-06")).session(lan)));
        assertThat(line)
                .contains("tiền đang tạm giữ")
                .contains("/changes/death?person=" + family.mai()
                        + "&died_on=18%2F06%2F2026&source=village_head&received_on=20%2F10%2F2026");
        assertThat(shown(get("/changes/death?person=" + family.mai() + "&died_on=18/06/2026&source=village_head")
                        .session(lan)))
                .contains("value=\"18/06/2026\"");
        assertThat(text(shown(get("/people/" + family.mai()).session(lan))))
                .contains("Có tin báo đã mất, chưa xác nhận", "Thôn báo ngày 20/10/2026: mất 18/06/2026");
        assertThat(text(shown(get("/today").session(lan)))).contains("Báo mất, chưa ghi khai tử", "Lã Thị Mai");

        recorded("death", new Change.Death(family.mai(), LocalDate.of(2026, 6, 18), Optional.empty()));

        assertThat(page("2026-06")).contains("Sổ đã ghi ngày mất , 18/06/2026").doesNotContain("tiền đang tạm giữ");
        assertThat(text(shown(get("/people/" + family.mai()).session(lan)))).doesNotContain("chưa xác nhận");
    }

    @Test
    void birthsAndMovesAreSettledByWhatTheRegisterKnows() throws Exception {
        var family = village.family("Mạc");
        taken(
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
        assertThat(page("2026-07")).doesNotContain("đã xong");

        recorded(
                "birth",
                new Change.Birth(
                        IdentityLine.of("Mạc Gia Bảo", LocalDate.of(2026, 7, 4), "male"),
                        Optional.of(family.hoa()),
                        Optional.of(family.dat()),
                        family.household(),
                        "child"));
        assertThat(page("2026-07")).contains("Sổ đã ghi khai sinh : Mạc Gia Bảo , 04/07/2026");
        assertThat(page("2026-07")).doesNotContain("Sổ đã ghi chuyển đi");
        var next = village.family("Mẫn");
        recorded("join", Change.MovedHouse.on(LocalDate.of(2026, 7, 15), family.mai(), next.household(), "relative"));
        assertThat(page("2026-07")).as("next door is no other village").doesNotContain("Sổ đã ghi chuyển đi");
        letGo(next.household(), family.mai());
        assertThat(page("2026-07")).contains("Sổ đã ghi chuyển đi");
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
        var look = post("/changes/move-out/look").session(lan).with(csrf());
        var record = post("/changes/move-out").session(lan).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            look.param(fields[i], fields[i + 1]);
            record.param(fields[i], fields[i + 1]);
        }
        record.param("seen", hidden(shown(look), "seen"));
        browser.perform(record).andExpect(status().is3xxRedirection());
    }

    @Test
    void aMistakeIsDismissedWithAReasonAndStaysToBeRead() throws Exception {
        var family = village.family("Sùng");
        taken("2026-08", "kind1", "death", "name1", "Sùng Thị Mai", "day1", "18");
        int line = village.number("select max(id) from registry.notice where person_id = " + family.mai());
        var dismissing = "/village-reports/%d/lines/%d/dismiss".formatted(ChangeVillage.village(), line);

        browser.perform(post(dismissing)
                .session(lan)
                .with(csrf())
                .param("month", "2026-08")
                .param("because", " "));
        assertThat(states(family)).isEqualTo("death told");
        for (int times = 0; times < 2; times++) {
            browser.perform(post(dismissing)
                            .session(lan)
                            .with(csrf())
                            .param("month", "2026-08")
                            .param("because", "nhầm người"))
                    .andExpect(redirectedUrl(at("2026-08")));
        }

        assertThat(page("2026-08")).contains("Báo nhầm: nhầm người (Nông Thị Lan");
        assertThat(states(family)).isEqualTo("death dismissed");
        assertThat(text(shown(get("/people/" + family.mai()).session(lan)))).doesNotContain("chưa xác nhận");
    }

    @Test
    void whoeverIsOfAnotherCommuneFindsNoSuchVillageAndWhoeverOnlyReadsChangesNothing() throws Exception {
        var binh = signedIn("binh.changes");
        browser.perform(get(at("2026-10")).session(binh)).andExpect(status().isNotFound());
        assertThat(text(shown(get("/village-reports").session(binh)))).doesNotContain("Lũng Vai");
        browser.perform(told("2026-09", UUID.randomUUID().toString(), "nothing", "true")
                        .session(binh))
                .andExpect(status().isNotFound());
        assertThat(village.number("select count(*)::int from registry.village_report where month = '2026-09-01'"))
                .isZero();
        for (var reader : List.of("chu.changes", "thanh.changes")) {
            var session = signedIn(reader);
            browser.perform(get(at("2026-10")).session(session)).andExpect(status().isOk());
            browser.perform(told("2026-09", UUID.randomUUID().toString(), "nothing", "true")
                            .session(session))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void aClaimForAFuneralTellsOfTheDeathAsWell() throws Exception {
        var family = village.family("Phí");
        var form = post("/applications")
                .session(lan)
                .with(csrf())
                .param("person", "" + family.dat())
                .param("dead", "" + family.mai())
                .param("diedOn", "18/10/2026");
        paid540000(family.mai());
        browser.perform(form.param("programme", "funeral"));

        assertThat(states(family)).isEqualTo("death told");
        assertThat(text(shown(get("/people/" + family.mai()).session(lan))))
                .contains("Đơn đề nghị hỗ trợ mai táng ghi ngày 20/10/2026: mất 18/10/2026");
        assertThat(text(shown(get("/today").session(lan))))
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
