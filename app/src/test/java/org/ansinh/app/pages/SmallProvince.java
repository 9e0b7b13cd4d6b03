package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.StaffDesk;
import org.ansinh.app.casework.AnswerDesk;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.casework.ApplicationDesk.Incoming;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.exchange.CompareDesk;
import org.ansinh.app.exchange.ImportDesk;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.app.ledger.FundDesk;
import org.ansinh.app.ledger.FundDesk.NewFund;
import org.ansinh.app.payments.DispatchDesk;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.payments.StatementDesk;
import org.ansinh.app.payments.WarningDesk;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.testing.House;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The demonstration, small, with an officer of every role, in an October in which there is something on every page. */
final class SmallProvince implements AutoCloseable {

    static final String PASSWORD = "mot mat khau dai";
    static final String OTHER_COMMUNE = "01273";
    private static final String COMMUNE = "01290";
    /** Neither of the neighbour. */
    private static final String THIRD_COMMUNE = "01324";

    private static final String NEIGHBOUR = "neighbour";
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final House house;
    private final Map<String, OfficerId> officers = new LinkedHashMap<>();
    private final Map<String, List<String>> told = new LinkedHashMap<>();

    SmallProvince(Path folder) {
        house = House.open(
                "--ansinh.codes=off",
                "--ansinh.demo=true",
                "--ansinh.house.demo=true",
                "--ansinh.people=1500",
                "--ansinh.data=" + folder);
        house.context()
                .getBeanProvider(StartingWork.class)
                .orderedStream()
                .forEach(work -> Acting.run(Actor.WORKER, () -> work.run(Progress.UNWATCHED)));
        StaffDesk.ROLES.forEach(it -> officers.put(it, officer(it, it, "*")));
        officers.put(NEIGHBOUR, officer(NEIGHBOUR, "commune_officer", OTHER_COMMUNE));
        release();
        house.work();
        tell();
        house.work();
    }

    ApplicationContext context() {
        return house.context();
    }

    String address() {
        return "http://127.0.0.1:" + house.context().getEnvironment().getProperty("local.server.port");
    }

    /** For each mapping whose address has variables, or that asks for a parameter: whole addresses. */
    Map<String, List<String>> told() {
        return told;
    }

    List<String> addresses(EveryPage.Asking it) {
        return told.getOrDefault(it.mapping(), it.hasVariables() ? List.of() : List.of(it.mapping()));
    }

    static String login(String reader) {
        return "moi." + reader.replace('_', '.');
    }

    /** An officer of another commune, with every purpose. */
    static String neighbour() {
        return NEIGHBOUR;
    }

    private OfficerId officer(String login, String role, String communes) {
        var purposes =
                Set.of("social_assistance", "social_pension", "health_insurance", "electricity", "education", "merit");
        var to = role.equals("inspector") ? LocalDate.of(2026, 12, 31) : null;
        var from = LocalDate.of(2026, 1, 1);
        return Acting.as(
                Actor.WORKER,
                () -> house.get(OfficerDesk.class)
                        .open(
                                new NewOfficer(
                                        login(login),
                                        "Nông Thị Lan",
                                        Set.of(role),
                                        List.of(communes),
                                        purposes,
                                        from,
                                        to),
                                PASSWORD,
                                false));
    }

    /** What the social pension rests on, so that there is a list to pay; the rest waits, and pages say so. */
    private void release() {
        var law = house.get(ReleaseDesk.class);
        as("jurist", () -> law.unverified("social_pension"))
                .forEach(it -> as("jurist", () -> law.release(it.what(), "Đã đọc toàn văn nghị định", "Lý Thị Mai")));
    }

