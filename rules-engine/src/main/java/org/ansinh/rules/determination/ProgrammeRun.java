package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.ansinh.rules.determination.Session.Supposed;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.Owing;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/** One programme looked at for one subject on one day: working room that is used again and again, never shared. */
final class ProgrammeRun {

    private static final int MET = 0;
    private static final int OPEN = 1;
    private static final int IN_FORCE = 2;
    private static final int FLOOR = 3;
    private static final int CEILING = 4;
    private static final int ALIVE = 5;
    private static final int EVENT = 6;
    private static final int UNTIL = 7;
    private static final int TOO_LATE = 8;
    private static final int NO_AMOUNT = 9;

    private final CompiledProgramme law;
    private final Scene scene;
    private final Memory conditions;
    private final Memory due;
    private final long[] amounts;
    private final long[] state = new long[10];
    private final Checks checks;
    private final WhyNot whyNot;
    private final int[] asked = {Scene.NOBODY, 0, 0};
    private @Nullable Supposed supposed;

    ProgrammeRun(Session session, CompiledProgramme law, int variables) {
        this.law = law;
        this.scene = new Scene(session, variables);
        this.conditions = new Memory(law.conditions().size());
        this.due = new Memory(law.ways().size());
        this.amounts = new long[law.ways().size()];
        this.checks = law.checks();
        this.whyNot = new WhyNot(checks);
    }

    /**
     * {@code whole} evaluates every condition, as reasons need; otherwise the first that fails ends a provision. A programme
     * for events is asked as of the day of the latest one.
     */
    void evaluate(int place, int day, boolean whole) {
        if (isAsked(place, day, whole)) {
            return;
        }
        Arrays.fill(state, 0);
        var event = law.programme().owing().event();
        if (event.isEmpty()) {
            state[EVENT] = EventDays.NONE;
            asOf(place, day, whole);
            return;
        }
        var seen = scene.session().events().on(event.get(), place, day);
        state[EVENT] = seen.day();
        state[TOO_LATE] = seen.isTooLate() ? 1 : 0;
        state[UNTIL] = seen.until();
        scene.set(isPerson(), place, day);
        if (seen.day() != EventDays.NONE && !seen.isTooLate()) {
            asOf(place, seen.day(), whole);
        }
    }

    /** Whether the very same was asked last; of somebody else nothing is remembered. */
    private boolean isAsked(int place, int day, boolean whole) {
        boolean isOfSame = asked[0] == place && supposed == scene.session().supposed();
        if (!isOfSame) {
            conditions.forget();
            due.forget();
        }
        if (isOfSame && asked[1] == day && asked[2] == (whole ? 1 : 0)) {
            return true;
        }
        asked[0] = place;
        asked[1] = day;
        asked[2] = whole ? 1 : 0;
        supposed = scene.session().supposed();
        return false;
    }

    private boolean isPerson() {
        return law.programme().subject() == SubjectKind.PERSON;
    }

    private void asOf(int place, int day, boolean whole) {
        scene.set(isPerson(), place, day);
        state[ALIVE] = !isPerson() || scene.session().law().life().isAlive(scene, place) ? 1 : 0;
        if (state[ALIVE] == 0) {
            return;
        }
        for (int i = 0; i < law.ways().size(); i++) {
            way(i, day, whole);
        }
        if ((met() | open()) == 0) {
            return;
        }
        state[FLOOR] = law.mix().floor(met(), open(), amounts);
        state[CEILING] = open() == 0 ? state[FLOOR] : law.mix().ceiling(met(), open(), amounts);
    }

    private void way(int i, int day, boolean whole) {
        var way = law.ways().get(i);
        if (day < way.from() || day > way.to()) {
            if (day < way.from()) {
                scene.holdsUntil(way.from() - 1);
            }
            return;
        }
        scene.holdsUntil(way.to());
        state[IN_FORCE] |= 1L << i;
        long answer = 1;
        for (int condition : checks.conditionsOf(i)) {
            long value = value(condition);
            answer = answer == 0 || value == 0 ? 0 : Math.min(answer, value);
            if (answer == 0 && !whole) {
                return;
            }
        }
        if (answer != 0) {
            settle(i, way, answer == 1);
        }
    }

