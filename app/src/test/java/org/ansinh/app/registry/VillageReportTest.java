package org.ansinh.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** The head of Lũng Vai tells what happened in his village, and Lan takes it down. */
@HouseTest
class VillageReportTest {

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
    void aVillageThatToldNothingIsNotAVillageInWhichNothingHappened() throws Exception {
        assertThat(told.page("2026-03")).contains("chưa báo", "muộn từ ngày 26/03/2026");
        assertThat(VillageTold.text(
                        told.shown(get("/village-reports?month=2026-03").session(told.lan))))
                .contains("chưa báo tháng 03/2026", "không phải thời hạn của pháp luật", "Lũng Vai");
        assertThat(VillageTold.text(
                        told.shown(told.told("2026-03", UUID.randomUUID().toString()))))
                .contains("Chưa có dòng nào");

        told.taken("2026-03", "nothing", "true");

        assertThat(told.page("2026-03"))
                .contains(
                        "Qua điện thoại ngày 20/10/2026: Nông Văn Sơn, trưởng thôn; Nông Thị Lan ghi không có biến động")
                .doesNotContain("muộn từ");
        assertThat(told.page("2026-10")).doesNotContain("muộn từ");
    }

    @Test
    void aListSentTwiceIsTakenDownOnce() throws Exception {
        var family = village.family("Bàn");
        var key = UUID.randomUUID().toString();
        for (int times = 0; times < 2; times++) {
            browser.perform(told.told("2026-04", key, "kind1", "death", "name1", "ban thi mai", "day1", "3"))
                    .andExpect(redirectedUrl(told.at("2026-04")));
        }
        assertThat(lines("2026-04")).isEqualTo(1);
        assertThat(told.states(family)).isEqualTo("death told");
    }

    @Test
    void linesThatAreNotUnderstoodHoldUpNoneOfTheOthersAndNamesakesAreToldApart() throws Exception {
        var one = village.family("Đoàn");
        var other = village.family("Đoàn");
        var answer = told.shown(told.told(
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
        assertThat(VillageTold.text(answer))
                .contains("Đã ghi 1 dòng", "2 người trong thôn có tên như “Đoàn Thị Mai”", "“35/5” không phải là ngày")
                .contains("Không thấy ai tên Không Có Ai", "có ký tự lạ")
                .contains("Đoàn Thị Mai (sinh 20/08/1949), hộ Đoàn Văn Đạt");
        assertThat(answer).contains("ốm lâu ngày").doesNotContain("value=\"Lục Văn Tài\"");

        browser.perform(told.told(
                        "2026-05",
                        VillageTold.hidden(answer, "onceKey"),
                        "addTo",
                        VillageTold.hidden(answer, "addTo"),
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
                .andExpect(redirectedUrl(told.at("2026-05")));
        assertThat(lines("2026-05")).isEqualTo(4);
        assertThat(told.states(one)).isEqualTo("birth told");
        assertThat(told.states(other)).isEqualTo("death told");
        assertThat(told.page("2026-05")).contains("Chưa tìm thấy trong sổ của thôn", "còn chờ giấy");
    }

    @Test
    void whoeverIsOfAnotherCommuneFindsNoSuchVillageAndWhoeverOnlyReadsChangesNothing() throws Exception {
        var binh = ChangeVillage.signedIn(browser, "binh.changes");
        browser.perform(get(told.at("2026-10")).session(binh)).andExpect(status().isNotFound());
        assertThat(VillageTold.text(told.shown(get("/village-reports").session(binh))))
                .doesNotContain("Lũng Vai");
        browser.perform(told.told("2026-09", UUID.randomUUID().toString(), "nothing", "true")
                        .session(binh))
                .andExpect(status().isNotFound());
        assertThat(village.number("select count(*)::int from registry.village_report where month = '2026-09-01'"))
                .isZero();
        for (var reader : List.of("chu.changes", "thanh.changes")) {
            var session = ChangeVillage.signedIn(browser, reader);
            browser.perform(get(told.at("2026-10")).session(session)).andExpect(status().isOk());
            browser.perform(told.told("2026-09", UUID.randomUUID().toString(), "nothing", "true")
                            .session(session))
                    .andExpect(status().isForbidden());
        }
    }

    private int lines(String month) {
        return village.number("select count(*)::int from registry.notice where in_month = '%s-01'".formatted(month));
    }
}
