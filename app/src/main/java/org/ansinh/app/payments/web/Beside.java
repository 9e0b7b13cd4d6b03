package org.ansinh.app.payments.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ansinh.app.payments.PaymentDesk.Cause;
import org.ansinh.app.payments.PaymentDesk.Withheld;

/**
 * What is beside a list, gathered by cause and person.
 *
 * @param shown the first people of the cause; {@code more} follow
 */
record Beside(Cause cause, int people, long amount, List<Person> shown, int more) {

    private static final int NAMES = 20;

    /** Somebody with their months of one cause. */
    record Person(String name, String href, List<Withheld> months, long amount, String ask) {
        /** As addresses name them: p12 or h7. */
        public String subject() {
            var first = months.getFirst();
            return SubjectWord.of(first.household(), first.subjectId());
        }
    }

    static List<Beside> of(List<Withheld> all, UnaryOperator<String> facts) {
        var causes = new EnumMap<Cause, LinkedHashMap<String, List<Withheld>>>(Cause.class);
        for (var it : all) {
            causes.computeIfAbsent(it.cause(), cause -> new LinkedHashMap<>())
                    .computeIfAbsent(href(it), href -> new ArrayList<>())
                    .add(it);
        }
        var found = new ArrayList<Beside>();
        causes.forEach((cause, people) -> {
            long amount = people.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(Withheld::amount)
                    .sum();
            var shown = people.entrySet().stream()
                    .limit(NAMES)
                    .map(it -> person(it.getKey(), it.getValue(), facts))
                    .toList();
            found.add(new Beside(cause, people.size(), amount, shown, people.size() - shown.size()));
        });
        return found;
    }

    private static Person person(String href, List<Withheld> months, UnaryOperator<String> facts) {
        return new Person(
                months.getFirst().name(),
                href,
                months,
                months.stream().mapToLong(Withheld::amount).sum(),
                facts.apply(months.getLast().missing()));
    }

    private static String href(Withheld it) {
        return (it.household() ? "/households/" : "/people/") + it.subjectId();
    }
}
