package org.ansinh.rules.determination;

import java.util.function.IntConsumer;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.SubjectKind;

/** Whatever can be said of somebody, counted through: facts of each kind of subject, bonds, decisions of each kind of subject. */
final class Sayings {

    private final int[] facts = new int[SubjectKind.values().length];
    private final int[] decisions = new int[SubjectKind.values().length];
    private final int links;
    private final int count;

    Sayings(LawPack pack) {
        int next = 0;
        for (var kind : SubjectKind.values()) {
            facts[kind.ordinal()] = next;
            next += (int) pack.dictionary().facts().stream()
                    .filter(it -> it.subject() == kind)
                    .count();
        }
        for (var kind : SubjectKind.values()) {
            decisions[kind.ordinal()] = next;
            next += pack.programmes().size();
        }
        links = next;
        count = next + Link.countWith(pack.dictionary().relations().size());
    }

    int count() {
        return count;
    }

    int fact(SubjectKind kind, int index) {
        return facts[kind.ordinal()] + index;
    }

    int decision(SubjectKind kind, int programme) {
        return decisions[kind.ordinal()] + programme;
    }

    int link(Link link) {
        return links + link.slot();
    }

    /** Everything that is said of somebody on any day, and of every household and village they ever lived in. */
    void each(FactBook book, SubjectKind kind, int place, IntConsumer said) {
        book.eachFact(kind, place, it -> said.accept(fact(kind, it)));
        book.eachDecision(kind, place, it -> said.accept(decision(kind, it)));
        switch (kind) {
            case PERSON -> {
                book.eachRelation(place, it -> said.accept(link(it)));
                follow(book, Link.RESIDENCE, SubjectKind.HOUSEHOLD, place, said);
            }
            case HOUSEHOLD -> follow(book, Link.VILLAGE, SubjectKind.VILLAGE, place, said);
            case VILLAGE -> {}
        }
    }

    private void follow(FactBook book, Link link, SubjectKind to, int place, IntConsumer said) {
        for (int i = book.linkBegin(link, place); i < book.linkEnd(link, place); i++) {
            each(book, to, book.linkTarget(link, i), said);
        }
    }
}
