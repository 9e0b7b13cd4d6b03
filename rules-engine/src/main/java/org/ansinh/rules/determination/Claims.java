package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.pack.SubjectKind;

/** Finds all that rules between programmes bind together: of one subject, and of those who share its household. */
final class Claims {

    private final FactBook book;
    private final List<CompiledProgramme> programmes;
    private final int firstDay;
    private final int lastDay;
    private final Set<Claim> seen = new HashSet<>();
    private final List<Claim> found = new ArrayList<>();
    private int until = FactBook.FOREVER;

    Claims(Session session, int firstDay, int lastDay) {
        this.book = session.book();
        this.programmes = session.law().programmes();
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /** The asked one and those bound to it; what does not stand binds nobody. In an order that does not depend on who asks. */
    List<Claim> boundTo(CompiledProgramme law, int place, Predicate<Claim> stands) {
        look(claim(law, place), stands);
        for (int i = 0; i < found.size(); i++) {
            var claim = found.get(i);
            for (var rule : claim.law().exclusive()) {
                if (isInForce(rule)) {
                    peers(claim, rule, stands);
                }
            }
        }
        found.sort(Comparator.<Claim>comparingInt(it -> it.law().rank())
                .thenComparing(it -> book.subjectAt(it.kind(), it.place()).number()));
        return found;
    }

    Claim claim(CompiledProgramme law, int place) {
        boolean bindsHome = law.exclusive().stream().anyMatch(ReadyRule::isPerHousehold);
        return new Claim(law, place, bindsHome ? households(law.programme().subject(), place) : List.of());
    }

    /** The last day on which the same are bound together. */
    int until() {
        return until;
    }

    private void look(Claim claim, Predicate<Claim> stands) {
        if (seen.add(claim) && stands.test(claim)) {
            found.add(claim);
        }
    }

    private boolean isInForce(ReadyRule rule) {
        boundary(rule.from(), rule.to());
        return rule.touches(firstDay, lastDay);
    }

    private void boundary(int from, int to) {
        if (lastDay < from) {
            until = Math.min(until, from - 1);
        } else if (firstDay <= to) {
            until = Math.min(until, to);
        }
    }

    private void peers(Claim claim, ReadyRule rule, Predicate<Claim> stands) {
        for (int index : rule.programmes()) {
            var programme = programmes.get(index);
            if (programme.programme().subject() == claim.kind()) {
                look(claim(programme, claim.place()), stands);
            }
            for (int household : rule.isPerHousehold() ? claim.households() : List.<Integer>of()) {
                if (programme.programme().subject() == SubjectKind.HOUSEHOLD) {
                    look(claim(programme, household), stands);
                } else {
                    linked(Link.MEMBERS, household).forEach(it -> look(claim(programme, it), stands));
                }
            }
        }
    }

    private List<Integer> households(SubjectKind kind, int place) {
        return kind == SubjectKind.HOUSEHOLD ? List.of(place) : linked(Link.RESIDENCE, place);
    }

    private List<Integer> linked(Link link, int place) {
        var ends = new ArrayList<Integer>();
        for (int i = book.linkBegin(link, place); i < book.linkEnd(link, place); i++) {
            boundary(book.linkFrom(link, i), book.linkTo(link, i));
            int end = book.linkTarget(link, i);
            if (book.linkFrom(link, i) <= lastDay && book.linkTo(link, i) >= firstDay && !ends.contains(end)) {
                ends.add(end);
            }
        }
        return List.copyOf(ends);
    }
}
