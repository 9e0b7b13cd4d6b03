package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.ansinh.rules.determination.Memory.Known;
import org.ansinh.rules.determination.Session.Supposed;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.Owing;
import org.jspecify.annotations.Nullable;

/** One programme looked at for one subject on one day: working room that is used again and again, never shared. */
final class ProgrammeRun {

    private static final int NOT_YET = Integer.MIN_VALUE;
    private static final @Nullable Known[] NOT_KEPT = {};

    private final CompiledProgramme law;
    private final Scene scene;
    private @Nullable Memory due;
    private final @Nullable Known[] asked;
    private final Ways ways;
    private final WhyNot whyNot;
    private long met;
    private long open;
    private long inForce;
    private long floor;
    private long ceiling;
    private boolean isAlive;
    private int place;
    private int day = NOT_YET;
    private @Nullable Supposed supposed;
    private @Nullable Seen seen;
    private EventDays.Seen event = EventDays.NOT_FOR_EVENTS;

    /** What was seen on a day, enough to tell it later. */
    record Seen(long met, long open, long inForce, long floor, boolean isAlive, EventDays.Seen event) {}

    /** {@code place} is of whom it will be asked first. */
    ProgrammeRun(Session session, CompiledProgramme law, int place) {
        this.law = law;
        this.place = place;
        this.scene = new Scene(session, session.law().variables());
        this.asked = session.isOfEach() ? new @Nullable Known[law.conditions().size()] : NOT_KEPT;
        this.ways = new Ways(this);
        this.whyNot = new WhyNot(law.checks());
    }

    /**
     * The first condition that fails ends a provision; others are looked at when somebody wants to know. A programme for
     * events is asked as of the day of the latest one.
     */
    void evaluate(int place, int day) {
        if (isAsked(place, day)) {
            return;
        }
        met = 0;
        open = 0;
        inForce = 0;
        floor = 0;
        ceiling = 0;
        isAlive = false;
        var happens = law.event();
        if (happens == null) {
            asOf(place, day);
            return;
        }
        event = scene.session().events().on(happens, place, day);
        scene.set(law.isForPeople(), place, day);
        if (event.day() != EventDays.NONE && !event.isTooLate()) {
            asOf(place, event.day());
        }
    }

    /** Looks again at a day of which it has said what it saw; amounts are worked out anew. */
    void recall(Seen seen, int of, int on) {
        var _ = isAsked(of, NOT_YET);
        met = seen.met();
        open = seen.open();
        inForce = seen.inForce();
        floor = seen.floor();
        isAlive = seen.isAlive();
        event = seen.event();
        scene.set(law.isForPeople(), of, isAlive && event.day() != EventDays.NONE ? event.day() : on);
    }

    Seen seen() {
        boolean isSame = seen != null
                && seen.met() == met
                && seen.open() == open
                && seen.inForce() == inForce
                && seen.floor() == floor
                && seen.isAlive() == isAlive
                && seen.event() == event;
        if (!isSame) {
            seen = new Seen(met, open, inForce, floor, isAlive, event);
        }
        return Objects.requireNonNull(seen);
    }

    /** Whether the very same was asked last; of somebody else nothing is remembered. */
    private boolean isAsked(int of, int on) {
        var now = scene.session().supposed();
        boolean isOfSame = place == of && supposed == now;
        if (!isOfSame) {
            forget();
        }
        if (isOfSame && day == on) {
            return true;
        }
        place = of;
        day = on;
        supposed = now;
        return false;
    }

    private void forget() {
        if (due != null) {
            due.forget();
        }
        Arrays.fill(asked, null);
        ways.forget();
        whyNot.forget();
    }

    private void asOf(int place, int day) {
        scene.set(law.isForPeople(), place, day);
        isAlive = !law.isForPeople() || scene.session().law().life().isAlive(scene, place);
        if (!isAlive) {
            return;
        }
        ways.look();
        met = ways.met();
        open = ways.open();
        inForce = ways.inForce();
        if ((met | open) == 0) {
            return;
        }
        floor = law.mix().floor(met, open, amounts());
        ceiling = open == 0 ? floor : law.mix().ceiling(met, open, amounts());
    }

    /** The provisions in force that ask the day and that nothing said of somebody shuts out. */
    long askingDay() {
        return ways.askingDay(inForce);
    }

    /** The amount of a provision; where the prices of one day hold for a whole period, its figures are those of that day. */
    long amount(int i) {
        var way = law.ways().get(i);
        if (way.provision().hole().isPresent()) {
            return Form.UNKNOWN;
        }
        var known = due;
        if (known == null) {
            known = new Memory(law.ways().size(), false);
            due = known;
        } else {
            var found = known.on(i, scene);
            if (found != null) {
                return found.value();
            }
        }
        int outside = scene.begin();
        long amount = atPrices(way, () -> way.amount().map(it -> it.on(scene)).orElse(0L));
        return known.learn(i, scene, outside, amount, List.of()).value();
    }

