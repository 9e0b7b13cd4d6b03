package org.ansinh.app.determination.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.ansinh.app.determination.Release;
import org.ansinh.app.pages.ReasonLine;
import org.ansinh.app.pages.TimeBar;
import org.ansinh.app.pages.Writing;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.Combination;
import org.ansinh.rules.pack.Text;
import org.ansinh.rules.pack.ValueType;

/** Turns the engine's tree of reasons into lines of a page, in the reader's words; what nobody confirmed says so, or who answers for it. */
record ReasonWords(LawWords law, ReleasedLaw released) {

    private static final Pattern DAY = Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b");

    private static final Text KEPT_BACK =
            new Text("không hiện theo mục đích của anh/chị", "not shown for your purposes");

    List<ReasonLine> lines(Reason.OfProgramme reason) {
        var because = new ArrayList<ReasonLine>();
        reason.lostTo()
                .ifPresent(lost -> because.add(new ReasonLine(
                        TimeBar.Kind.NOT_MET,
                        law.in(lost.says()),
                        List.of(),
                        basis(lost.basis(), lost.certainty(), Optional.empty()),
                        List.of())));
        together(reason).ifPresent(because::add);
        // What is met first, then what must be asked; the rest is long and rarely read.
        for (var answer : List.of(Answer.MET, Answer.UNDETERMINED, Answer.NOT_MET)) {
            reason.provisions().stream()
                    .filter(it -> it.answer() == answer)
                    .filter(it -> it.answer() != Answer.NOT_MET || law.isTold(reason.programme(), it.provision()))
                    .map(it -> line(reason.programme(), it))
                    .forEach(because::add);
        }
        return because;
    }

    /** Whoever is met by several provisions asks why the money is not that of the other, or not of both. */
    private Optional<ReasonLine> together(Reason.OfProgramme reason) {
        var met = reason.provisions().stream()
                .filter(it -> it.answer() == Answer.MET)
                .flatMapToLong(it -> it.amount().stream())
                .filter(it -> it > 0)
                .toArray();
        var total = reason.standing().amount();
        if (met.length < 2 || total.isEmpty() || reason.combinedBy().isEmpty()) {
            return Optional.empty();
        }
        boolean isFirst = law.pack()
                .programme(reason.programme())
                .filter(it -> it.combination().rule() == Combination.Rule.FIRST)
                .isPresent();
        var rule =
                isFirst ? "first" : total.getAsLong() > Arrays.stream(met).max().getAsLong() ? "added" : "highest";
        var money = new Writing(law.locale()).money(total.getAsLong());
        var says = law.say(
                "entitled.together." + rule,
                money,
                law.cited(reason.combinedBy().get()));
        return Optional.of(new ReasonLine(TimeBar.Kind.MET, says, List.of(), null, List.of()));
    }

    private ReasonLine line(String programme, Reason.OfProvision provision) {
        if (!law.isTold(programme, provision.provision())) {
            return new ReasonLine(
                    kind(provision.answer()), law.unnamed() + amount(provision.amount()), List.of(), null, List.of());
        }
        var because = new ArrayList<ReasonLine>();
        provision.conditions().forEach(it -> because.add(line(programme, provision, it)));
        if (provision.answer() != Answer.NOT_MET) {
            provision.amountFrom().stream()
                    .filter(Reason.OfParameter.class::isInstance)
                    .map(Reason.OfParameter.class::cast)
                    .map(this::line)
                    .forEach(because::add);
        }
        return new ReasonLine(
                kind(provision.answer()),
                law.in(provision.says()) + amount(provision.amount()),
                List.of(),
                basis(provision.basis(), provision.certainty(), released.provision(programme, provision.provision())),
                because);
    }