    private void tell() {
        var person = number(
                "select min(person_id) from registry.face_person where commune_code = '%s' and died_on is null and born < '1951-01-01'"
                        .formatted(COMMUNE));
        var household = number("select household_id from registry.face_person where person_id = " + person);
        var decision = number(
                "select min(decision_id) from casework.face_decision where commune_code = '%s'".formatted(COMMUNE));
        var standing = "?month=2026-10&programme=social_pension&commune=" + COMMUNE;
        told.put("/people/{id}", List.of("/people/" + person, "/people/" + person + "?known=2026-01-01"));
        told.put("/households/{id}", List.of("/households/" + household));
        told.put(
                "/people/{person}/why/{programme}",
                List.of("/people/" + person + "/why/social_pension", "/people/" + person + "/why/health_insurance"));
        told.put("/changes/{kind}", forms(person, household));
        var village = number("select village_id from registry.face_person where person_id = " + person);
        told.put("/village-reports/{village}", List.of("/village-reports/%d?month=2026-10".formatted(village)));
        told.put("/search", List.of("/search", "/search?q=nong", "/search?q=khong+co+ai+ten+nay"));
        told.put(
                "/lists/show",
                Stream.of("ENTITLED", "UNDETERMINED", "WITHOUT_DECISION")
                        .map(it -> "/lists/show" + standing + "&kind=" + it)
                        .toList());
        told.put("/lists/file", List.of("/lists/file" + standing + "&kind=ENTITLED"));
        told.put("/decisions/{number}", List.of("/decisions/" + decision));
        told.put("/payments/standing", List.of("/payments/standing" + standing));
        told.put("/figures/list", List.of("/figures/list?month=2026-10&measure=PEOPLE&by=WHOLE"));
        told.put("/law", List.of("/law", "/law?programme=social_pension", "/law?programme=social_assistance"));
        told.put("/officers/{id}", List.of("/officers/" + officerOf("inspector").number()));
        told.put("/applications", List.of("/applications", "/applications?bucket=TO_SIGN&programme=social_pension"));
        var file = file((int) person);
        told.put("/applications/{id}", List.of("/applications/" + file));
        told.putAll(new SmallPapers(house, officerOf("commune_officer")).told(file));
        told.put("/decisions/{number}/letter.pdf", List.of("/decisions/" + refused(file) + "/letter.pdf"));
        told.put("/applications/new", List.of("/applications/new?person=" + person));
        var signed = number(
                "select max(decision_id) from casework.face_decision where state = 'signed' and commune_code = '%s'"
                        .formatted(COMMUNE));
        told.putAll(new SmallGrievances(house, officerOf("commune_officer"), COMMUNE).told(signed));
        long approved = approved();
        ofList("/payments/" + list(COMMUNE), "/payments/" + approved);
        ofDispatch(approved);
        told.putAll(new SmallCash(house, officerOf("paying_officer"), officerOf("commune_officer"))
                .told(officerOf("provincial_approver"), officerOf("commune_chair")));
        told.putAll(new SmallRecovery(
                        house, officerOf("commune_officer"), officerOf("paying_officer"), officerOf("commune_chair"))
                .told(approved));
        told.putAll(new SmallSuspension(house).told(officerOf("paying_officer"), officerOf("commune_chair")));
        told.putAll(
                new SmallTransfer(house).told(officerOf("paying_officer"), officerOf("commune_chair"), THIRD_COMMUNE));
        told.putAll(new SmallPopulation(house, officerOf("commune_officer"), COMMUNE).told(person));
        ofMoney();
        ofFiles("/exchange/files/" + file(), "/exchange/months/" + compared());
        told.putAll(new SmallInspection(house, officerOf("inspector"), COMMUNE).told(person, household, decision));
        told.put("/months/work/{job}", List.of("/months"));
        told.put("/style/work", List.of("/style"));
    }

    private void ofList(String list, String approved) {
        told.put("/payments/{id}", List.of(list, approved));
        told.put("/payments/{id}/results", List.of(approved + "/results"));
        told.put("/payments/{id}.xlsx", List.of(list + ".xlsx"));
        told.put("/payments/{id}/posting", List.of(approved + "/posting"));
        told.put("/payments/{id}/signatures", List.of(list + "/signatures"));
        told.put("/payments/{id}/difference", List.of(list + "/difference"));
        told.put("/payments/{id}/difference.xlsx", List.of(list + "/difference.xlsx"));
    }

