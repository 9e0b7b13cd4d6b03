package org.ansinh.app.exchange.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.pages.NumberEntry;
import org.ansinh.app.registry.FactValue;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.rules.pack.Text;
import org.ansinh.rules.pack.ValueType;

/** The dictionary as files speak of it: facts, values and programmes by their id or by their name in either language. */
public final class FactWords {

    private static final Set<String> YES = Set.of("co", "yes", "true", "x", "1", "dung");
    private static final Set<String> NO = Set.of("khong", "no", "false", "0", "sai");

    private static final Set<String> HOUSE = Set.of("casework", "payments");

    private final LawPack pack;
    private final Map<String, FactDefinition> facts = new HashMap<>();
    private final Map<String, String> programmes = new HashMap<>();
    private final Map<String, Map<String, String>> values = new ConcurrentHashMap<>();

    public FactWords(LawPack pack) {
        this.pack = pack;
        for (var fact : pack.dictionary().facts()) {
            names(fact.id(), fact.label()).forEach(it -> facts.putIfAbsent(it, fact));
        }
        pack.dictionary().facts().forEach(it -> facts.put(Words.folded(it.id()), it));
        pack.programmes().forEach((id, it) -> names(id, it.label()).forEach(name -> programmes.putIfAbsent(name, id)));
    }

    /** As they are written, which most files keep to, and folded. */
    private static Set<String> names(String id, Text label) {
        var names = new LinkedHashSet<String>();
        Stream.of(id, label.vi(), label.en()).forEach(it -> {
            names.add(it);
            names.add(Words.folded(it));
        });
        return names;
    }

    private static <T> Optional<T> named(Map<String, T> names, String words) {
        var asWritten = names.get(words);
        return Optional.ofNullable(asWritten != null ? asWritten : names.get(Words.folded(words)));
    }

    public Optional<FactDefinition> fact(String words) {
        return named(facts, words).filter(it -> it.subject() != SubjectKind.VILLAGE);
    }

    public Optional<String> programme(String words) {
        return named(programmes, words);
    }

    /** All programmes, as a refusal offers them. */
    public String programmeLabels() {
        return pack.programmes().values().stream().map(it -> it.label().vi()).collect(Collectors.joining("; "));
    }

    /** Facts by their labels, from ids with commas between; a hidden one is not named. */
    public String factLabels(String ids) {
        return Arrays.stream(ids.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .map(id -> fact(id).filter(it -> it.sensitivity() != FactDefinition.Sensitivity.HIDDEN)
                        .map(it -> it.label().vi())
                        .orElse("…"))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Ids and labels of all programmes. */
    public Map<String, String> programmes() {
        var all = new TreeMap<String, String>();
        pack.programmes().forEach((id, it) -> all.put(id, it.label().vi()));
        return all;
    }

    /** The facts that a table of facts may carry. */
    public List<FactDefinition> facts() {
        return pack.dictionary().facts().stream()
                .filter(it -> it.subject() != SubjectKind.VILLAGE && !isStatedByThisHouse(it))
                .toList();
    }

    public SubjectKind subjectOf(String programme) {
        return known(programme).subject();
    }

    /** How many months one payment covers. */
    public int periodMonths(String programme) {
        return known(programme).period() == Programme.Period.QUARTER ? 3 : 1;
    }

    /** Who is paid, by the pack's word. */
    public String payeeKind(String programme) {
        return known(programme).payee().word();
    }

    private Programme known(String programme) {
        return pack.programme(programme).orElseThrow();
    }

    /** What only decisions and payments state: their tables carry it, not the table of facts. */
    public boolean isStatedByThisHouse(FactDefinition fact) {
        return !fact.statedBy().isEmpty() && HOUSE.containsAll(fact.statedBy());
    }

    /** The values a fact may take, as a refusal offers them; empty where there is no list. */
    public String allowed(FactDefinition fact) {
        return switch (fact.type().kind()) {
            case BOOL -> "Có; Không";
            case ENUM -> labels(fact.type().enumeration().orElseThrow());
            default -> "";
        };
    }

    public String labels(String enumeration) {
        return pack.dictionary().enumeration(enumeration).values().stream()
                .map(it -> it.label().vi())
                .collect(Collectors.joining("; "));
    }

    /** The id of an enumeration's value. */
    public Optional<String> valueOf(String enumeration, String words) {
        return named(values.computeIfAbsent(enumeration, this::namesOfValues), words);
    }

    private Map<String, String> namesOfValues(String enumeration) {
        var all = new HashMap<String, String>();
        pack.dictionary()
                .enumeration(enumeration)
                .values()
                .forEach(it -> names(it.id(), it.label()).forEach(name -> all.putIfAbsent(name, it.id())));
        return all;
    }

    public String label(String enumeration, String value) {
        var it = pack.dictionary().enumeration(enumeration);
        int at = it.ordinalOf(value);
        return at < 0 ? value : it.values().get(at).label().vi();
    }

    public String programmeLabel(String id) {
        return pack.programme(id).map(it -> it.label().vi()).orElse(id);
    }

    /** What was meant by these words; empty where they are no such value. */
    public Optional<FactValue> value(FactDefinition fact, String words) {
        return switch (fact.type().kind()) {
            case BOOL -> answer(Words.folded(words));
            case INT, DONG -> NumberEntry.whole(words).map(FactValue::whole);
            case DECIMAL -> NumberEntry.thousandths(words).map(FactValue::whole);
            case DAY ->
                WrittenDay.of(words) instanceof WrittenDay.Read(LocalDate day, var precision) && precision.equals("day")
                        ? Optional.of(FactValue.day(day))
                        : Optional.empty();
            case ENUM -> valueOf(fact.type().enumeration().orElseThrow(), words).map(FactValue::words);
            case TEXT -> Optional.of(FactValue.words(words));
        };
    }

    private static Optional<FactValue> answer(String words) {
        if (YES.contains(words)) {
            return Optional.of(FactValue.YES);
        }
        return NO.contains(words) ? Optional.of(FactValue.NO) : Optional.empty();
    }

    /** As exports write it; {@link #value} reads it back. */
    public String written(FactDefinition fact, FactValue value) {
        return switch (value) {
            case FactValue.Words(var id) ->
                fact.type().kind() == ValueType.Kind.ENUM
                        ? label(fact.type().enumeration().orElseThrow(), id)
                        : id;
            case FactValue.Day(var day) -> WrittenDay.written(day, "day");
            case FactValue.Whole(var whole) ->
                switch (fact.type().kind()) {
                    case BOOL -> whole == 1 ? "Có" : "Không";
                    case DECIMAL -> decimal(whole);
                    default -> Long.toString(whole);
                };
        };
    }

    private static String decimal(long thousandths) {
        return java.math.BigDecimal.valueOf(thousandths, 3)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }
}
