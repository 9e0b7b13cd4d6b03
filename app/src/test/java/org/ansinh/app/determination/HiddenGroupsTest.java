package org.ansinh.app.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.PayeeLine;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.testing.HouseTest;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A poor man of 40 with an illness that may not be named: what he gets is told to everybody in charge, why only to whoever works for that programme. */
@HouseTest
class HiddenGroupsTest {

    private static final String PASSWORD = "mot mat khau dai";
    private static final String COMMUNE = "01774";
    private static boolean laid;

    @Autowired
    MockMvc pages;

    @Autowired
    LoadDesk register;

    @Autowired
    OfficerDesk officers;

    @Autowired
    PaymentDesk payments;

    @BeforeEach
    void lay() {
        if (laid) {
            return;
        }
        laid = true;
        Acting.run(Actor.WORKER, () -> {
            register.load(HiddenGroupsTest::poorMan);
            officer("kin.bao.tro", Set.of("commune_officer"), Set.of("social_assistance"));
            officer("kin.dien", Set.of("commune_officer"), Set.of("electricity"));
            officer("kin.chi.tra", Set.of("paying_officer"), Set.of());
        });
    }

    private static void poorMan(RegisterLoad rows) {
        int paper = rows.paper(Paper.of("load"));
        var since = DateRange.startingOn(LocalDate.of(2024, 1, 1));
        var home = rows.household(
                paper, new HouseholdLine(1, "hidden", "K1", "KIN-1", Optional.empty(), COMMUNE, since, true));
        var man = rows.person(
                paper, 1, "hidden", "k", IdentityLine.of("Lục Văn Kín", LocalDate.of(1986, 2, 3), "male"), true);
        rows.membership(paper, 1, man, home, "residence", "head", since);
        rows.fact(paper, 1, man, "person.hiv", "", since, FactValue.YES, "Trạm y tế");
        rows.fact(paper, 1, man, "person.stable_income", "", since, FactValue.NO, "Gia đình");
        rows.fact(paper, 1, home, "household.class", "", since, FactValue.words("poor"), "Quyết định");
    }

    private void officer(String login, Set<String> roles, Set<String> purposes) {
        officers.open(
                new NewOfficer(login, login, roles, List.of(COMMUNE), purposes, LocalDate.of(2026, 1, 1), null),
                PASSWORD,
                false);
    }

    private String asked(String login, String address) throws Exception {
        var answer = pages.perform(get(address).with(httpBasic(login, PASSWORD)).locale(Locale.of("vi")))
                .andReturn()
                .getResponse();
        return answer.getStatus() == 200
                ? answer.getContentAsString(StandardCharsets.UTF_8)
                : Integer.toString(answer.getStatus());
    }

    private String person(String login) throws Exception {
        var hits = asked(login, "/api/search?q=Luc Van Kin");
        return hits.replaceAll("(?s).*\"personId\":([0-9]+).*", "$1");
    }

    @Test
    void whyIsToldToWhoeverWorksForTheProgrammeAndNotNamedToOthers() throws Exception {
        var address = "/api/people/%s/determination?from=2026-10&to=2026-10".formatted(person("kin.bao.tro"));
        assertThat(asked("kin.bao.tro", address)).contains("hiv_poor").contains("Nhiễm HIV");

        var toOthers = asked("kin.dien", address);
        assertThat(toOthers.toLowerCase(Locale.ROOT))
                .doesNotContain("hiv_poor", "hiv_child", "lives_with_hiv", "nhiễm hiv");
        assertThat(toOthers).contains("\"programme\":\"social_assistance\"").contains("\"answer\":\"met\"");
        assertThat(asked("kin.chi.tra", address)).isEqualTo("404");
    }

    @Test
    void theFactItselfIsReadForItsPurposeAlone() throws Exception {
        var person = person("kin.bao.tro");
        assertThat(asked("kin.dien", "/api/people/" + person)).doesNotContain("person.hiv");
        assertThat(asked("kin.chi.tra", "/api/people/" + person))
                .as("nobody pays him yet")
                .isEqualTo("404");

        takesHisMoneyHimself(Integer.parseInt(person));

        assertThat(asked("kin.chi.tra", "/api/people/" + person))
                .contains("Lục Văn Kín")
                .doesNotContain("person.stable_income", "person.hiv");
    }

    private void takesHisMoneyHimself(int man) {
        var line = new PayeeLine(
                "social_assistance",
                false,
                man,
                man,
                "cash",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DateRange.startingOn(LocalDate.of(2026, 1, 1)),
                "sổ cũ");
        var taken = Acting.as(Actor.WORKER, () -> payments.takeOver(Optional.empty(), List.of(line)));
        assertThat(taken.taken()).isEqualTo(1);
    }
}
