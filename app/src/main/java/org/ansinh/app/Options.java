package org.ansinh.app;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.province.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param fillings official texts to lay into the holes of the law pack
 * @param people nothing when nobody asked for a number; so with the seed
 */
record Options(
        String command,
        Path data,
        int port,
        int dbPort,
        @Nullable LocalDate today,
        @Nullable Integer people,
        @Nullable Long seed,
        List<Path> fillings,
        List<String> rest) {
    private static final LocalDate DEMO_DAY = LocalDate.of(2026, 10, 20);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final Set<String> FOR_DEMO = Set.of("--people", "--seed", "--today");
    private static final Set<String> WITH_A_SERVER = Set.of("demo", "start");
    private static final Set<String> WITH_A_WORD = Set.of("backup", "restore", "admin", "audit");

    boolean demo() {
        return command.equals("demo");
    }

    static Options of(List<String> words) {
        if (words.isEmpty()) {
            throw new HouseTrouble("option.nothing");
        }
        var reading = new Reading(words.getFirst());
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                reading.option(word.substring(0, equals), word.substring(equals + 1));
            } else if (word.startsWith("--")) {
                i++;
                if (i == words.size()) {
                    throw new HouseTrouble("option.no_value", word);
                }
                reading.option(word, words.get(i));
            } else {
                reading.word(word);
            }
        }
        return reading.options();
    }

    private static final class Reading {
        private final String command;
        private final List<String> rest = new ArrayList<>();
        private final List<Path> fillings = new ArrayList<>();
        private Path data = Path.of("data");
        private int port = 8080;
        private int dbPort;
        private @Nullable LocalDate today;
        private @Nullable Integer people;
        private @Nullable Long seed;

        Reading(String command) {
            this.command = command;
            this.today = command.equals("demo") ? DEMO_DAY : null;
        }

        void word(String word) {
            if (!WITH_A_WORD.contains(command)) {
                throw new HouseTrouble("option.stray", word, command);
            }
            rest.add(word);
        }

        void option(String name, String value) {
            if (FOR_DEMO.contains(name) && !command.equals("demo")) {
                throw new HouseTrouble("option.demo_only", name);
            }
            if (name.equals("--fill") && !WITH_A_SERVER.contains(command)) {
                throw new HouseTrouble("option.server_only", name);
            }
            switch (name) {
                case "--fill" -> fillings.add(Path.of(value));
                case "--data" -> data = Path.of(value);
                case "--port" -> port = (int) number(name, value, 0, 65_535);
                case "--db-port" -> dbPort = (int) number(name, value, 0, 65_535);
                case "--people" -> people = (int) number(name, value, 100, 5_000_000);
                case "--seed" -> seed = number(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--today" -> today = day(name, value);
                default -> throw new HouseTrouble("option.unknown", name);
            }
        }

        private static long number(String name, String value, long least, long most) {
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new HouseTrouble("option.no_number", name, value).because(e);
            }
            throw new HouseTrouble("option.out_of_range", name, least, most, value);
        }

        private static LocalDate day(String name, String value) {
            try {
                var day = LocalDate.parse(value);
                if (day.isBefore(Recipe.EARLIEST) || day.isAfter(LATEST)) {
                    throw new HouseTrouble("option.out_of_range", name, Recipe.EARLIEST, LATEST, day);
                }
                return day;
            } catch (DateTimeException e) {
                throw new HouseTrouble("option.no_day", name, value).because(e);
            }
        }

        Options options() {
            return new Options(
                    command, data, port, dbPort, today, people, seed, List.copyOf(fillings), List.copyOf(rest));
        }
    }
}
