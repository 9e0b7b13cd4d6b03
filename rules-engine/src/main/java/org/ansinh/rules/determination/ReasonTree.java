package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.language.Form;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a run of one programme for one subject sees, day after day. What says the same as on the days before is the
 * same object, from a condition up to the list of provisions.
 */
final class ReasonTree {

    private final ProgrammeRun run;
    private final Wording wording;
    private final Kept<Reason.OfProvision> provisions;
    private final Kept<Reason.OfCondition> conditions;
    private final Telling telling;
    private final Reason.OfProvision[] inForce;
    private final Reason.OfCondition[] saying;
    private List<Reason.OfProvision> listed = List.of();
    private Reason.@Nullable OfProgramme told;
    private int event = EventDays.NONE;

    /** The last thing told of each, and until when it is told so. */
    private static final class Kept<T> {
        private final @Nullable Object[] told;
        private final int[] until;

        private Kept(int size) {
            told = new @Nullable Object[size];
            until = new int[size];
        }

        @SuppressWarnings("unchecked")
        private @Nullable T last(int i) {
            // Only what keep() was given is ever put in.
            return (T) told[i];
        }

        private T keep(int i, T it, int last) {
            told[i] = it;
            until[i] = last;
            return it;
        }
    }

    ReasonTree(ProgrammeRun run) {
        this.run = run;
        this.telling = run.scene().session().telling();
        this.wording = run.law().wording();
        this.provisions = new Kept<>(run.law().ways().size());
        this.conditions = new Kept<>(wording.conditions());
        this.inForce = new Reason.OfProvision[run.law().ways().size()];
        this.saying = new Reason.OfCondition[wording.mostConditions()];
    }

    /** Why, on the day that the run looks at; the same object as before where all of it is the same. */
    Reason.OfProgramme reason(ReasonsLater.Piece piece, int place) {
        var said = provisions();
        var lost = lostTo(piece.finding(), place);
        var last = told;
        if (last != null
                && said == last.provisions()
                && piece.standing() == last.standing()
                && event == run.event()
                && lost.equals(last.lostTo())) {
            return last;
        }
        var programme = run.law().programme();
        event = run.event();
        told = new Reason.OfProgramme(
                programme.id(),
                programme.label(),
                event == EventDays.NONE ? Optional.empty() : Optional.of(Days.of(event)),
                piece.standing(),
                programme.combination().basis(),
                said,
                lost);
        return told;
    }

    private Optional<Reason.LostTo> lostTo(Finding finding, int place) {
        var shutOut = finding.shutOut();
        if (shutOut == null) {
            return Optional.empty();
        }
        var own = run.scene().book().subjectAt(run.law().programme().subject(), place);
        return Optional.of(new Reason.LostTo(
                shutOut.rule().id(),
                shutOut.by().programme().id(),
                shutOut.of().equals(own) ? Optional.empty() : Optional.of(shutOut.of()),
                Words.shutOut(shutOut, own),
                run.floor(),
                shutOut.rule().basis(),
                shutOut.rule().certainty()));
    }

    /** Those in force, in the same list as long as they are told the same. */
    private List<Reason.OfProvision> provisions() {
        if (!run.isAlive()) {
            return List.of();
        }
        boolean isSame = Long.bitCount(run.inForce()) == listed.size();
        int n = 0;
        for (long rest = run.inForce(); rest != 0; rest &= rest - 1) {
            var provision = told(Long.numberOfTrailingZeros(rest));
            isSame = isSame && listed.get(n) == provision;
            inForce[n++] = provision;
        }
        if (!isSame) {
            listed = list(inForce, n);
        }
        return listed;
    }

    private Reason.OfProvision told(int way) {
        var scene = run.scene();
        var last = provisions.last(way);
        if (last != null && scene.day() <= provisions.until[way]) {
            scene.holdsUntil(provisions.until[way]);
            return last;
        }
        var silent = scene.mind().heard().provision(run.law().index(), way);
        if (silent != null) {
            return provisions.keep(way, silent, FactBook.FOREVER);
        }
        int outside = scene.begin();
        var told = provision(way, last);
        return provisions.keep(way, told, scene.end(outside));
    }

    private Reason.OfProvision provision(int i, Reason.@Nullable OfProvision last) {
        boolean met = (run.met() >> i & 1) == 1;
        boolean open = (run.open() >> i & 1) == 1;
        var law = wording.provision(i, open);
        var answer = met ? Answer.MET : open ? Answer.UNDETERMINED : Answer.NOT_MET;
        var amount = met || open ? amount(i) : OptionalLong.empty();
        var from = met || open ? amountFrom(i) : List.<Reason.Used>of();
        var said = conditions(i, last);
        if (last != null
                && said == last.conditions()
                && last.law() == law
                && last.answer() == answer
                && last.amount().equals(amount)
                && last.amountFrom().equals(from)) {
            return last;
        }
        return new Reason.OfProvision(law, answer, amount, said, from);
    }

    private OptionalLong amount(int i) {
        if (run.law().ways().get(i).amount().isEmpty()) {
            return OptionalLong.empty();
        }
        long amount = run.amount(i);
        return amount == Form.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(amount);
    }

    private List<Reason.Used> amountFrom(int i) {
        var way = run.law().ways().get(i);
        telling.clear();
        run.tellAmount(way, telling);
        way.shown().forEach(it -> it.tell(run.scene(), telling));
        return telling.since(0);
    }

    /**
     * The same list as before where every condition is told the same. What asks the day alone is left out where a condition
     * that asks somebody is not met: it would change nothing.
     */
    private List<Reason.OfCondition> conditions(int way, Reason.@Nullable OfProvision last) {
        var places = wording.conditionsOf(way);
        boolean isOwnAlone = wording.asksDay(way) && isShutOut(places);
        var before = last == null ? List.<Reason.OfCondition>of() : last.conditions();
        int n = 0;
        boolean isSame = true;
        for (int place : places) {
            if (!isOwnAlone || !wording.condition(place).isOfDay()) {
                var said = condition(place);
                isSame = isSame && n < before.size() && before.get(n) == said;
                saying[n++] = said;
            }
        }
        if (isSame && n == before.size()) {
            return before;
        }
        return list(saying, n);
    }

    private static <T> List<T> list(T[] some, int many) {
        return switch (many) {
            case 0 -> List.of();
            case 1 -> List.of(some[0]);
            case 2 -> List.of(some[0], some[1]);
            default -> List.of(Arrays.copyOf(some, many));
        };
    }

    private boolean isShutOut(int[] places) {
        for (int place : places) {
            if (!wording.condition(place).isOfDay() && condition(place).answer() == Answer.NOT_MET) {
                return true;
            }
        }
        return false;
    }

    private Reason.OfCondition condition(int place) {
        var scene = run.scene();
        var last = conditions.last(place);
        if (last != null && scene.day() <= conditions.until[place]) {
            scene.holdsUntil(conditions.until[place]);
            return last;
        }
        var words = wording.condition(place);
        var known = run.known(words.condition());
        if (known.isAlways()) {
            last = scene.mind().heard().condition(run.law().index(), place);
        } else if (last == null
                || last.answer() != Answer.of(known.value())
                || !last.used().equals(known.told())) {
            last = words.told(known.value(), known.told());
        }
        return conditions.keep(place, last, known.to());
    }
}
