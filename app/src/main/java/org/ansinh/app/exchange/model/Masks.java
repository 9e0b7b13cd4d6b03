package org.ansinh.app.exchange.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.FactDefinition.Sensitivity;
import org.ansinh.rules.pack.LawPack;

/**
 * What may not leave in a file. A hidden fact never does, nor a decision that would give it away: its level or the very programme tells. A sensitive fact leaves with
 * whoever has a purpose for which the dictionary allows it. Nothing marks the place: a mark would tell as much as the value.
 */
public final class Masks {

    private final LawPack pack;
    private final Optional<Set<String>> purposes;

    /** @param purposes of whoever reads; none for the house itself */
    public Masks(LawPack pack, Optional<Set<String>> purposes) {
        this.pack = pack;
        this.purposes = purposes;
    }

    public boolean leaves(FactDefinition fact) {
        return switch (fact.sensitivity()) {
            case ORDINARY -> true;
            case SENSITIVE ->
                purposes.map(mine -> fact.purposes().stream().anyMatch(mine::contains))
                        .orElse(true);
            case HIDDEN -> false;
        };
    }

    /** The facts that are left out, by their labels. */
    public List<String> leftOut() {
        return pack.dictionary().facts().stream()
                .filter(it -> !leaves(it))
                .map(it -> it.label().vi())
                .sorted()
                .toList();
    }

    public List<String> hiddenFacts() {
        return pack.dictionary().facts().stream()
                .filter(it -> it.sensitivity() == Sensitivity.HIDDEN)
                .map(FactDefinition::id)
                .toList();
    }

    /** {@code programme/provision} of every provision that gives a hidden fact away. */
    public List<String> hiddenProvisions() {
        var found = new ArrayList<String>();
        pack.programmes()
                .forEach((id, programme) -> programme.provisions().stream()
                        .filter(it -> it.hidden() || programme.hidden())
                        .forEach(it -> found.add(id + '/' + it.id())));
        return found;
    }

    /** Programmes that have such provisions. */
    public Set<String> tellingProgrammes() {
        var found = new TreeSet<String>();
        hiddenProvisions().forEach(it -> found.add(it.substring(0, it.indexOf('/'))));
        return found;
    }

    /** Nothing of such a programme leaves. */
    public boolean isHidden(String programme) {
        return pack.programme(programme).map(it -> it.hidden()).orElse(false);
    }
}
