package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.Text;

/**
 * Where somebody stands with a programme on a day, and why not. A group whose name would give a hidden fact away is never a reason on paper.
 *
 * @param refusals what is not fulfilled, each once
 */
record SaidOfFile(Standing standing, List<Refusal> refusals) {

    /** A condition that is not fulfilled, in the words of the pack. */
    record Refusal(String code, Text says, Basis basis) {}

    static Optional<SaidOfFile> on(LocalDate day, Programme programme, ProgrammeOutcome outcome) {
        return outcome.on(day)
                .map(standing -> new SaidOfFile(
                        standing,
                        standing.answer() == Answer.MET
                                ? List.of()
                                : outcome.reasons().on(day).stream()
                                        .flatMap(it -> whyNot(programme, it))
                                        .distinct()
                                        .toList()));
    }

    private static Stream<Refusal> whyNot(Programme programme, Reason.OfProgramme reason) {
        var lost = reason.lostTo().stream().map(it -> new Refusal("lost_to", it.says(), it.basis()));
        var hidden = programme.provisions().stream()
                .filter(Provision::hidden)
                .map(Provision::id)
                .toList();
        var conditions = reason.provisions().stream()
                .filter(it -> it.answer() == Answer.NOT_MET && !hidden.contains(it.provision()))
                .flatMap(it -> it.conditions().stream())
                .filter(it -> it.answer() == Answer.NOT_MET)
                .map(it -> new Refusal(
                        it.code().orElse(it.condition()), it.whyNot().orElse(it.says()), it.basis()));
        return Stream.concat(lost, conditions);
    }
}
