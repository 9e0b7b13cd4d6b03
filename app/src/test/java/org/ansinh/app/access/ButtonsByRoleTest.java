package org.ansinh.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.ansinh.app.access.OfferedForms.Form;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.CommuneOfElders;
import org.ansinh.app.casework.DraftOrder;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.testing.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Which acts each role is offered on the main pages, and that whoever is not offered one is refused it. The pages are those of one October in one commune: elders
 * who wait for a decision, a draft, a signed decision, a list to pay that waits for its approval.
 */
class ButtonsByRoleTest {

    private static final String COMMUNE = "01318";

    private static House house;
    private static MockMvc browser;
    private static CommuneOfElders commune;
    private static final Map<String, OfficerId> OFFICERS = new LinkedHashMap<>();
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void anOctoberWithWorkForEverybody() {
        house = House.open("--ansinh.codes=off");
        browser = MockMvcBuilders.webAppContextSetup((WebApplicationContext) house.context())
                .apply(springSecurity())
                .build();
        commune = new CommuneOfElders(house.context(), COMMUNE).withElders(5, 5, "Nông Thị Cuối");
        StaffDesk.ROLES.forEach(role -> OFFICERS.put(role, commune.officer("vai." + role.replace('_', '.'), role)));
        release();
        commune.determined();
        var elders = numbers("select person_id from registry.face_person where commune_code = '01318' order by 1");
        decide(elders);
        PAGES.put("first page", "/");
        PAGES.put("search", "/search?q=nong");
        PAGES.put("person", "/people/" + elders.getFirst());
        PAGES.put(
                "household",
                "/households/"
                        + numbers("select household_id from registry.face_person where person_id = "
                                        + elders.getFirst())
                                .getFirst());
        PAGES.put("tasks", "/tasks");
        PAGES.put("list", "/lists/show?month=2026-10&programme=social_pension&kind=WITHOUT_DECISION");
        PAGES.put("decisions", "/decisions");
        PAGES.put("draft", "/decisions/" + decision("draft"));
        PAGES.put("signed", "/decisions/" + decision("signed"));
        PAGES.put("months", "/months");
        PAGES.put("payments", "/payments?month=2026-10");
        PAGES.put("beside the list", "/payments/standing?month=2026-10&programme=social_pension&commune=" + COMMUNE);
        PAGES.put("list to pay", "/payments/" + list());
        PAGES.put("budget", "/budgets/new");
        PAGES.put("book", "/ledger?month=2026-09");
        PAGES.put("funds", "/funds");
        PAGES.put("law", "/law");
        PAGES.put("figures", "/figures");
        PAGES.put("files", "/exchange");
        PAGES.put("compare", "/exchange/months");
        PAGES.put("officers", "/officers");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** All law but one figure of something else, which still waits for the jurist. */
    private static void release() {
        var law = house.get(ReleaseDesk.class);
        var unverified = as("jurist", law::unverified);
        var waits = unverified.stream()
                .filter(it -> !it.what().contains("social"))
                .findFirst()
                .orElseThrow();
        unverified.stream()
                .filter(it -> !it.equals(waits))
                .forEach(it -> as("jurist", () -> law.release(it.what(), "Đã đọc toàn văn nghị định", "Lý Thị Mai")));
    }

    /** Three of the elders get a draft, and two of the drafts a signature. */
    private static void decide(List<Integer> elders) {
        var cases = house.get(CaseDesk.class);
        for (int i = 0; i < 3; i++) {
            var order = new DraftOrder(
                    CommuneOfElders.OCTOBER,
                    "social_pension",
                    Optional.of(COMMUNE),
                    Optional.empty(),
                    List.of(elders.get(i)));
            assertThat(as("commune_officer", () -> cases.draft(order))).isEqualTo(1);
            if (i < 2) {
                var cause = as("commune_chair", cases::toSign).getFirst();
                var drafts = as(
                        "commune_chair",
                        () -> cases.draftsOf("social_pension", Optional.of(COMMUNE), cause.causeKey()));
                assertThat(as("commune_chair", () -> cases.sign(drafts)).signed())
                        .hasSize(1);
            }
        }
    }

    private static long list() {
        var made = as(
                "paying_officer",
                () -> house.get(PaymentDesk.class).prepare(CommuneOfElders.OCTOBER, "social_pension", COMMUNE));
        assertThat(made).isInstanceOf(ListResult.Done.class);
        return ((ListResult.Done) made).payrollId();
    }

    private static int decision(String state) {
        return numbers("select decision_id::int from casework.face_decision where state = '%s' order by 1"
                        .formatted(state))
                .getFirst();
    }

    private static <T> T as(String role, java.util.function.Supplier<T> work) {
        return Acting.as(Actor.officer(Objects.requireNonNull(OFFICERS.get(role))), work::get);
    }

    private static List<Integer> numbers(String sql) {
        return house.as(
                Actor.WORKER, () -> house.jdbc().sql(sql).query(Integer.class).list());
    }

    @Test
    void eachRoleIsOfferedItsOwnActs() throws Exception {
        var offered = new ArrayList<String>();
        for (String role : StaffDesk.ROLES) {
            offered.add(role);
            for (var page : PAGES.entrySet()) {
                var shown = open(role, page.getValue());
                var acts = new TreeSet<String>();
                OfferedForms.of(shown).forEach(it -> acts.add(it.name()));
                acts.addAll(OfferedForms.changes(shown));
                acts.remove("/logout");
                if (!acts.isEmpty()) {
                    offered.add("  " + page.getKey() + ": " + String.join(" ", acts));
                }
            }
        }
        assertThat(String.join("\n", offered)).isEqualTo(OFFERED.strip());
    }

    private static final String OFFERED = """
            commune_officer
              person: /changes/correct /changes/death /changes/disability /changes/fact /changes/identity /changes/merge /changes/study
              household: /changes/birth /changes/class /changes/household-fact /changes/join /changes/move-out /changes/relocate
              list: /decisions/draft
              decisions: /decisions/draft
              signed: /decisions/N/adjust /decisions/N/stop
              months: /months
              payments: /payments
              beside the list: /payments
              list to pay: /payments/N/discard
              files: /exchange/files /exchange/out/csv /exchange/out/xlsx
              compare: /exchange/months
            commune_chair
              list: /decisions/draft
              decisions: /decisions/draft /decisions/return /decisions/sign
              draft: /decisions/N/return /decisions/N/sign
              signed: /decisions/N/adjust /decisions/N/stop
              months: /months
              list to pay: /payments/N/approve /payments/N/discard
              files: /exchange/files /exchange/out/csv /exchange/out/xlsx
              compare: /exchange/months
            provincial_approver
              list: /decisions/draft
              decisions: /decisions/draft /decisions/return /decisions/sign
              draft: /decisions/N/return /decisions/N/sign
              signed: /decisions/N/adjust /decisions/N/stop
              months: /months
              list to pay: /payments/N/approve /payments/N/discard
              budget: /budgets
              book: /ledger/close
              files: /exchange/files /exchange/out/csv /exchange/out/xlsx
              compare: /exchange/months
            paying_officer
              months: /months
              payments: /payments
              beside the list: /payments
              list to pay: /payments/N/discard
              budget: /budgets
              funds: /funds
            inspector
            jurist
              law: /law/release
            statistician
            administrator
            """;

    /** With the very form that another role is offered, filled in. */
    @Test
    void whoIsNotOfferedAnActIsRefusedIt() throws Exception {
        var before = everything();
        for (var page : PAGES.entrySet()) {
            var forms = new LinkedHashMap<String, Form>();
            var offeredTo = new LinkedHashMap<String, List<String>>();
            for (String role : StaffDesk.ROLES) {
                OfferedForms.of(open(role, page.getValue())).stream()
                        .filter(it -> !it.name().equals("/logout"))
                        .forEach(it -> {
                            forms.putIfAbsent(it.name(), it);
                            offeredTo
                                    .computeIfAbsent(it.name(), name -> new ArrayList<>())
                                    .add(role);
                        });
            }
            for (var form : forms.values()) {
                for (String role : StaffDesk.ROLES) {
                    if (!Objects.requireNonNull(offeredTo.get(form.name())).contains(role)) {
                        var sent = "%s sends %s of the page %s".formatted(role, form.name(), page.getKey());
                        assertThat(isRefused(role, form)).as(sent).isTrue();
                        assertThat(everything())
                                .as(sent + ": nothing is written")
                                .isEqualTo(before);
                    }
                }
            }
        }
    }

    private static boolean isRefused(String role, Form form) throws Exception {
        var request = form.multipart()
                ? multipart(form.action()).file(new MockMultipartFile("file", "a.csv", "text/csv", new byte[] {65}))
                : post(form.action());
        form.fields().forEach((name, value) -> {
            if (!name.equals("file")) {
                request.param(name, value);
            }
        });
        var answer = browser.perform(request.with(csrf()).with(session(role))).andReturn();
        var status = answer.getResponse().getStatus();
        // or done for nobody: a drafter who signs is told that the drafts are their own
        return status == 403
                || status == 404
                || answer.getFlashMap().get("refused") != null
                || answer.getFlashMap().get("done") != null;
    }

    /** What acts would leave behind. */
    private static String everything() {
        return house.text("""
                select (select string_agg(decision_id || state || coalesce(returned_because, ''), ' ' order by decision_id) from casework.face_decision)
                    || (select count(*) from registry.recording) || ' ' || (select count(*) from jobs.job) || ' '
                    || (select string_agg(payroll_id || state, ' ') from payments.payroll)
                    || (select count(*) from exchange.brought_file) || ' ' || (select count(*) from access.face_officer)
                    || ' ' || (select count(*) from determination.release) || ' ' || (select count(*) from ledger.entry)""");
    }

    private static String open(String role, String path) throws Exception {
        return browser.perform(get(path).with(session(role)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor session(String role) {
        return commune.session(Objects.requireNonNull(OFFICERS.get(role)), role);
    }
}