    /** What goes one way is instructed and released, and one paper says that somebody was paid. */
    private void ofDispatch(long list) {
        var desk = house.get(DispatchDesk.class);
        var channel = as("paying_officer", () -> desk.waiting(OCTOBER)).stream()
                .filter(it -> it.payrollId() == list)
                .findFirst()
                .orElseThrow()
                .channel();
        var sent = as("paying_officer", () -> desk.prepare(channel, List.of(list)));
        assertThat(sent).isInstanceOf(DispatchDesk.Sent.Done.class);
        long id = ((DispatchDesk.Sent.Done) sent).dispatchId();
        assertThat(as("commune_chair", () -> desk.release(id))).isInstanceOf(DispatchDesk.Sent.Done.class);
        var first = as("paying_officer", () -> desk.instructions(id, 0, 1)).getFirst();
        var paper = new StatementDesk.PaperAnswer(
                first.key(), StatementDesk.Said.PAID, first.amount(), LocalDate.of(2026, 10, 20), "Phiếu chi 3", "");
        var taken = as("paying_officer", () -> house.get(StatementDesk.class).take(paper));
        assertThat(taken).isInstanceOf(StatementDesk.Taken.Done.class);
        told.put("/dispatches/{id}", List.of("/dispatches/" + id));
        told.put("/statements/{id}", List.of("/statements/" + ((StatementDesk.Taken.Done) taken).statementId()));
    }

    private void ofMoney() {
        told.put(
                "/budgets/allotments/{id}",
                List.of("/budgets/allotments/" + number("select min(allotment_id) from ledger.allotment")));
        told.put(
                "/ledger/accounts/{id}",
                List.of("/ledger/accounts/"
                        + number("select min(account_id) from ledger.account where commune_code = '%s'"
                                .formatted(COMMUNE))));
        told.put(
                "/ledger/entries/{id}",
                List.of("/ledger/entries/"
                        + number("select min(entry_id) from ledger.entry where commune_code <> '%s'"
                                .formatted(OTHER_COMMUNE))));
        as(
                "paying_officer",
                () -> house.get(FundDesk.class)
                        .open(new NewFund("Quỹ Vì người nghèo", COMMUNE, "Quyết định 12/QĐ-UBND", List.of("Sửa nhà"))));
        told.put(
                "/funds/{id}",
                List.of("/funds/"
                        + as("inspector", () -> house.get(FundDesk.class).funds())
                                .getFirst()
                                .id()));
    }

    private void ofFiles(String file, String compared) {
        told.put("/exchange/files/{id}", List.of(file));
        told.put("/exchange/files/{id}/refused.xlsx", List.of(file + "/refused.xlsx"));
        told.put("/exchange/months/{id}", List.of(compared));
        told.put("/exchange/months/{id}.xlsx", List.of(compared + ".xlsx"));
        // pieces that long work asks for again and again: they are looked at within their pages
        told.put("/exchange/files/{id}/work", List.of(file));
        told.put("/exchange/months/{id}/work", List.of(compared));
    }

    /** Every form there is, asked for a person, for a household and for people on their way here: where it is not for such a one the house says so. */
    private List<String> forms(long person, long household) {
        var subjects = List.of("person=" + person, "household=" + household, "move=" + move());
        return kinds().flatMap(it -> Stream.concat(
                        subjects.stream().map(of -> "/changes/" + it + "?" + of),
                        it.equals("fact")
                                ? Stream.of("/changes/fact?person=" + person + "&fact=person.pregnant")
                                : Stream.of()))
                .toList();
    }

    private Stream<String> kinds() {
        return house.context().getBeansOfType(formType()).values().stream()
                .map(it -> String.valueOf(ReflectionTestUtils.<Object>invokeMethod(it, "kind")));
    }

