package org.ansinh.app;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line. */
record Options(
        String command,
        Path data,
        int port,
        int dbPort,
        @Nullable LocalDate today,
        int people,
        long seed,
        List<String> rest) {
    private static final LocalDate DEMO_DAY = LocalDate.of(2026, 10, 20);
    private static final int PROVINCE = 573_119;
    private static final long SEED = 20_261_020L;

    boolean demo() {
        return command.equals("demo");
    }

    static Options of(List<String> words) {
        if (words.isEmpty()) {
            throw new Misunderstood("Say what to do: demo, start, backup FILE or restore FILE.");
        }
        var reading = new Reading(words.getFirst());
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--")) {
                i++;
                if (i == words.size()) {
                    throw new Misunderstood("The option " + word + " needs a value after it.");
                }
                reading.option(word, words.get(i));
            } else {
                reading.rest.add(word);
            }
        }
        return reading.options();
    }

    /** A word on the command line that says nothing to us. */
    static final class Misunderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misunderstood(String message) {
            super(message + " './ansinh help' shows everything.");
        }
    }

    private static final class Reading {
        private final String command;
        private final List<String> rest = new ArrayList<>();
        private Path data = Path.of("data");
        private int port = 8080;
        private int dbPort;
        private @Nullable LocalDate today;
        private int people = PROVINCE;
        private long seed = SEED;

        Reading(String command) {
            this.command = command;
            this.today = command.equals("demo") ? DEMO_DAY : null;
        }

        void option(String name, String value) {
            switch (name) {
                case "--data" -> data = Path.of(value);
                case "--port" -> port = (int) number(name, value, 0, 65_535);
                case "--db-port" -> dbPort = (int) number(name, value, 0, 65_535);
                case "--people" -> people = (int) number(name, value, 100, 5_000_000);
                case "--seed" -> seed = number(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--today" -> today = day(name, value);
                default -> throw new Misunderstood("There is no option " + name + ".");
            }
        }

        private static long number(String name, String value, long least, long most) {
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new Misunderstood("%s needs a whole number, not '%s'.".formatted(name, value));
            }
            throw new Misunderstood("%s must lie between %d and %d; %s does not.".formatted(name, least, most, value));
        }

        private static LocalDate day(String name, String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new Misunderstood("%s needs a day such as 2026-10-20, not '%s'.".formatted(name, value));
            }
        }

        Options options() {
            return new Options(command, data, port, dbPort, today, people, seed, List.copyOf(rest));
        }
    }
}
