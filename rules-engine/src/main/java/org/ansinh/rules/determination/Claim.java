package org.ansinh.rules.determination;

import java.util.List;
import java.util.Optional;
import org.ansinh.rules.pack.Exclusive;
import org.ansinh.rules.pack.SubjectKind;

/** One programme for one subject: what the rules between programmes choose among. {@code households} are those it belongs to. */
record Claim(CompiledProgramme law, int place, List<Integer> households) {

    /** A programme and a subject say all; to compare whole programmes would read the law from end to end each time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Claim it && law.index() == it.law.index() && place == it.place;
    }

    @Override
    public int hashCode() {
        return 31 * place + law.index();
    }

    boolean isOf(Claim other) {
        return kind() == other.kind() && place == other.place;
    }

    SubjectKind kind() {
        return law.programme().subject();
    }

    /** The rule by which this one shuts out another wherever both are met, if there is one. */
    Optional<ReadyRule> shutsOut(Claim other, int firstDay, int lastDay) {
        return law.exclusive().stream()
                .filter(it -> it.touches(firstDay, lastDay) && it.rank(other.law) >= 0 && isWithin(it, other))
                .filter(it -> it.law().keep() == Exclusive.Keep.HIGHER || isBefore(it, other))
                .findFirst();
    }

    private boolean isWithin(ReadyRule rule, Claim other) {
        return rule.isPerHousehold() && households.stream().anyMatch(other.households::contains) || isOf(other);
    }

    private boolean isBefore(ReadyRule rule, Claim other) {
        int mine = rule.rank(law);
        int theirs = rule.rank(other.law);
        return mine < theirs || mine == theirs && place < other.place;
    }
}
