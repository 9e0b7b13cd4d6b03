package org.ansinh.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.casework.EntitlementLists.Kind;
import org.ansinh.app.casework.EntitlementLists.ListChoice;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.timeline.DateRange;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A commune of elders born in 1945 who live alone, in a whole house: their officers, and what October 2026 gives them. */
public final class CommuneOfElders {

    public static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    public static final String PASSWORD = "mot mat khau dai";
    static final Locale VIETNAMESE = Locale.of("vi");

    final String code;
    private final ApplicationContext house;

    public CommuneOfElders(ApplicationContext house, String code) {
        this.house = house;
        this.code = code;
    }

    /** @param withoutAnswer who has not been asked about a pension, counted from 1; 0 for nobody */
    public CommuneOfElders withElders(int number, int withoutAnswer, String lastName) {
        Acting.run(Actor.WORKER, () -> {
            var loaded = house.getBean(LoadDesk.class).load(load -> {
                int paper = load.paper(Paper.of("load", "elders-" + code));
                for (int i = 1; i <= number; i++) {
                    elder(load, paper, i, i == number ? lastName : "Nông Thị Số " + i, i != withoutAnswer);
                }
            });
            assertThat(loaded.refusals()).isEmpty();
        });
        return this;
    }

    private void elder(RegisterLoad load, int paper, int i, String name, boolean asked) {
        var always = DateRange.startingOn(LocalDate.of(2020, 1, 1));
        var source = "elders-" + code;
        var home = load.household(
                paper, new HouseholdLine(i, source, "h" + i, code + "-" + i, Optional.empty(), code, always, false));
        var elder = load.person(
                paper, i, source, "p" + i, IdentityLine.of(name, LocalDate.of(1945, 1 + i % 9, 3), "female"), false);
        load.membership(paper, i, elder, home, "residence", "head", always);
        if (asked) {
            load.fact(paper, i, elder, "person.monthly_pension", "", always, FactValue.whole(0), "tờ khai");
        }
    }

    public CommuneOfElders determined() {
        Acting.run(
                Actor.WORKER,
                () -> house.getBean(DeterminationDesk.class)
                        .determineMonth(OCTOBER, DeterminationDesk.Progress.SILENT));
        return this;
    }

    /** A jurist takes responsibility for everything that is unverified; it holds for the whole house. */
    public CommuneOfElders released() {
        as(officer("phap.che." + code, "jurist"), () -> {
            var law = house.getBean(ReleaseDesk.class);
            law.unverified().forEach(it -> law.release(it.what(), "Đã đọc toàn văn nghị định", "Lý Thị Mai"));
            return code;
        });
        return this;
    }

    public OfficerId officer(String login, String role) {
        return officer(login, role, code);
    }

    public OfficerId officer(String login, String role, String commune) {
        return Acting.as(
                Actor.WORKER,
                () -> house.getBean(OfficerDesk.class)
                        .open(
                                new NewOfficer(
                                        login,
                                        "Cán bộ " + login,
                                        Set.of(role),
                                        List.of(commune),
                                        Set.of("social_assistance"),
                                        LocalDate.of(2026, 1, 1),
                                        role.equals("inspector") ? LocalDate.of(2026, 12, 31) : null),
                                PASSWORD,
                                false));
    }

    ListChoice list(Kind kind) {
        return new ListChoice(OCTOBER, kind, "social_pension", Optional.of(code), Optional.empty(), Optional.empty());
    }

    public RequestPostProcessor session(OfficerId officer, String role) {
        var who =
                new SignedIn(officer.number(), "case" + officer.number(), "Cán bộ", Set.of(role), Set.of(code), false);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                who, null, List.of(new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)))));
    }

    static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    <T> T workerReads(Supplier<T> work) {
        var transactions = new TransactionTemplate(house.getBean(PlatformTransactionManager.class));
        return Acting.as(Actor.WORKER, () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }
}