    private static Class<?> formType() {
        try {
            return Class.forName("org.ansinh.app.registry.web.ChangeForm");
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** A household of the neighbours is on its way to a village of this commune. */
    private long move() {
        var household = number("""
                select min(h.household_id) from registry.face_household h
                 where h.commune_code = '%s' and exists (select from registry.face_person p where p.household_id = h.household_id and p.died_on is null)""".formatted(OTHER_COMMUNE));
        var people = house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql("select person_id from registry.face_person where household_id = %d and died_on is null"
                                .formatted(household))
                        .query(Integer.class)
                        .list());
        var left = new Change.Released(people, COMMUNE, LocalDate.of(2026, 10, 1), "", Optional.empty());
        as(NEIGHBOUR, () -> house.get(ChangeDesk.class).record(Paper.of("move-out", "every page"), List.of(left)));
        return as("commune_officer", () -> house.get(ChangeDesk.class).moves())
                .getFirst()
                .moveId();
    }

    /** Somebody asks for what they have no right to; their file is complete. */
    private long file(int person) {
        var desk = house.get(ApplicationDesk.class);
        return as("commune_officer", () -> {
            long file = desk.openFor(person, "low_income_worker", "applicant").orElseThrow();
            desk.receive(List.of(file), new Incoming(LocalDate.of(2026, 10, 19), "A1", ""));
            desk.complete(file);
            return file;
        });
    }

    private long refused(long file) {
        return as(
                "commune_officer",
                () -> house.get(AnswerDesk.class)
                        .draftRefusal(
                                house.get(ApplicationDesk.class).open(file).orElseThrow())
                        .orElseThrow()
                        .number());
    }

    private long list(String commune) {
        var made = as("paying_officer", () -> house.get(PaymentDesk.class).prepare(OCTOBER, "social_pension", commune));
        assertThat(made).isInstanceOf(ListResult.Done.class);
        return ((ListResult.Done) made).payrollId();
    }

    /** The list of the commune with the most decisions, signed for and not to be changed any more. */
    private long approved() {
        var commune = house.text("""
                select commune_code from casework.face_decision where programme = 'social_pension' and commune_code not in ('%s', '%s')
                 group by 1 order by count(*) desc, 1 limit 1""".formatted(COMMUNE, OTHER_COMMUNE));
        var list = list(commune);
        var warnings = house.get(WarningDesk.class);
        as("paying_officer", () -> warnings.warnings(list)).stream()
                .filter(WarningDesk.Warning::isOpen)
                .forEach(it -> as(
                        "paying_officer",
                        () -> warnings.answer(
                                list,
                                it.kind().name().toLowerCase(Locale.ROOT),
                                it.household(),
                                it.subjectId(),
                                "Đã tìm hiểu")));
        assertThat(as("provincial_approver", () -> house.get(PaymentDesk.class).approve(list)))
                .isInstanceOf(ListResult.Done.class);
        return list;
    }

    private long file() {
        return as(
                        "commune_officer",
                        () -> house.get(ImportDesk.class)
                                .bring(csv("""
                Họ và tên;Ngày sinh;Giới tính;Mã hộ
                Nông Văn Sau;3/2/2044;Nam;
                """), "so-theo-doi.csv", LocalDate.of(2026, 10, 20)))
                .number();
    }

    private long compared() {
        return as(
                        "commune_officer",
                        () -> house.get(CompareDesk.class)
                                .bring(csv("""
                STT;Họ và tên;Năm sinh;Số CCCD;Số tiền
                1;Lục Văn Lạ;1940;;500.000
                """), "danh-sach.csv", OCTOBER, "social_pension", Optional.of(COMMUNE)))
                .number();
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private long number(String sql) {
        return house.as(
                Actor.WORKER, () -> house.jdbc().sql(sql).query(Long.class).single());
    }

    private OfficerId officerOf(String reader) {
        return Objects.requireNonNull(officers.get(reader));
    }

    private <T> T as(String reader, Supplier<T> work) {
        return Acting.as(Actor.officer(officerOf(reader)), work::get);
    }

    @Override
    public void close() {
        house.close();
    }
}