    private void settle(int i, CompiledProgramme.Way way, boolean met) {
        long amount = amount(i);
        amounts[i] = amount == Form.UNKNOWN ? way.most() : amount;
        state[NO_AMOUNT] |= amount == Form.UNKNOWN ? 1L << i : 0;
        state[met && amount != Form.UNKNOWN ? MET : OPEN] |= 1L << i;
    }

    /** The amount of a provision; where the prices of one day hold for a whole period, its figures are those of that day. */
    long amount(int i) {
        var way = law.ways().get(i);
        if (way.provision().hole().isPresent()) {
            return Form.UNKNOWN;
        }
        if (due.knows(i, scene)) {
            return due.value(i);
        }
        int outside = scene.begin();
        long amount = atPrices(way, () -> way.amount().map(it -> it.on(scene)).orElse(0L));
        return due.learn(i, scene, outside, amount);
    }

    /** What the amount was made of. */
    void amountUsed(CompiledProgramme.Way way, List<Reason.Used> values) {
        var _ = atPrices(way, () -> {
            way.amount().ifPresent(it -> it.used(scene, values));
            return 0;
        });
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
        if (conditions.knows(condition, scene)) {
            return conditions.value(condition);
        }
        int outside = scene.begin();
        return conditions.learn(
                condition, scene, outside, checks.step(condition).on(scene));
    }

    /** The answer before other programmes are thought of: met as soon as one provision is, whatever others may be. */
    Answer ownAnswer() {
        return met() != 0 ? Answer.MET : open() != 0 ? Answer.UNDETERMINED : Answer.NOT_MET;
    }

    /** The answer with its amount: open provisions that could change the amount leave it undetermined. */
    Answer answer() {
        return met() != 0 && floor() == ceiling()
                ? Answer.MET
                : ownAnswer() == Answer.NOT_MET ? Answer.NOT_MET : Answer.UNDETERMINED;
    }

    /** The facts that would settle what is open, as a set of bits; only those that can change something. */
    long missing() {
        if (answer() != Answer.UNDETERMINED) {
            return 0;
        }
        var facts = new long[1];
        for (long rest = open(); rest != 0; rest &= rest - 1) {
            if (matters(Long.lowestOneBit(rest))) {
                missing(Long.numberOfTrailingZeros(rest), facts);
            }
        }
        return facts[0];
    }

    private boolean matters(long way) {
        return met() == 0
                || law.mix().ceiling(met(), way, amounts) > floor()
                || law.mix().floor(met(), way, amounts) < law.mix().level(met(), amounts)
                || law.mix().ceiling(met(), open() & ~way, amounts) < ceiling();
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

    /** The codes of all conditions that fail. */
    List<String> codes() {
        return whyNot.codes(this);
    }

    CompiledProgramme law() {
        return law;
    }

    Scene scene() {
        return scene;
    }

    /** The last day on which nothing that was read changes; reasons may read more and end it earlier. */
    int until() {
        return isForEvent() ? (int) state[UNTIL] : scene.until();
    }

    boolean isForEvent() {
        return law.programme().owing().event().isPresent();
    }

    /** The day of the event the law looked at, or {@link EventDays#NONE}. */
    int event() {
        return (int) state[EVENT];
    }

    boolean isTooLate() {
        return state[TOO_LATE] == 1;
    }

    boolean isAlive() {
        return state[ALIVE] == 1;
    }

    long met() {
        return state[MET];
    }

    long open() {
        return state[OPEN];
    }

    long inForce() {
        return state[IN_FORCE];
    }

    long floor() {
        return state[FLOOR];
    }

    long ceiling() {
        return state[CEILING];
    }

    /** The least that is due wherever anything is: what is met for sure, or else the least of what may be. */
    long leastIfMet() {
        if (met() != 0) {
            return floor();
        }
        long least = ceiling();
        for (long rest = open(); rest != 0; rest &= rest - 1) {
            int way = Long.numberOfTrailingZeros(rest);
            least = Math.min(least, (state[NO_AMOUNT] >> way & 1) == 1 ? 0 : amounts[way]);
        }
        return least;
    }

    long paid() {
        return law.mix().paid(met(), amounts);
    }

    long[] amounts() {
        return amounts;
    }
}
