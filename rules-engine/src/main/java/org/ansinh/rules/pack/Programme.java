package org.ansinh.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ansinh.timeline.DateRange;

/** One programme of the law: what it gives, to whom, and how it is worked. */
public record Programme(
        String id,
        Text label,
        SubjectKind subject,
        Kind kind,
        AmountKind amountKind,
        Period period,
        Payee payee,
        LevelOn levelOn,
        boolean hidden,
        Work work,
        List<Provision> provisions,
        Combination combination,
        Map<String, ReasonText> reasons,
        Place place) {

    /** How binding the law is. */
    public enum Kind {
        RIGHT,
        QUOTA,
        DISCRETION,
        BANK
    }

    /** Whether the amount is what is paid, or the least that must be. */
    public enum AmountKind {
        EXACT,
        AT_LEAST
    }

    /** What one line of money stands for. */
    public enum Period {
        MONTH,
        QUARTER,
        ONCE,
        STANDING
    }

    /** Who is paid, which need not be who benefits. */
    public enum Payee {
        BENEFICIARY,
        HOUSEHOLD_HEAD,
        INSURER,
        CARER
    }

    /** Which day of a month gives its level. */
    public enum LevelOn {
        LAST_MET_DAY,
        FIRST_DAY
    }

    /** How a file of this programme is worked by the office. */
    public record Work(
            List<Authority> decidedBy,
            Optional<Deadline> deadline,
            Optional<Form> form,
            OptionalInt prepareDaysBefore) {}

    /** Who may decide, on which days. */
    public record Authority(DateRange days, String authority, Basis basis, Certainty certainty) {}

    /** Within how many working days the office must answer. */
    public record Deadline(int workingDays, Basis basis, Certainty certainty) {}

    /** The official form on which one asks. */
    public record Form(String code, Text label) {}

    public Optional<Authority> authorityOn(LocalDate day) {
        return work.decidedBy().stream().filter(it -> it.days().includes(day)).findFirst();
    }
}
