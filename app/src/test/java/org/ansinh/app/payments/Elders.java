package org.ansinh.app.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.ansinh.app.casework.DecisionInForce;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.timeline.DateRange;

/** Elders of a commune, each alone at home, with a social pension decided on paper in July. */
final class Elders {

    static final LocalDate SIGNED = LocalDate.of(2026, 7, 6);

    private final String commune;
    private final String source;

    /** @param source how the paper register that they come from is called */
    Elders(String commune, String source) {
        this.commune = commune;
        this.source = source;
    }

    int paper(RegisterLoad load) {
        return load.paper(Paper.of("load", source + "-test"));
    }

    void elder(RegisterLoad load, int paper, int i, YearMonth paidThrough) {
        var always = DateRange.startingOn(LocalDate.of(2020, 1, 1));
        var home = load.household(
                paper,
                new HouseholdLine(
                        i,
                        source,
                        "h" + i,
                        source.toUpperCase(java.util.Locale.ROOT) + "-" + i,
                        Optional.empty(),
                        commune,
                        always,
                        false));
        var elder = load.person(
                paper,
                i,
                source,
                "p" + i,
                IdentityLine.of("Bàn Thị Số " + i, LocalDate.of(1944, i, 3), "female"),
                false);
        load.membership(paper, i, elder, home, "residence", "head", always);
        load.fact(paper, i, elder, "person.monthly_pension", "", always, FactValue.whole(0), "tờ khai");
        load.fact(
                paper,
                i,
                elder,
                "person.paid_through",
                "social_pension",
                DateRange.startingOn(SIGNED),
                FactValue.day(paidThrough.atEndOfMonth()),
                "sổ chi cũ");
    }

    static DecisionInForce decision(int elder) {
        return new DecisionInForce(
                false,
                elder,
                "social_pension",
                new DecisionInForce.SignedPaper("QĐ " + elder, SIGNED, "UBND xã", "Chủ tịch", "Bàn Văn Ký"),
                SIGNED,
                540_000,
                1,
                "beneficiary");
    }
}
