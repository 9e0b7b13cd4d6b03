package org.ansinh.app.determination.work;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.determination.Masks;
import org.ansinh.rules.determination.Determination;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.determination.Unverified;
import org.ansinh.rules.determination.Why;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;

/**
 * An answer as far as its reader may be told: programmes whose names would give a hidden fact away are left out, provisions that would are left out with their reasons,
 * and values of facts that the reader has no purpose for are taken out of the reasons. Amounts stay.
 */
record Told(LawPack pack, Masks masks) {

    Determination of(Determination answer) {
        return new Determination(
                answer.packHash(),
                answer.subject(),
                answer.days(),
                answer.outcomes().stream()
                        .filter(it -> pack.programme(it.programme())
                                .filter(masks::tells)
                                .isPresent())
                        .map(it -> of(it, pack.programme(it.programme()).orElseThrow()))
                        .toList());
    }

    private ProgrammeOutcome of(ProgrammeOutcome it, Programme programme) {
        // Reasons take long to tell, and are told only where they are read.
        var why = Why.toldBy(() -> it.reasons().map(reason -> of(reason, programme)));
        return new ProgrammeOutcome(
                it.programme(),
                it.subject(),
                it.terms(),
                it.payee(),
                it.standing().map(standing -> of(standing, programme)),
                it.owed().stream().map(line -> of(line, programme)).toList(),
                unverified(it, programme),
                why);
    }

    /** Names of figures tell as much as names of provisions: where one may not be told, only figures that the told reasons read are named. */
    private List<Unverified> unverified(ProgrammeOutcome outcome, Programme programme) {
        var all = outcome.unverified();
        if (programme.provisions().stream().allMatch(it -> masks.tells(programme, it))) {
            return all;
        }
        var read = outcome.reasons().spans().stream()
                .flatMap(span -> of(span.value(), programme).provisions().stream())
                .flatMap(it -> Stream.concat(
                        it.amountFrom().stream(),
                        it.conditions().stream().flatMap(condition -> condition.used().stream())))
                .filter(Reason.OfParameter.class::isInstance)
                .map(it -> ((Reason.OfParameter) it).parameter())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(it -> read.contains(it.what().replaceFirst("@.*", "")))
                .toList();
    }

    private Standing of(Standing it, Programme programme) {
        return new Standing(
                it.answer(),
                it.amount(),
                it.floor(),
                named(it.provisions(), programme),
                named(it.paidBy(), programme),
                it.missing().stream().filter(masks::tellsFact).toList(),
                it.reasons());
    }

    private OwedLine of(OwedLine it, Programme programme) {
        return new OwedLine(
                it.period(),
                it.due(),
                it.amount(),
                it.payee(),
                named(it.provisions(), programme),
                it.signed(),
                it.because());
    }

    private Reason.OfProgramme of(Reason.OfProgramme it, Programme programme) {
        return new Reason.OfProgramme(
                it.programme(),
                it.says(),
                it.event(),
                of(it.standing(), programme),
                it.combinedBy(),
                it.provisions().stream()
                        .filter(provision -> isNamed(provision.provision(), programme))
                        .map(this::of)
                        .toList(),
                it.lostTo());
    }

    private Reason.OfProvision of(Reason.OfProvision it) {
        return new Reason.OfProvision(
                it.law(),
                it.answer(),
                it.amount(),
                it.conditions().stream().map(this::of).toList(),
                told(it.amountFrom()));
    }

    private Reason.OfCondition of(Reason.OfCondition it) {
        return new Reason.OfCondition(it.law(), it.answer(), it.code(), it.whyNot(), told(it.used()));
    }

    private List<Reason.Used> told(List<Reason.Used> used) {
        return used.stream()
                .filter(it -> !(it instanceof Reason.OfFact fact) || masks.tellsFact(fact.fact()))
                .toList();
    }

    private List<String> named(List<String> provisions, Programme programme) {
        return provisions.stream().filter(it -> isNamed(it, programme)).toList();
    }

    private boolean isNamed(String id, Programme programme) {
        return programme.provisions().stream()
                .filter(it -> it.id().equals(id))
                .allMatch(it -> masks.tells(programme, it));
    }
}