    /** What the amount was made of. */
    void tellAmount(CompiledProgramme.Way way, Telling telling) {
        var _ = atPrices(
                way, () -> way.amount().map(it -> it.tell(scene, telling)).orElse(0L));
    }

    private long atPrices(CompiledProgramme.Way way, LongSupplier look) {
        var owing = law.programme().owing();
        if (owing.pricesOn() == Owing.PricesOn.DAY) {
            return look.getAsLong();
        }
        var period = Periods.around(owing, LocalDate.ofEpochDay(scene.day()));
        scene.holdsUntil((int) period.to().toEpochDay());
        long day = owing.pricesOn() == Owing.PricesOn.FIRST_DAY_OF_PERIOD
                ? period.from().toEpochDay()
                : period.to().toEpochDay();
        return scene.atPricesOf(Math.clamp(day, way.from(), way.to()), look);
    }

    long value(int condition) {
        return known(condition).value();
    }

    /** What was found of a condition: what is remembered of each stays as it is, and is at hand here as long as its days last. */
    Known known(int condition) {
        if (asked.length == 0) {
            return law.checks().step(condition).known(scene);
        }
        var known = asked[condition];
        if (known != null && known.isOn(scene.day())) {
            scene.holdsUntil(known.to());
            return known;
        }
        known = law.checks().step(condition).known(scene);
        asked[condition] = known;
        return known;
    }

    /** The answer before other programmes are thought of: met as soon as one provision is, whatever others may be. */
    Answer ownAnswer() {
        return met != 0 ? Answer.MET : open != 0 ? Answer.UNDETERMINED : Answer.NOT_MET;
    }

    /** The answer with its amount: open provisions that could change the amount leave it undetermined. */
    Answer answer() {
        return met != 0 && floor == ceiling
                ? Answer.MET
                : ownAnswer() == Answer.NOT_MET ? Answer.NOT_MET : Answer.UNDETERMINED;
    }

    /** The facts that would settle what is open, as a set of bits; only those that can change something. */
    long missing() {
        if (answer() != Answer.UNDETERMINED) {
            return 0;
        }
        var facts = new long[1];
        for (long rest = open; rest != 0; rest &= rest - 1) {
            if (matters(Long.lowestOneBit(rest))) {
                missing(Long.numberOfTrailingZeros(rest), facts);
            }
        }
        return facts[0];
    }

    private boolean matters(long way) {
        return met == 0
                || law.mix().ceiling(met, way, amounts()) > floor
                || law.mix().floor(met, way, amounts()) < law.mix().level(met, amounts())
                || law.mix().ceiling(met, open & ~way, amounts()) < ceiling;
    }

    private void missing(int i, long[] facts) {
        var way = law.ways().get(i);
        for (int condition : way.conditions()) {
            if (value(condition) == Form.UNKNOWN) {
                law.conditions().get(condition).missing(scene, facts);
            }
        }
        way.amount().filter(it -> amount(i) == Form.UNKNOWN).ifPresent(it -> it.missing(scene, facts));
    }

    /** Nothing is met, because of all conditions that fail. */
    Standing notMet() {
        return whyNot.standing(this);
    }

    CompiledProgramme law() {
        return law;
    }

    Scene scene() {
        return scene;
    }

    /** The last day on which nothing that was read changes; reasons may read more and end it earlier. */
    int until() {
        return isForEvent() ? event.until() : scene.until();
    }

    boolean isForEvent() {
        return law.event() != null;
    }

    /** The day of the event the law looked at, or {@link EventDays#NONE}. */
    int event() {
        return event.day();
    }

    boolean isTooLate() {
        return event.isTooLate();
    }

    boolean isAlive() {
        return isAlive;
    }

    long met() {
        return met;
    }

    long open() {
        return open;
    }

    long inForce() {
        return inForce;
    }

    long floor() {
        return floor;
    }

    long ceiling() {
        return ceiling;
    }

    /** The least that is due wherever anything is: what is met for sure, or else the least of what may be. */
    long leastIfMet() {
        if (met != 0) {
            return floor;
        }
        long least = ceiling;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int way = Long.numberOfTrailingZeros(rest);
            least = Math.min(least, (ways.withoutAmount() >> way & 1) == 1 ? 0 : amounts()[way]);
        }
        return least;
    }

    long paid() {
        return law.mix().paid(met, amounts());
    }

    long[] amounts() {
        return ways.amounts();
    }
}
