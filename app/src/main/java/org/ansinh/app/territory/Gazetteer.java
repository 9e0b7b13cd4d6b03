package org.ansinh.app.territory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Every commune-level unit of the province with its days, from the room's own table. Names are compared without tone marks, without their kind and without
 * caring where the mark of "hoà" stands.
 */
public final class Gazetteer {

    private static final String TABLE = "communes.csv";
    private static final int SUGGESTIONS = 5;

    private final List<Commune> units;

    private Gazetteer(List<Commune> units) {
        this.units = List.copyOf(units);
    }

    public static Gazetteer read() {
        var table = Gazetteer.class.getResourceAsStream(TABLE);
        if (table == null) {
            throw new IllegalStateException("The table of communes %s is missing from the build.".formatted(TABLE));
        }
        try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return new Gazetteer(lines.lines()
                    .filter(it -> !it.startsWith("#"))
                    .skip(1)
                    .map(Gazetteer::unit)
                    .toList());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static Commune unit(String line) {
        var cell = line.split(",", -1);
        var to = cell[5].isEmpty() ? DateRange.LAST_DAY : LocalDate.parse(cell[5]);
        return new Commune(
                cell[0],
                cell[1],
                cell[2],
                filled(cell[3]),
                new DateRange(LocalDate.parse(cell[4]), to),
                filled(cell[6]),
                filled(cell[7]).map(it -> new Commune.Region(it, LocalDate.parse(cell[8]))));
    }

    private static Optional<String> filled(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    public List<Commune> all() {
        return units;
    }

    public List<Commune> on(LocalDate day) {
        return units.stream().filter(it -> it.days().includes(day)).toList();
    }

    public Optional<Commune> byCode(String code, LocalDate day) {
        return units.stream()
                .filter(it -> it.code().equals(code) && it.days().includes(day))
                .findFirst();
    }

    /**
     * What a code or name means on a day. {@code district} settles namesakes of before July 2025. A code is read as of the day first: a code that named
     * something on that day means that, whatever else it was before.
     */
    public Resolution resolve(String words, @Nullable String district, LocalDate day) {
        var asked = words.strip();
        return asked.matches("\\d{1,5}") ? byDigits(asked, day) : byName(asked, district, day);
    }

    private Resolution byDigits(String digits, LocalDate day) {
        var code = "0".repeat(5 - digits.length()) + digits;
        var known = units.stream().filter(it -> it.code().equals(code)).toList();
        return settle(known, day, () -> List.of());
    }

    private Resolution byName(String name, @Nullable String district, LocalDate day) {
        var kind = kindOf(name);
        var bare = bare(name);
        var named = units.stream()
                .filter(it -> bare(it.name()).equals(bare))
                .filter(it -> kind.isEmpty() || bare(it.kind()).equals(kind))
                .filter(it -> district == null
                        || district.isBlank()
                        || it.district()
                                .map(d -> bareDistrict(d).equals(bareDistrict(district)))
                                .orElse(true))
                .toList();
        return settle(named, day, () -> nearest(bare));
    }

    private Resolution settle(List<Commune> known, LocalDate day, java.util.function.Supplier<List<Commune>> nearest) {
        var then = known.stream().filter(it -> it.days().includes(day)).toList();
        if (then.size() == 1) {
            return new Resolution.Found(then.getFirst());
        }
        if (then.size() > 1) {
            return new Resolution.Ambiguous(then);
        }
        var gone = known.stream().filter(it -> it.days().to().isBefore(day)).toList();
        var heirs = gone.stream()
                .flatMap(it -> it.successor().stream())
                .distinct()
                .flatMap(it -> byCode(it, day).stream())
                .toList();
        if (heirs.size() == 1) {
            return new Resolution.Forwarded(heirs.getFirst(), gone.getFirst());
        }
        if (heirs.size() > 1) {
            return new Resolution.Ambiguous(gone);
        }
        return known.isEmpty() ? new Resolution.Unknown(nearest.get()) : new Resolution.NotYet(known.getFirst());
    }

    private List<Commune> nearest(String bare) {
        return units.stream()
                .sorted(Comparator.comparingInt(it -> distance(bare, bare(it.name()))))
                .limit(SUGGESTIONS)
                .toList();
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[b.length()];
    }

    private static final List<String> KINDS = List.of("thi tran", "phuong", "xa", "tt", "p", "x");

    /** The kind a name begins with, spelled out; empty where it names none. */
    private static String kindOf(String name) {
        var folded = folded(name);
        return KINDS.stream()
                .filter(it -> folded.startsWith(it + " "))
                .findFirst()
                .map(it -> switch (it) {
                    case "tt" -> "thi tran";
                    case "p" -> "phuong";
                    case "x" -> "xa";
                    default -> it;
                })
                .orElse("");
    }

    private static String bare(String name) {
        var folded = folded(name);
        return KINDS.stream()
                .filter(it -> folded.startsWith(it + " "))
                .findFirst()
                .map(it -> folded.substring(it.length() + 1))
                .orElse(folded);
    }

    private static String bareDistrict(String district) {
        var folded = folded(district);
        return Stream.of("thanh pho ", "huyen ", "tp ", "h ")
                .filter(folded::startsWith)
                .findFirst()
                .map(it -> folded.substring(it.length()))
                .orElse(folded);
    }

    private static String folded(String text) {
        var marks = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return marks.toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[.,]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
