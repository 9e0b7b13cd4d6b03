package org.ansinh.rules.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a folder of law: every file, in a fixed order, gathering every problem. */
public final class PackReader {

    private static final List<String> FOLDERS =
            List.of("instruments", "parameters", "dictionary", "programmes", "forms", "local");

    private static final Pattern LOCAL = Pattern.compile("local/[^/]+/");
    private static final Pattern CASES = Pattern.compile("(local/[^/]+/)?programmes/[^/]+/cases\\.yaml");
    private static final Pattern PROGRAMME = Pattern.compile("programmes/[^/]+/(rules|reasons|cases)\\.yaml");

    private final Map<String, YamlItem> files = new LinkedHashMap<>();
    private final Problems problems = new Problems();

    private PackReader() {}

    /** What reading gave: as much of a pack as could be read, and what is wrong. Only without problems is it a law. */
    public record Reading(LawPack pack, List<Problem> problems) {}

    public static Reading read(Path folder) {
        return read(bytesOf(folder));
    }

    /** A pack from its files by their sorted names, for whoever lays other files over those of a folder. */
    public static Reading read(Map<String, byte[]> bytes) {
        var reader = new PackReader();
        reader.parse(bytes);
        return new Reading(reader.pack(PackHash.of(bytes)), reader.problems.sorted());
    }

    /** Every file of the pack by its path inside the folder, sorted, so that the hash does not depend on the disk. */
    public static Map<String, byte[]> bytesOf(Path folder) {
        var bytes = new TreeMap<String, byte[]>();
        if (!Files.isDirectory(folder)) {
            return bytes;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                var name = folder.relativize(path).toString().replace('\\', '/');
                // A pack may lie inside a project; what the build leaves beside it is no part of the law.
                if (!name.contains("/") || FOLDERS.contains(name.substring(0, name.indexOf('/')))) {
                    bytes.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("The law pack %s cannot be read.".formatted(folder), unreadable);
        }
        return bytes;
    }

    /** Every file stands for itself. Cases are part of the hash, and read by whoever runs them. */
    private void parse(Map<String, byte[]> bytes) {
        bytes.entrySet().parallelStream()
                .filter(it -> !CASES.matcher(it.getKey()).matches())
                .flatMap(it -> parsed(it.getKey(), it.getValue()).stream())
                .toList()
                .forEach(it -> files.put(it.file(), it));
    }

    private Optional<YamlItem> parsed(String file, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return YamlFile.read(file, text, problems);
        } catch (CharacterCodingException notUtf8) {
            problems.add(new Place(file, 1, 1), "the file is not UTF-8; save it as UTF-8 and try again");
            return Optional.empty();
        }
    }

    private LawPack pack(String hash) {
        matching(it -> !isKnown(it))
                .forEach(it -> it.problem("no reader knows this file; see docs/guide/pack.md for where things stand"));
        var instruments = new LinkedHashMap<String, Instrument>();
        in("instruments/").forEach(it -> InstrumentReader.read(it, instruments));
        var reading = new LawReading(problems, instruments);
        repealsMustBeKnown(instruments);
        var dictionary = new DictionaryReader(reading).read(in("dictionary/"));
        var figures = new ParameterReader(reading, dictionary);
        in("parameters/").forEach(figures::read);
        var calendars = new LinkedHashMap<String, Calendar>();
        var years = new CalendarReader(reading);
        matching(it -> it.endsWith("calendars.yaml")).forEach(it -> years.read(it, calendars));
        var reader = new ProgrammeReader(
                reading, dictionary, new OwingReader(reading, dictionary, figures.parameters(), calendars));
        var programmes = programmes(reader);
        reader.checkLocalities(programmes);
        var exclusive = new ArrayList<Exclusive>();
        matching(it -> it.endsWith("programmes/combination.yaml"))
                .forEach(it -> exclusive.addAll(reader.exclusive(it, programmes)));
        var handling = new ArrayList<Handling>();
        var handlings = new HandlingReader(reading, programmes);
        matching(it -> it.endsWith("programmes/handling.yaml")).forEach(it -> handling.addAll(handlings.read(it)));
        var sheets = new FormSheetReader(reading, dictionary, programmes);
        return new LawPack(
                header(reading, dictionary),
                java.util.Collections.unmodifiableMap(instruments),
                figures.parameters(),
                figures.tables(),
                dictionary,
                java.util.Collections.unmodifiableMap(programmes),
                List.copyOf(exclusive),
                List.copyOf(handling),
                in("forms/").stream().flatMap(it -> sheets.read(it).stream()).toList(),
                hash);
    }

    /** A repealed document need not be described, but one that looks misspelt is told. */
    private void repealsMustBeKnown(Map<String, Instrument> instruments) {
        for (var instrument : instruments.values()) {
            if (instrument.inForce().isBefore(instrument.signed())) {
                problems.add(
                        new Place("instruments/", 1, 1),
                        "%s is in force on %s, before it was signed on %s"
                                .formatted(instrument.number(), instrument.inForce(), instrument.signed()));
            }
        }
    }

    private Map<String, Programme> programmes(ProgrammeReader reader) {
        var programmes = new LinkedHashMap<String, Programme>();
        for (var entry : files.entrySet()) {
            var file = entry.getKey();
            if (!file.endsWith("/rules.yaml")) {
                continue;
            }
            var reasonsFile = Optional.ofNullable(files.get(file.replace("/rules.yaml", "/reasons.yaml")));
            var reasons = reasonsFile.map(ProgrammeReader::reasons).orElse(Map.of());
            var programme = reader.read(entry.getValue(), reasons);
            if (programmes.putIfAbsent(programme.id(), programme) != null) {
                problems.add(programme.place(), "the programme %s is already defined".formatted(programme.id()));
            }
        }
        return programmes;
    }

    private LawPack.Header header(LawReading reading, Dictionary dictionary) {
        var root = Optional.ofNullable(files.get("pack.yaml"));
        if (root.isEmpty()) {
            problems.add(new Place("pack.yaml", 1, 1), "the folder has no readable pack.yaml; is it a law pack?");
        }
        return PackHeaderReader.read(root, reading, dictionary);
    }

    private List<YamlItem> in(String folder) {
        return matching(it -> withinItsPlace(it).startsWith(folder));
    }

    private List<YamlItem> matching(Predicate<String> which) {
        return files.entrySet().stream()
                .filter(it -> which.test(it.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isKnown(String file) {
        var place = withinItsPlace(file);
        return place.equals("pack.yaml")
                || place.equals("calendars.yaml")
                || place.startsWith("instruments/")
                || place.startsWith("parameters/")
                || place.startsWith("dictionary/")
                || place.startsWith("forms/")
                || place.equals("programmes/combination.yaml")
                || place.equals("programmes/handling.yaml")
                || PROGRAMME.matcher(place).matches();
    }

    /** What a province adds lies in folders of the same names. */
    private static String withinItsPlace(String file) {
        var local = LOCAL.matcher(file);
        return local.lookingAt() ? file.substring(local.end()) : file;
    }
}
