package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;

/** What is owed per month or quarter, after programmes that exclude one another have been compared. */
final class OwedLines {

    private final Session session;
    private final OwedMonths months;

    OwedLines(Session session) {
        this.session = session;
        this.months = new OwedMonths(session);
    }

    /** The amount for one month, and the programme it lost to, or -1. */
    record Settled(MonthOwed own, int lostTo) {
        long amount() {
            return lostTo < 0 ? own.amount() : 0;
        }
    }

    Settled month(CompiledProgramme law, int place, YearMonth month, Optional<Decision> supposed) {
        var kind = law.programme().subject();
        var own = months.of(law, place, month, Signatures.of(session.book(), kind, place, law.index(), supposed));
        var rule = session.law().exclusive(law);
        if (own.amount() == 0 || rule.isEmpty()) {
            return new Settled(own, -1);
        }
        var names = rule.get().programmes();
        int mine = names.indexOf(law.programme().id());
        for (int rank = 0; rank < names.size(); rank++) {
            var other = session.law().programme(names.get(rank)).orElseThrow();
            var signatures = Signatures.of(session.book(), kind, place, other.index(), Optional.empty());
            if (rank != mine && !signatures.isEmpty()) {
                long theirs = months.of(other, place, month, signatures).amount();
                if (theirs > own.amount() || theirs == own.amount() && rank < mine) {
                    return new Settled(own, other.index());
                }
            }
        }
        return new Settled(own, -1);
    }

    List<OwedLine> lines(CompiledProgramme law, int place, DateRange days, Optional<Decision> supposed) {
        boolean quarterly = law.programme().period() == Programme.Period.QUARTER;
        var first = YearMonth.from(days.from());
        var last = YearMonth.from(days.to());
        if (quarterly) {
            first = OwedPeriod.quarterOf(first).first();
            last = OwedPeriod.quarterOf(last).last();
        }
        var settled = new LinkedHashMap<OwedPeriod, List<Settled>>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            var period = quarterly ? OwedPeriod.quarterOf(month) : OwedPeriod.month(month);
            settled.computeIfAbsent(period, it -> new ArrayList<>()).add(month(law, place, month, supposed));
        }
        var lines = new ArrayList<OwedLine>();
        settled.forEach((period, parts) -> {
            if (parts.stream().anyMatch(it -> it.own().amount() > 0)) {
                lines.add(line(law, period, parts));
            }
        });
        return List.copyOf(lines);
    }

    private OwedLine line(CompiledProgramme law, OwedPeriod period, List<Settled> parts) {
        var provisions = new ArrayList<String>();
        var because = new ArrayList<OwedLine.Because>();
        int signed = Integer.MIN_VALUE;
        for (var part : parts) {
            if (part.own().amount() > 0) {
                signed = Math.max(signed, part.own().signed());
                law.names(part.own().provisions()).stream()
                        .filter(it -> !provisions.contains(it))
                        .forEach(provisions::add);
                because(law, part).stream().filter(it -> !because.contains(it)).forEach(because::add);
            }
        }
        return new OwedLine(
                period,
                parts.stream().mapToLong(Settled::amount).sum(),
                law.programme().payee(),
                List.copyOf(provisions),
                Optional.of(LocalDate.ofEpochDay(signed)),
                List.copyOf(because));
    }

    private List<OwedLine.Because> because(CompiledProgramme law, Settled part) {
        var because = new ArrayList<OwedLine.Because>();
        for (var way : law.ways()) {
            if (law.names(part.own().provisions()).contains(way.provision().id())) {
                var rule = OwedMonths.rule(way.provision(), part.own().signed());
                because.add(new OwedLine.Because(
                        rule.kind().name().toLowerCase(java.util.Locale.ROOT), startWords(rule.kind()), rule.basis()));
            }
        }
        if (part.own().levelDay()
                < OwedMonths.monthOf(part.own().levelDay()).atEndOfMonth().toEpochDay()) {
            because.add(new OwedLine.Because("last_met_day", Words.LAST_MET_DAY, Optional.empty()));
        }
        if (part.own().isFloor()) {
            because.add(new OwedLine.Because("floor", Words.FLOOR, Optional.empty()));
        }
        if (part.lostTo() >= 0) {
            var rule = session.law().exclusive(law).orElseThrow();
            var winner = session.law().programmes().get(part.lostTo()).programme();
            because.add(new OwedLine.Because(rule.id(), Words.lostTo(winner.label()), Optional.of(rule.basis())));
        }
        return because;
    }

    private static Text startWords(org.ansinh.rules.pack.Provision.StartRule.Kind kind) {
        return switch (kind) {
            case MONTH_OF_SIGNATURE ->
                new Text("Hưởng từ tháng ký quyết định", "From the month the decision was signed");
            case MONTH_MET -> new Text("Hưởng từ tháng đủ điều kiện", "From the month the conditions were met");
            case MONTH_OF -> new Text("Hưởng từ tháng ghi trên giấy tờ xác nhận", "From the month of the certificate");
        };
    }
}
