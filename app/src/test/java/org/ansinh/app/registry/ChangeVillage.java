package org.ansinh.app.registry;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.app.territory.TerritoryDesk.NewVillage;
import org.ansinh.app.territory.TerritoryDesk.Status;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A village with households for tests of changes, in a commune of its own, and the officers of two communes. */
final class ChangeVillage {

    static final String PASSWORD = "mot mat khau dai";
    static final String HERE = "01321";
    static final String THERE = "01297";
    static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static boolean laid;
    private static int village;
    private static int villageThere;
    private static @Nullable OfficerId inspector;

    private final ApplicationContext house;

    private ChangeVillage(ApplicationContext house) {
        this.house = house;
    }

    static synchronized ChangeVillage in(ApplicationContext house) {
        var here = new ChangeVillage(house);
        if (!laid) {
            laid = true;
            Acting.run(Actor.WORKER, here::lay);
        }
        return here;
    }

    private void lay() {
        village = village("CV-01", "Lũng Vai", HERE);
        villageThere = village("CV-02", "Bản Khòn", THERE);
        officer("lan.changes", "Nông Thị Lan", "commune_officer", HERE);
        officer("binh.changes", "Lý Văn Bình", "commune_officer", THERE);
        officer("chu.changes", "Hoàng Văn Chủ", "commune_chair", HERE);
        inspector = officer("thanh.changes", "Triệu Văn Thanh", "inspector", HERE);
    }

    private int village(String code, String name, String commune) {
        var region = List.of(new Status(DateRange.startingOn(SINCE), "iii", "confirmed"));
        return Objects.requireNonNull(house.getBean(TerritoryDesk.class)
                .addVillages(List.of(new NewVillage(
                        code,
                        name,
                        true,
                        Timeline.of(List.of(new Timeline.Span<>(DateRange.startingOn(SINCE), commune))),
                        region,
                        List.of(new Status(DateRange.startingOn(SINCE), "true", "confirmed")))))
                .get(code));
    }

    private OfficerId officer(String login, String name, String role, String commune) {
        return house.getBean(OfficerDesk.class)
                .open(
                        new NewOfficer(
                                login,
                                name,
                                Set.of(role),
                                List.of(commune),
                                Set.of("social_assistance", "social_pension"),
                                SINCE,
                                role.equals("inspector") ? LocalDate.of(2027, 12, 31) : null),
                        PASSWORD,
                        false);
    }

    static int village() {
        return village;
    }

    static int villageThere() {
        return villageThere;
    }

    /** Three generations of their own, of that family name: Đạt (head, 1975), Hoa (his wife, 1978), Mai (his mother, 1949), An (their son, 2015). */
    Family family(String name) {
        var code = "CV-%03d".formatted(NUMBERS.incrementAndGet());
        Acting.run(Actor.WORKER, () -> house.getBean(LoadDesk.class).load(rows -> rows(rows, name, code)));
        int home = number("select household_id from registry.face_household where code = '%s'".formatted(code));
        return new Family(
                code,
                home,
                person(home, name + " Văn Đạt"),
                person(home, name + " Thị Hoa"),
                person(home, name + " Thị Mai"),
                person(home, name + " Gia An"));
    }

    record Family(String code, int household, int dat, int hoa, int mai, int an) {}

    void identify(int person, String number) {
        var who = IdentityLine.of(
                text("select name from registry.face_person where person_id = " + person),
                LocalDate.parse(text("select born::text from registry.face_person where person_id = " + person)),
                "female");
        Acting.run(
                Actor.WORKER,
                () -> house.getBean(LoadDesk.class)
                        .load(rows -> rows.identity(
                                rows.paper(Paper.of("load")), 1, person, DateRange.FIRST_DAY, who.number(number))));
    }

    private int person(int home, String name) {
        return number("select person_id from registry.face_person where household_id = %d and name = '%s'"
                .formatted(home, name));
    }

    int number(String sql) {
        return read(() ->
                house.getBean(JdbcClient.class).sql(sql).query(Integer.class).single());
    }

    String text(String sql) {
        return read(() ->
                house.getBean(JdbcClient.class).sql(sql).query(String.class).single());
    }

    /** How often that was done with somebody's file, as an inspector sees it. */
    int audited(String act, int person) {
        return read(
                Actor.officer(Objects.requireNonNull(inspector)),
                () -> house.getBean(JdbcClient.class)
                        .sql("select count(*)::int from access.audit_entry where act = ? and person_id = ?")
                        .params(act, person)
                        .query(Integer.class)
                        .single());
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        return read(Actor.WORKER, work);
    }

    private <T> T read(Actor actor, java.util.function.Supplier<T> work) {
        return Acting.as(
                actor,
                () -> Objects.requireNonNull(new TransactionTemplate(house.getBean(PlatformTransactionManager.class))
                        .execute(status -> work.get())));
    }

    private static void rows(RegisterLoad rows, String name, String code) {
        int paper = rows.paper(Paper.of("load"));
        var home = rows.household(
                paper,
                new HouseholdLine(
                        1, "changes", code, code, Optional.of(village), HERE, DateRange.startingOn(SINCE), true));
        var dat = rows.person(
                paper,
                1,
                "changes",
                code + "d",
                IdentityLine.of(name + " Văn Đạt", LocalDate.of(1975, 3, 2), "male"),
                true);
        var hoa = rows.person(
                paper,
                2,
                "changes",
                code + "h",
                IdentityLine.of(name + " Thị Hoa", LocalDate.of(1978, 6, 9), "female")
                        .ethnicGroup("tay"),
                true);
        var mai = rows.person(
                paper,
                3,
                "changes",
                code + "m",
                IdentityLine.of(name + " Thị Mai", LocalDate.of(1949, 8, 20), "female"),
                true);
        var an = rows.person(
                paper,
                4,
                "changes",
                code + "a",
                IdentityLine.of(name + " Gia An", LocalDate.of(2015, 1, 9), "male"),
                true);
        rows.membership(paper, 1, dat, home, "residence", "head", DateRange.startingOn(SINCE));
        rows.membership(paper, 2, hoa, home, "residence", "spouse", DateRange.startingOn(SINCE));
        rows.membership(paper, 3, mai, home, "residence", "parent", DateRange.startingOn(SINCE));
        rows.membership(paper, 4, an, home, "residence", "child", DateRange.startingOn(SINCE));
        rows.relation(paper, 4, dat, an, "person.raises", DateRange.startingOn(LocalDate.of(2015, 1, 9)));
        rows.relation(paper, 4, hoa, an, "person.raises", DateRange.startingOn(LocalDate.of(2015, 1, 9)));
        rows.fact(
                paper,
                1,
                home,
                "household.class",
                "",
                new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                FactValue.words("poor"),
                "commune_officer");
        rows.fact(
                paper,
                3,
                mai,
                "person.monthly_pension",
                "",
                DateRange.startingOn(LocalDate.of(2024, 1, 1)),
                FactValue.whole(0),
                "social_insurance");
    }

    /** One of the village's officers at a browser. */
    static MockHttpSession signedIn(MockMvc browser, String login) throws Exception {
        var session = new MockHttpSession();
        browser.perform(post("/login")
                        .session(session)
                        .with(csrf())
                        .param("username", login)
                        .param("password", PASSWORD))
                .andExpect(redirectedUrl("/"));
        return session;
    }
}
