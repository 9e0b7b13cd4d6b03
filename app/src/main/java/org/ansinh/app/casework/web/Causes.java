package org.ansinh.app.casework.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.ansinh.app.casework.AdjustDesk.Cause;
import org.ansinh.app.casework.AdjustDesk.Difference;
import org.ansinh.app.casework.CauseToSign;
import org.ansinh.app.casework.WaitingCause;

/** Many communes' causes as one line each: who signs for a whole area reads ten causes, not four hundred rows. */
final class Causes {

    private Causes() {}

    /** Drafts with the same cause; {@code commune} is named where they are all of one. */
    record ToSign(
            String programme,
            String causeKey,
            String cause,
            String kind,
            List<String> communes,
            long number,
            long monthly,
            long own,
            long unverified) {

        /** How many the reader may sign. */
        public long ready() {
            return number - own - unverified;
        }

        public String commune() {
            return only(communes);
        }
    }

    /** People with the same ground for a decision that nobody drafted. */
    record Waiting(
            String programme,
            String provisions,
            String says,
            boolean right,
            List<String> communes,
            long number,
            long monthly,
            long unverified) {

        public String commune() {
            return only(communes);
        }
    }

    /** People whose level by the law is above the signed one. */
    record Differing(Cause cause, List<String> communes, long number, long rise, long arrears, long unverified) {

        public String commune() {
            return only(communes);
        }
    }

    static Map<String, List<ToSign>> toSign(List<CauseToSign> all) {
        return byProgramme(
                gathered(all, it -> it.programme() + " " + it.causeKey()).stream()
                        .map(group -> new ToSign(
                                group.getFirst().programme(),
                                group.getFirst().causeKey(),
                                group.getFirst().cause(),
                                group.getFirst().kind(),
                                communes(group, CauseToSign::communeCode),
                                sum(group, CauseToSign::number),
                                sum(group, CauseToSign::monthly),
                                sum(group, CauseToSign::own),
                                sum(group, CauseToSign::unverified)))
                        .toList(),
                ToSign::programme);
    }

    /** @param named what the provisions of a programme are called */
    static Map<String, List<Waiting>> waiting(List<WaitingCause> all, boolean right, BinaryOperator<String> named) {
        var wanted = all.stream().filter(it -> it.right() == right).toList();
        return byProgramme(
                gathered(wanted, it -> it.programme() + " " + it.provisions()).stream()
                        .map(group -> new Waiting(
                                group.getFirst().programme(),
                                group.getFirst().provisions(),
                                named.apply(
                                        group.getFirst().programme(),
                                        group.getFirst().provisions()),
                                right,
                                communes(group, WaitingCause::communeCode),
                                sum(group, WaitingCause::number),
                                sum(group, WaitingCause::monthly),
                                sum(group, WaitingCause::unverified)))
                        .toList(),
                Waiting::programme);
    }

    static Map<String, List<Differing>> differing(List<Difference> all) {
        return byProgramme(
                gathered(all, it -> it.cause().toString()).stream()
                        .map(group -> new Differing(
                                group.getFirst().cause(),
                                communes(group, Difference::communeCode),
                                sum(group, Difference::number),
                                sum(group, Difference::rise),
                                sum(group, Difference::arrears),
                                sum(group, Difference::unverified)))
                        .toList(),
                it -> it.cause().programme());
    }

    private static <T> List<List<T>> gathered(List<T> all, Function<T, String> key) {
        var groups = new LinkedHashMap<String, List<T>>();
        all.forEach(it ->
                groups.computeIfAbsent(key.apply(it), name -> new ArrayList<>()).add(it));
        return List.copyOf(groups.values());
    }

    private static <T> Map<String, List<T>> byProgramme(List<T> causes, Function<T, String> programme) {
        var groups = new LinkedHashMap<String, List<T>>();
        causes.forEach(it -> groups.computeIfAbsent(programme.apply(it), name -> new ArrayList<>())
                .add(it));
        return groups;
    }

    private static <T> List<String> communes(List<T> group, Function<T, String> commune) {
        return group.stream().map(commune).distinct().toList();
    }

    private static <T> long sum(List<T> group, Function<T, Long> part) {
        return group.stream().mapToLong(part::apply).sum();
    }

    private static String only(List<String> communes) {
        return Optional.of(communes)
                .filter(it -> it.size() == 1)
                .map(List::getFirst)
                .orElse("");
    }
}
