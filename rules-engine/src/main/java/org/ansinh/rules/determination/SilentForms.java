package org.ansinh.rules.determination;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.PersonList;
import org.ansinh.rules.language.Who;
import org.ansinh.rules.pack.SubjectKind;

/** What would have to be said for a form to say anything else than it does of everybody of whom nothing is said. */
final class SilentForms {

    private final CompiledLaw law;
    private final Sayings sayings;
    private final IntFunction<Optional<Asked>> programme;

    /**
     * What would have to be said ({@link Sayings}).
     *
     * @param isConstant whether nothing else changes it: no figure, and not the day
     */
    record Asked(BitSet sayings, boolean isConstant) {}

    /** {@code programme} tells the same of a whole programme by its place. */
    SilentForms(CompiledLaw law, Sayings sayings, IntFunction<Optional<Asked>> programme) {
        this.law = law;
        this.sayings = sayings;
        this.programme = programme;
    }

    /** Empty where somebody else decides. */
    Optional<Asked> of(Form form) {
        var asked = new Asking();
        return isSilent(form, asked) ? Optional.of(new Asked(asked.sayings, asked.isConstant)) : Optional.empty();
    }

    private static final class Asking {
        private final BitSet sayings = new BitSet();
        private boolean isConstant = true;

        private boolean add(int saying) {
            sayings.set(saying);
            return true;
        }

        private boolean add(Optional<Asked> other) {
            other.ifPresent(it -> {
                sayings.or(it.sayings());
                isConstant &= it.isConstant();
            });
            return other.isPresent();
        }
    }

    private boolean isSilent(Form form, Asking asked) {
        asked.isConstant &= !turns(form);
        return switch (form) {
            case Form.Fact it ->
                isOwn(it.of())
                        && asked.add(sayings.fact(it.of().kind(), it.fact().index()));
            case Form.Decided it ->
                isOfPerson(it.of()) && asked.add(sayings.decision(SubjectKind.PERSON, law.indexOf(it.programme())));
            case Form.Outcome it -> isOfPerson(it.of()) && asked.add(programme.apply(law.indexOf(it.programme())));
            case Form.Level it -> isOfPerson(it.of()) && asked.add(programme.apply(law.indexOf(it.programme())));
            case Form.Quantified it ->
                it.list() instanceof PersonList.Related related
                        && related.variable() == 0
                        && asked.add(sayings.link(related.link()));
            default -> Forms.parts(form).stream().allMatch(it -> isSilent(it, asked));
        };
    }

    /** Whether nothing but facts of whom the answer is about, and of what they live in, decides a form. */
    static boolean isSaid(Form form) {
        return Forms.all(form).stream().allMatch(it -> switch (it) {
            case Form.Fact fact ->
                isOfPerson(fact.of()) && fact.fact().whenAbsent().value().isPresent();
            case Form.Outcome ignored -> false;
            case Form.Level ignored -> false;
            case Form.Decided ignored -> false;
            case Form.Quantified ignored -> false;
            default -> !turns(it);
        });
    }

    private static boolean turns(Form form) {
        return switch (form) {
            case Form.Figure ignored -> true;
            case Form.Lookup ignored -> true;
            case Form.Today ignored -> true;
            case Form.Calendar ignored -> true;
            case Form.Between ignored -> true;
            case Form.AgeIs ignored -> true;
            case Form.On ignored -> true;
            default -> false;
        };
    }

    private static boolean isOwn(Who who) {
        return who.variable() == 0;
    }

    /** Somebody may have no household, and of nobody another thing is told than of a household of which nothing is said. */
    private static boolean isOfPerson(Who who) {
        return isOwn(who) && who.kind() == SubjectKind.PERSON;
    }
}
