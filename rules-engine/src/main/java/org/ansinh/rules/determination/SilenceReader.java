package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ansinh.rules.determination.Memory.Known;
import org.ansinh.rules.determination.SilentForms.Asked;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Owing;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/** Works out what a law says of those of whom nobody has said anything, by asking it about one of them. */
final class SilenceReader {

    private final CompiledLaw law;
    private final Sayings sayings;
    private final SilentForms forms;
    private final Scene scene;
    private final FactBook book;
    private final Map<Integer, Optional<Asked>> programmes = new HashMap<>();
    private final @Nullable Known[] steps;
    private final @Nullable BitSet[] read;

    private SilenceReader(CompiledLaw law) {
        this.book = FactBook.of(law.pack())
                .residence(SilentAnswers.PERSON, SilentAnswers.HOUSEHOLD, DateRange.always())
                .village(SilentAnswers.HOUSEHOLD, SubjectId.village(1), DateRange.always())
                .build();
        this.law = law;
        this.sayings = new Sayings(law.pack());
        this.forms = new SilentForms(law, sayings, this::programme);
        this.scene = new Scene(new Session(law, book, Session.Keeping.EACH), law.variables());
        this.steps = new @Nullable Known[law.shared()];
        this.read = new @Nullable BitSet[law.shared()];
        scene.set(true, book.placeOf(SilentAnswers.PERSON), (int)
                law.pack().header().coversFrom().toEpochDay());
    }

    /** {@code law} without its silence; {@code shared} are its steps by the forms they carry out. */
    static Silence of(CompiledLaw law, Map<Form, SharedStep> shared) {
        var reader = new SilenceReader(law);
        shared.forEach(reader::step);
        var broken = new Broken(law, reader.sayings);
        reader.breaks(broken);
        return new Silence(
                reader.steps, law.programmes().stream().map(reader::told).toList(), broken);
    }

    private void step(Form form, SharedStep step) {
        forms.of(form).filter(it -> it.isConstant() && !step.isCommon()).ifPresent(it -> {
            var telling = new Telling();
            long value = step.of().tell(scene, telling);
            steps[step.place()] = Known.always(value, telling.since(0));
            read[step.place()] = it.sayings();
        });
    }

    /** What would have to be said for a programme to say anything else; constant where it never has anything for anybody. */
    private Optional<Asked> programme(int programme) {
        var known = programmes.get(programme);
        if (known == null) {
            known = all(law.programmes().get(programme));
            programmes.put(programme, known);
        }
        return known;
    }

    private Optional<Asked> all(CompiledProgramme programme) {
        var all = new BitSet();
        var asked = Stream.concat(
                programme.forms().stream(), programme.ways().stream().flatMap(it -> it.amountForm().stream()));
        for (var it : asked.map(forms::of).toList()) {
            if (it.isEmpty()) {
                return Optional.empty();
            }
            all.or(it.get().sayings());
        }
        if (programme.isForPeople()) {
            law.life().died().ifPresent(it -> all.set(saying(it)));
        }
        Optional.ofNullable(programme.event()).ifPresent(it -> event(it, all));
        boolean isConstant = IntStream.range(0, programme.ways().size())
                .allMatch(it -> notMet(programme, it).isPresent());
        return Optional.of(new Asked(all, isConstant));
    }

    private void event(Owing.Event event, BitSet asked) {
        switch (event.happens()) {
            case Owing.OnDayOf it -> asked.set(saying(it.fact()));
            case Owing.OnEach it -> asked.set(saying(it.fact()));
            case Owing.OnFigure ignored -> {}
            case Owing.OnYearDay ignored -> {}
        }
    }

    private int saying(FactDefinition fact) {
        return sayings.fact(fact.subject(), fact.index());
    }

    /** What would have to be said for a provision to be met on any day, as far as one condition shuts it out for all that says nothing. */
    private Optional<BitSet> notMet(CompiledProgramme programme, int way) {
        return programme.ways().get(way).conditions().stream()
                .map(programme.conditions()::get)
                .filter(it -> isNo(steps[it.place()]))
                .map(it -> Objects.requireNonNull(read[it.place()]))
                .min(Comparator.comparingInt(BitSet::cardinality));
    }

    private static boolean isNo(@Nullable Known answered) {
        return answered != null && answered.value() == 0;
    }

    /** What would have to be said for such a provision to be told in another way; empty where its conditions have to be asked all the same. */
    private Optional<BitSet> told(CompiledProgramme programme, int way) {
        var all = new BitSet();
        for (int condition : programme.checks().conditionsOf(way)) {
            var asked = read[programme.conditions().get(condition).place()];
            if (asked == null) {
                return Optional.empty();
            }
            all.or(asked);
        }
        return notMet(programme, way).map(it -> all);
    }

    private Silence.OfProgramme told(CompiledProgramme programme) {
        var wording = programme.wording();
        var conditions = IntStream.range(0, wording.conditions())
                .mapToObj(it -> Optional.ofNullable(condition(programme, it)))
                .toList();
        return new Silence.OfProgramme(
                orNull(conditions),
                orNull(IntStream.range(0, programme.ways().size())
                        .mapToObj(it -> told(programme, it).map(all -> provision(programme, it, conditions)))
                        .toList()),
                programme(programme.index())
                        .map(it -> new SilentAnswers(law, book, programme))
                        .orElse(null));
    }

    private static <T> List<@Nullable T> orNull(List<Optional<T>> some) {
        var list = new ArrayList<@Nullable T>();
        some.forEach(it -> list.add(it.orElse(null)));
        return list;
    }

    private Reason.@Nullable OfCondition condition(CompiledProgramme programme, int place) {
        var words = programme.wording().condition(place);
        var answered = steps[programme.checks().step(words.condition()).place()];
        return answered == null ? null : words.told(answered.value(), answered.told());
    }

    private static Reason.OfProvision provision(
            CompiledProgramme programme, int way, List<Optional<Reason.OfCondition>> conditions) {
        var told = Arrays.stream(programme.wording().conditionsOf(way))
                .filter(it -> !programme.wording().condition(it).isOfDay())
                .mapToObj(it -> conditions.get(it).orElseThrow())
                .toList();
        return new Reason.OfProvision(
                programme.wording().provision(way, false), Answer.NOT_MET, OptionalLong.empty(), told, List.of());
    }

    /** By what is said, the bits of what has to be asked then. */
    private void breaks(Broken broken) {
        for (int i = 0; i < steps.length; i++) {
            broken.step(i, Optional.ofNullable(read[i]));
        }
        for (var programme : law.programmes()) {
            int index = programme.index();
            for (int way = 0; way < programme.ways().size(); way++) {
                broken.notMet(index, way, notMet(programme, way));
                broken.told(index, way, told(programme, way));
            }
            broken.whole(index, programme(index).map(Asked::sayings));
        }
    }
}
