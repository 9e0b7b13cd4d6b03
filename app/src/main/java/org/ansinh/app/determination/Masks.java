package org.ansinh.app.determination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.FactDefinition.Sensitivity;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;

/**
 * What may be told to whom. In a file a hidden fact never leaves, nor a decision that would give it away: its level or the very programme tells. On a page it is told to
 * whoever has a purpose for which the dictionary allows it, like a sensitive fact. Nothing marks the place: a mark would tell as much as the value.
 */
public final class Masks {

    private final LawPack pack;
    private final Optional<Set<String>> purposes;
    private final boolean paper;

    /** @param purposes of whoever reads; none for the house itself and for an inspector, who reads everything */
    public Masks(LawPack pack, Optional<Set<String>> purposes) {
        this(pack, purposes, false);
    }

    private Masks(LawPack pack, Optional<Set<String>> purposes, boolean paper) {
        this.pack = pack;
        this.purposes = purposes;
        this.paper = paper;
    }

    /** The same reader where what is told leaves the house: what is hidden is told to nobody, an inspector not excepted. */
    public Masks onPaper() {
        return new Masks(pack, purposes, true);
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

    /** A fact on the page of one person or household. */
    public boolean tells(FactDefinition fact) {
        return paper ? leaves(fact) : fact.sensitivity() == Sensitivity.ORDINARY || isFor(fact.purposes());
    }

    /** A fact by its id; what the dictionary does not have has nothing to hide. */
    public boolean tellsFact(String id) {
        return pack.dictionary().fact(id).map(this::tells).orElse(true);
    }

    /** Whether it may be said that somebody stands under a provision: whoever works for its programme must know. */
    public boolean tells(Programme programme, Provision provision) {
        return !provision.hidden() || !paper && isFor(List.of(programme.id()));
    }

    /** Whether it may be said that a programme has anything to do with somebody. */
    public boolean tells(Programme programme) {
        return !programme.hidden() || !paper && isFor(List.of(programme.id()));
    }

    /** Whether something written, a decision's frozen answer, names no provision of the programme that may not be told. */
    public boolean tells(String programme, String written) {
        return pack.programme(programme).stream()
                .flatMap(it -> it.provisions().stream().filter(provision -> !tells(it, provision)))
                .noneMatch(it -> written.matches("(?s).*\\b" + it.id() + "\\b.*"));
    }

    private boolean isFor(List<String> allowed) {
        return purposes.map(mine -> allowed.stream().anyMatch(mine::contains)).orElse(true);
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

    /**
     * Provisions of a programme whose beneficiaries are not named in public: hidden ones, and those that rest on somebody having what the dictionary calls sensitive. That
     * somebody must not have it ({@code !person.detained}) tells nothing.
     */
    public Set<String> notToBePosted(String programme) {
        var words = pack.dictionary().facts().stream()
                .filter(it -> it.sensitivity() != Sensitivity.ORDINARY)
                .map(it -> Pattern.compile("(?<![!\\w.])" + Pattern.quote(it.id()) + "\\b"))
                .toList();
        var found = new TreeSet<String>();
        pack.programme(programme)
                .ifPresent(it -> it.provisions().stream()
                        .filter(provision -> provision.hidden()
                                || provision.conditions().stream()
                                        .anyMatch(rule -> words.stream()
                                                .anyMatch(word -> word.matcher(
                                                                rule.when().text())
                                                        .find())))
                        .forEach(provision -> found.add(provision.id())));
        return found;
    }
}
