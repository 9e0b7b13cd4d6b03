package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.language.Form.Unit;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Owing;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.timeline.DateRange;

/** On which days something happened to somebody for which a programme gives something once. */
final class EventDays {

    static final int NONE = Integer.MIN_VALUE;

    /** What is seen where a programme does not ask about events. */
    static final Seen NOT_FOR_EVENTS = new Seen(NONE, FactBook.FOREVER, false);

    private static final Seen NOTHING = new Seen(NONE, FactBook.FOREVER, false);

    /** Days of every year are looked up so many years ahead at once. */
    private static final int YEARS_AHEAD = 20;

    /** What happens every year without an end is looked for up to here, to find where it begins. */
    private static final int PLAIN_YEAR = 2100;

    private final FactBook book;
    private final Map<Owing.Event, Known> forEverybody = new IdentityHashMap<>();

    EventDays(FactBook book) {
        this.book = book;
    }

    /** The event the law looks at on a day, until when it does, and whether it is too late to claim it. */
    record Seen(int day, int until, boolean isTooLate) {}

    /** The days of events, oldest first, complete through a day. */
    private record Known(int throughDay, List<Integer> days) {}

    /** On a day the law looks at the latest event up to it. Most people have none; what happens to everybody is looked up once. */
    Seen on(Owing.Event event, int place, int day) {
        return switch (event.happens()) {
            case Owing.OnDayOf it -> on(it.fact(), event, place, day);
            case Owing.OnEach it -> on(it.fact(), event, place, day);
            case Owing.OnFigure ignored -> latest(event, forEverybody(event, place, day), day);
            case Owing.OnYearDay ignored -> latest(event, forEverybody(event, place, day), day);
        };
    }

    private Seen on(FactDefinition fact, Owing.Event event, int place, int day) {
        return book.factBegin(fact, place) == book.factEnd(fact, place)
                ? NOTHING
                : latest(event, all(event, place, LocalDate.ofEpochDay(day).getYear() + 1), day);
    }

    private List<Integer> forEverybody(Owing.Event event, int place, int day) {
        var known = forEverybody.get(event);
        if (known == null || known.throughDay() < day) {
            int year = LocalDate.ofEpochDay(day).getYear() + YEARS_AHEAD;
            known = new Known((int) LocalDate.of(year, 1, 1).toEpochDay() - 1, all(event, place, year));
            forEverybody.put(event, known);
        }
        return known.days();
    }

    private static Seen latest(Owing.Event event, List<Integer> days, int day) {
        int seen = NONE;
        int next = FactBook.FOREVER;
        for (int when : days) {
            if (when > day) {
                next = when - 1;
                break;
            }
            seen = when;
        }
        if (seen == NONE) {
            return new Seen(NONE, next, false);
        }
        int last = lastClaim(event, seen);
        return day > last ? new Seen(seen, next, true) : new Seen(seen, Math.min(next, last), false);
    }

    private static int lastClaim(Owing.Event event, int day) {
        return event.claimMonths()
                .flatMap(it -> it.on(LocalDate.ofEpochDay(day)))
                .map(it -> Anniversary.of(day, it.value(), Unit.MONTHS))
                .orElse(FactBook.FOREVER);
    }

    /** Every event, oldest first, each day once; what happens every year, up to the end of a year. */
    List<Integer> all(Owing.Event event, int place, int throughYear) {
        var days = new ArrayList<Integer>();
        switch (event.happens()) {
            case Owing.OnDayOf it -> namedDays(it.fact(), place, days);
            case Owing.OnEach it -> firstDays(it.fact(), place, days);
            case Owing.OnFigure it -> days.addAll(ofEverybody(it));
            case Owing.OnYearDay it -> days.addAll(ofEverybody(it, book.pack(), throughYear));
        }
        return days.stream().sorted().distinct().toList();
    }

    private static List<Integer> ofEverybody(Owing.OnFigure figure) {
        return figure.figure().values().stream()
                .map(Parameter.DatedValue::value)
                .map(Long::intValue)
                .sorted()
                .distinct()
                .toList();
    }

    private static List<Integer> ofEverybody(Owing.OnYearDay every, LawPack pack, int throughYear) {
        return IntStream.rangeClosed(pack.header().coversFrom().getYear(), throughYear)
                .map(it -> (int) every.day().atYear(it).toEpochDay())
                .boxed()
                .toList();
    }

    /**
     * Between which days the law may be looking at an event on which a provision is in force. Whatever happens to one alone
     * may happen on any day.
     */
    static Days looking(Owing.Event event, LawPack pack, Days inForce) {
        return switch (event.happens()) {
            case Owing.OnDayOf ignored -> Days.ALL;
            case Owing.OnEach ignored -> Days.ALL;
            case Owing.OnFigure it -> looking(event, ofEverybody(it), inForce);
            case Owing.OnYearDay it -> {
                var last = LocalDate.ofEpochDay(inForce.to());
                boolean ends = last.isBefore(DateRange.LAST_DAY);
                var found = looking(event, ofEverybody(it, pack, ends ? last.getYear() + 1 : PLAIN_YEAR), inForce);
                yield ends ? found : new Days(found.from(), FactBook.FOREVER);
            }
        };
    }

    private static Days looking(Owing.Event event, List<Integer> days, Days inForce) {
        int first = Days.NONE.from();
        int last = Days.NONE.to();
        for (int when : days) {
            if (inForce.from() <= when && when <= inForce.to()) {
                int next = days.stream()
                        .mapToInt(it -> it)
                        .filter(it -> it > when)
                        .min()
                        .orElse(FactBook.FOREVER);
                first = Math.min(first, when);
                last = Math.max(last, Math.min(next - 1, lastClaim(event, when)));
            }
        }
        return new Days(first, last);
    }

    /** Days from one to another; {@code NONE} ends before it begins. */
    record Days(int from, int to) {
        static final Days ALL = new Days(Integer.MIN_VALUE, Integer.MAX_VALUE);
        static final Days NONE = new Days(Integer.MAX_VALUE, Integer.MIN_VALUE);
    }

    private void namedDays(FactDefinition fact, int place, List<Integer> days) {
        for (int i = book.factBegin(fact, place); i < book.factEnd(fact, place); i++) {
            days.add((int) book.valueAt(fact, i));
        }
    }

    /** A run that only another source or another recording splits is one event. */
    private void firstDays(FactDefinition fact, int place, List<Integer> days) {
        long nothing = fact.whenAbsent().value().orElse(org.ansinh.rules.language.Form.UNKNOWN);
        for (int i = book.factBegin(fact, place); i < book.factEnd(fact, place); i++) {
            boolean goesOn = i > book.factBegin(fact, place)
                    && book.factTo(fact, i - 1) + 1 == book.factFrom(fact, i)
                    && book.valueAt(fact, i - 1) == book.valueAt(fact, i);
            if (book.valueAt(fact, i) != nothing && !goesOn) {
                days.add(book.factFrom(fact, i));
            }
        }
    }
}