    private ReasonLine line(String programme, Reason.OfProvision provision, Reason.OfCondition condition) {
        var says =
                condition.answer() == Answer.NOT_MET ? condition.whyNot().orElse(condition.says()) : condition.says();
        var used = condition.used().stream()
                .map(this::used)
                .filter(it -> !it.says().isEmpty())
                .distinct()
                .toList();
        return new ReasonLine(
                kind(condition.answer()),
                law.in(says),
                used,
                basis(
                        condition.basis(),
                        condition.certainty(),
                        released.condition(programme, provision.provision(), condition.condition())),
                List.of());
    }

    private ReasonLine line(Reason.OfParameter figure) {
        return new ReasonLine(
                TimeBar.Kind.MET,
                law.in(figure.label()) + ": " + law.in(figure.value()),
                List.of(),
                basis(figure.basis(), figure.certainty(), released.figure(figure)),
                List.of());
    }

    /** Where the law says so, how sure that is, and who answers for it. */
    private ReasonLine.Law basis(Basis basis, Certainty certainty, Optional<Release> release) {
        return new ReasonLine.Law(
                law.cited(basis),
                certainty.word(),
                release.map(this::answersForIt).orElse(null));
    }

    private ReasonLine.Released answersForIt(Release release) {
        var since = new Writing(law.locale()).dayOf(release.at());
        return new ReasonLine.Released(law.say("entitled.released", release.jurist(), since), release.because());
    }

    private ReasonLine.Used used(Reason.Used used) {
        return switch (used) {
            case Reason.OfFact fact
            when !law.masks().tellsFact(fact.fact()) ->
                new ReasonLine.Used(law.in(fact.label()) + ": " + law.in(KEPT_BACK), null);
            case Reason.OfFact fact -> used(fact);
            case Reason.OfParameter figure ->
                new ReasonLine.Used(law.in(figure.label()) + ": " + law.in(figure.value()), null);
            case Reason.OfOutcome outcome -> new ReasonLine.Used(law.in(outcome.label()), null);
        };
    }

    /** The dictionary's words for who may state a fact have names; what a paper is called stays as it is. */
    private ReasonLine.Used used(Reason.OfFact fact) {
        var label = law.in(fact.label()) + ": ";
        if (fact.value().isEmpty()) {
            return new ReasonLine.Used(label + (law.isEnglish() ? "not known, ask" : "chưa rõ, cần hỏi"), null);
        }
        if (fact.assumed()) {
            return new ReasonLine.Used(label + assumed(fact), null);
        }
        var says = label + fact.value().map(law::in).map(this::withDays).orElseThrow();
        var source = fact.provenance().source();
        var known = law.texts().getMessage("registry.source." + source, null, null, law.locale());
        if (known != null) {
            return new ReasonLine.Used(says + " (" + known + ")", null);
        }
        return new ReasonLine.Used(says, source.isEmpty() ? null : source);
    }

    /** A day that stands for none is far away and would only puzzle: the dictionary says what is meant. */
    private String assumed(Reason.OfFact fact) {
        return law.pack()
                .dictionary()
                .fact(fact.fact())
                .filter(it -> it.type().kind() == ValueType.Kind.DAY)
                .flatMap(it -> it.whenAbsent().says())
                .map(law::in)
                .orElseGet(() -> fact.value().map(law::in).orElse("")
                        + (law.isEnglish() ? " (assumed)" : " (giả định khi chưa ghi nhận)"));
    }

    String withDays(String written) {
        var writing = new Writing(law.locale());
        return DAY.matcher(written).replaceAll(found -> writing.day(LocalDate.parse(found.group())));
    }

    private String amount(OptionalLong amount) {
        return amount.isEmpty() ? "" : ": " + new Writing(law.locale()).money(amount.getAsLong());
    }

    static TimeBar.Kind kind(Answer answer) {
        return switch (answer) {
            case MET -> TimeBar.Kind.MET;
            case NOT_MET -> TimeBar.Kind.NOT_MET;
            case UNDETERMINED -> TimeBar.Kind.UNDETERMINED;
        };
    }
}
