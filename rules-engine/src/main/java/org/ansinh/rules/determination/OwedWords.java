package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.rules.determination.OwedLines.Settled;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Owing;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision.StartRule;
import org.ansinh.rules.pack.Text;
import org.ansinh.rules.pack.ValueType;

/** Writes down what is owed for a period and why so much and no more. */
final class OwedWords {

    private final CompiledLaw law;
    private final CompiledProgramme programme;
    private final SubjectId subject;

    OwedWords(CompiledLaw law, CompiledProgramme programme, SubjectId subject) {
        this.law = law;
        this.programme = programme;
        this.subject = subject;
    }

    OwedLine line(OwedPeriod period, List<Settled> parts) {
        var provisions = new ArrayList<String>();
        var because = new ArrayList<OwedLine.Because>();
        int signed = Integer.MIN_VALUE;
        for (var part : parts) {
            signed = Math.max(signed, part.due().owed().signed());
            programme.names(part.due().owed().provisions()).stream()
                    .filter(it -> !provisions.contains(it))
                    .forEach(provisions::add);
            because(part).stream().filter(it -> !because.contains(it)).forEach(because::add);
        }
        return new OwedLine(
                period,
                parts.getLast().due().month(),
                parts.stream().mapToLong(Settled::amount).sum(),
                programme.programme().payee(),
                List.copyOf(provisions),
                Optional.of(LocalDate.ofEpochDay(signed)),
                List.copyOf(because));
    }

    private List<OwedLine.Because> because(Settled part) {
        var owed = part.due().owed();
        var because = new ArrayList<OwedLine.Because>();
        if (programme.programme().period() == Programme.Period.EVENT) {
            because.add(new OwedLine.Because("event", event(owed.levelDay()), Optional.empty()));
        } else {
            starts(part, because);
            level(owed, because);
        }
        if (owed.isFloor()) {
            because.add(new OwedLine.Because("floor", Words.FLOOR, Optional.empty()));
        }
        var shutOut = part.shutOut();
        if (shutOut != null) {
            var rule = shutOut.rule();
            because.add(new OwedLine.Because(rule.id(), Words.shutOut(shutOut, subject), Optional.of(rule.basis())));
        }
        return because;
    }

    private void starts(Settled part, List<OwedLine.Because> because) {
        for (int i = 0; i < programme.ways().size(); i++) {
            if ((part.due().owed().provisions() >> i & 1) == 1) {
                var rule = OwedMonths.rule(
                        programme.ways().get(i).provision(), part.due().owed().signed());
                because.add(new OwedLine.Because(
                        rule.kind().name().toLowerCase(Locale.ROOT), startWords(rule.kind()), rule.basis()));
            }
        }
    }

    private void level(MonthOwed owed, List<OwedLine.Because> because) {
        var month = OwedMonths.monthOf(owed.levelDay());
        var rule = programme.programme().owing().levelOn(month.atDay(1));
        if (rule == Owing.LevelOn.LAST_MET_DAY
                && owed.levelDay() < month.atEndOfMonth().toEpochDay()) {
            because.add(new OwedLine.Because("last_met_day", Words.LAST_MET_DAY, Optional.empty()));
        }
    }

    private Text event(int day) {
        var shown = law.words().shown(ValueType.DAY, day);
        return new Text("Tính theo ngày xảy ra: " + shown.vi(), "As of the day it happened: " + shown.en());
    }

    private static Text startWords(StartRule.Kind kind) {
        return switch (kind) {
            case MONTH_OF_SIGNATURE ->
                new Text("Hưởng từ tháng ký quyết định", "From the month the decision was signed");
            case MONTH_AFTER_SIGNATURE ->
                new Text("Hưởng từ tháng sau tháng ký quyết định", "From the month after the decision was signed");
            case MONTH_MET -> new Text("Hưởng từ tháng đủ điều kiện", "From the month the conditions were met");
            case MONTH_OF -> new Text("Hưởng từ tháng ghi trên giấy tờ xác nhận", "From the month of the certificate");
            case MONTH_AFTER ->
                new Text(
                        "Hưởng từ tháng liền kề sau tháng xảy ra", "From the month after the one in which it happened");
        };
    }
}
