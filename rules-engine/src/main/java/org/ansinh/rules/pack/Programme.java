package org.ansinh.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** One programme of the law: what it gives, to whom, how binding it is, and how it is worked. */
public record Programme(
        String id,
        Text label,
        SubjectKind subject,
        Terms terms,
        Localities localities,
        Owing owing,
        Procedure procedure,
        List<Provision> provisions,
        Combination combination,
        Map<String, ReasonText> reasons,
        Place place) {

    /** How binding the law is, whether it names the amount or a bound of it, and who has to sign for whom. */
    public record Terms(Kind kind, AmountKind amountKind, Decided decided, boolean hidden) {}

    /** What a province may do beside a national programme, and what a provincial one does beside which national one. */
    public record Localities(List<Opening> openings, Optional<Supplement> supplements) {}

    /** The national law lets a province do this, on these days. */
    public record Opening(Locally what, DateRange days, Basis basis, Certainty certainty) {}

    /** A provincial programme does this beside a national one. */
    public record Supplement(String programme, Locally what, Basis basis, Place place) {}

    /** What a province may do: give those more who have the national right, or give it to people who have not. */
    public enum Locally {
        RAISE,
        ADD_GROUP
    }

    /** How binding the law is. Only a right can be missed by somebody who has it. */
    public enum Kind {
        RIGHT,
        WITHIN_QUOTA,
        WITHIN_BUDGET,
        DISCRETION,
        BANK_DECIDES
    }

    /** Whether the amount is what is paid, the least that must be, or the most that may be. */
    public enum AmountKind {
        EXACT,
        AT_LEAST,
        AT_MOST
    }

    /** Whether each person gets a decision of their own or stands on a list that is approved as one. */
    public enum Decided {
        INDIVIDUALLY,
        BY_LIST
    }

    /** What one line of money stands for. */
    public enum Period {
        MONTH,
        QUARTER,
        TERM,
        YEAR,
        ONCE,
        EVENT,
        STANDING
    }

    /** Who is paid, which need not be who benefits: a value of the enumeration {@code payee}. */
    public record Payee(String word) {

        public static final Payee BENEFICIARY = new Payee("beneficiary");
        public static final Payee INSURER = new Payee("insurer");

        /** The words known where the dictionary has no enumeration of its own. */
        static final List<String> WORDS = List.of(
                "beneficiary",
                "household_head",
                "insurer",
                "carer",
                "relatives",
                "school",
                "facility",
                "trainer",
                "employer",
                "supplier",
                "bank");
    }

    /** The same programme with other provisions. */
    public Programme with(List<Provision> otherProvisions) {
        return new Programme(
                id,
                label,
                subject,
                terms,
                localities,
                owing,
                procedure,
                List.copyOf(otherProvisions),
                combination,
                reasons,
                place);
    }

    public Kind kind() {
        return terms.kind();
    }

    public boolean hidden() {
        return terms.hidden();
    }

    public Period period() {
        return owing.period();
    }

    public Payee payee() {
        return owing.payee();
    }

    /** How a file of this programme is worked by the office, as the law has it through time. */
    public record Procedure(
            List<Authority> decidedBy,
            List<Deadline> deadlines,
            List<Form> forms,
            List<Document> documents,
            Optional<Integer> prepareDaysBefore,
            List<Lack> lacks) {

        public boolean lacks(Lack.About about) {
            return lacks.stream().anyMatch(it -> it.about() == about);
        }
    }

    /** What of its working a programme does not say, and why; so that silence is never an oversight. */
    public record Lack(About about, Why why, Text says) {

        /** What there is none of. */
        public enum About {
            DECIDED_BY,
            DEADLINE,
            FORM,
            DOCUMENTS,
            HANDLING
        }

        /** The law has it and nobody of this pack has read it, or the law has none. */
        public enum Why {
            NOT_FOUND,
            NOT_NEEDED
        }
    }

    /** Who may decide, on which days: a value of the enumeration {@code authority}. */
    public record Authority(DateRange days, String authority, Basis basis, Certainty certainty) {}

    /** Within how many working days an office must have done a step; {@code step} is {@code decide} unless said otherwise. */
    public record Deadline(
            String step, Optional<Text> says, DateRange days, int workingDays, Basis basis, Certainty certainty) {}

    /** The official form on which one asks, whoever is met by any provision or by some ({@code provisions} is empty for all). */
    public record Form(
            String code,
            Text label,
            DateRange days,
            List<String> provisions,
            Optional<Basis> basis,
            Optional<Certainty> certainty) {

        public boolean isFor(String provision) {
            return provisions.isEmpty() || provisions.contains(provision);
        }
    }

    /** A paper that has to be shown, for all provisions or for some ({@code provisions} is empty for all). */
    public record Document(
            String id,
            Text label,
            DateRange days,
            List<String> provisions,
            Optional<Basis> basis,
            Optional<Certainty> certainty) {

        public boolean isFor(String provision) {
            return provisions.isEmpty() || provisions.contains(provision);
        }
    }

    public Optional<Authority> authorityOn(LocalDate day) {
        return procedure.decidedBy().stream()
                .filter(it -> it.days().includes(day))
                .findFirst();
    }

    /** The time in which the office must have done a step of a file received on that day. */
    public Optional<Deadline> deadlineOn(LocalDate day, String step) {
        return procedure.deadlines().stream()
                .filter(it -> it.step().equals(step) && it.days().includes(day))
                .findFirst();
    }
}
