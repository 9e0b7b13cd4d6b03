package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.Owing;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A programme whose conditions and amounts are ready to be evaluated; conditions several provisions share exist once.
 * {@code rank} is its place among the programmes that rules exclude, in the order in which those are named.
 */
record CompiledProgramme(
        Programme programme,
        int index,
        List<ConditionRule> rules,
        List<Form> forms,
        List<SharedStep> conditions,
        List<Way> ways,
        Checks checks,
        Wording wording,
        UnverifiedLaw unverified,
        Mix mix,
        List<ReadyRule> exclusive,
        int rank) {

    boolean isForPeople() {
        return programme.subject() == SubjectKind.PERSON;
    }

    /** What must have happened, where a programme gives something once for it. */
    Owing.@Nullable Event event() {
        return programme.owing().event().orElse(null);
    }

    /** One provision: its days, the places of its conditions, its amount, what it shows and the figures it names. */
    record Way(
            Provision provision,
            int from,
            int to,
            List<Integer> conditions,
            Optional<Form> amountForm,
            Optional<Step> amount,
            long most,
            List<Step> shown,
            Set<NamedFigure> figures) {

        boolean isUnverified(LocalDate day) {
            return statically(provision).stream().anyMatch(Certainty::isUnverified)
                    || figures.stream().anyMatch(it -> it.isUnverifiedOn(day));
        }
    }

    /** Every certainty that is written at the provision itself. */
    static List<Certainty> statically(Provision provision) {
        var certainties = new ArrayList<Certainty>();
        certainties.add(provision.certainty());
        provision.conditions().forEach(it -> it.certainty().ifPresent(certainties::add));
        provision.start().forEach(it -> it.certainty().ifPresent(certainties::add));
        provision.stop().certainty().ifPresent(certainties::add);
        return certainties;
    }

    boolean isUnverified(long ways, LocalDate day) {
        for (int i = 0; i < this.ways.size(); i++) {
            if ((ways >> i & 1) == 1 && this.ways.get(i).isUnverified(day)) {
                return true;
            }
        }
        return false;
    }

    List<String> names(long ways) {
        if (ways == 0) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < this.ways.size(); i++) {
            if ((ways >> i & 1) == 1) {
                names.add(this.ways.get(i).provision().id());
            }
        }
        return names;
    }
}
