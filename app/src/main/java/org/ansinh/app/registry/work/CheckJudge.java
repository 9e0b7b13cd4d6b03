package org.ansinh.app.registry.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.PopulationCheckDesk.Bad;
import org.ansinh.app.registry.PopulationCheckDesk.Judged;
import org.ansinh.app.registry.PopulationCheckDesk.Line;
import org.ansinh.app.registry.PopulationCheckDesk.Outcome;
import org.ansinh.app.registry.PopulationCheckDesk.Ready;
import org.ansinh.app.registry.PopulationCheckDesk.Repair;
import org.ansinh.app.registry.PopulationCheckDesk.Row;
import org.ansinh.app.registry.PopulationCheckDesk.Theirs;
import org.ansinh.app.registry.PopulationCheckDesk.Word;

/** Rows of a file that came back beside what was sent: which line each answers, whether it is still about the same person, and what it comes to say. */
final class CheckJudge {

    private final Map<String, Line> sent = new HashMap<>();
    private final LocalDate today;
    private final List<Ready> ready = new ArrayList<>();
    private final List<Bad> bad = new ArrayList<>();
    private final List<Repair> repairs = new ArrayList<>();
    private int blank;

    CheckJudge(List<Line> lines, LocalDate today) {
        lines.forEach(it -> sent.put(it.key(), it));
        this.today = today;
    }

    /** Why a row is not taken. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never leaves this process
        private final Bad bad;

        Stop(Bad bad) {
            super(bad.why(), null, false, false);
            this.bad = bad;
        }
    }

    Judged judge(List<Row> rows) {
        var refused = repeated(rows);
        for (var row : rows) {
            if (refused.contains(row.row())) {
                continue;
            }
            try {
                judge(row);
            } catch (Stop stop) {
                bad.add(stop.bad);
            }
        }
        bad.sort(Comparator.comparingInt(Bad::row));
        return new Judged(ready, bad, repairs, blank);
    }

    /** Of two rows with one key that say the same the second goes; of two that differ nobody knows which is meant. */
    private Set<Integer> repeated(List<Row> rows) {
        var first = new HashMap<String, Row>();
        var refused = new HashSet<Integer>();
        for (var row : rows) {
            var before = row.key().isEmpty() ? null : first.putIfAbsent(row.key(), row);
            if (before == null) {
                continue;
            }
            refuseTwice(row, before, refused);
            if (!says(before).equals(says(row))) {
                refuseTwice(before, row, refused);
            }
        }
        return refused;
    }

    private void refuseTwice(Row row, Row other, Set<Integer> refused) {
        if (refused.add(row.row())) {
            bad.add(new Bad(row.row(), "key", row.key(), "check_row_twice", Integer.toString(other.row())));
        }
    }

    private static List<Object> says(Row it) {
        return List.of(it.result(), it.theirs(), it.diedOn(), it.movedTo(), it.remark());
    }

    private void judge(Row row) {
        var line = lineOf(row);
        mustBeTheSamePerson(row, line);
        var parts = new CheckParts(row, line.sent(), repairs);
        var theirs = parts.differing();
        var word = said(row, line, theirs, parts);
        if (word.isEmpty()) {
            blank++;
            return;
        }
        var it = word.get();
        ready.add(new Ready(
                row.row(),
                line,
                it,
                line.answer().filter(last -> last.word().equals(it)).isPresent()));
    }

    private Line lineOf(Row row) {
        if (row.key().isEmpty()) {
            throw stop(row, "key", row.echo().name(), "check_key_missing", "");
        }
        var line = sent.get(row.key());
        if (line == null) {
            var other = row.key().matches("DC-\\d+-\\d+-[0-9A-F]{4}");
            throw stop(row, "key", row.key(), other ? "check_key_of_other_list" : "check_key_unknown", "");
        }
        return line;
    }

    /** What we wrote is no place for answers: whoever changes it makes the row another person's. */
    private static void mustBeTheSamePerson(Row row, Line line) {
        var echo = row.echo();
        var who = line.sent();
        if (!echo.name().isEmpty() && !SameName.of(echo.name(), who.name())) {
            throw stop(row, "sent_name", echo.name(), "check_other_person", who.name());
        }
        if (echo.born().filter(it -> !CheckParts.fits(it, who)).isPresent()) {
            throw stop(
                    row,
                    "sent_born",
                    echo.born().get().toString(),
                    "check_sent_changed",
                    who.born().toString());
        }
        if (echo.sex().filter(it -> !it.equals(who.sex())).isPresent()) {
            throw stop(row, "sent_sex", sex(echo.sex().get()), "check_sent_changed", sex(who.sex()));
        }
        if (!CheckParts.bare(echo.number()).equals(CheckParts.bare(who.number().orElse("")))
                && !echo.number().isEmpty()) {
            throw stop(
                    row,
                    "sent_number",
                    echo.number(),
                    "check_sent_changed",
                    who.number().orElse("–"));
        }
    }

    private Optional<Word> said(Row row, Line line, Theirs theirs, CheckParts parts) {
        var outcome = row.result().or(() -> meant(row, theirs));
        if (outcome.isEmpty()) {
            if (!row.remark().isEmpty()) {
                throw stop(row, "remark", row.remark(), "check_remark_alone", "");
            }
            return Optional.empty();
        }
        if (row.result().isEmpty()) {
            repairs.add(new Repair(row.row(), "result", "", outcome.get().name()));
        }
        var fine = settled(row, outcome.get(), theirs, parts);
        mustFit(row, line, fine, theirs);
        return Optional.of(new Word(fine, theirs, row.diedOn(), row.movedTo(), row.remark()));
    }

    /** Where the result is left open and something else is filled, there is one thing it can mean. */
    private static Optional<Outcome> meant(Row row, Theirs theirs) {
        if (row.diedOn().isPresent()) {
            return Optional.of(Outcome.DEAD);
        }
        if (row.movedTo().isPresent()) {
            return Optional.of(Outcome.MOVED);
        }
        return theirs.isAsSent() ? Optional.empty() : Optional.of(Outcome.DIFFERS);
    }

    /** “Agrees”, and a number that we did not have: that is more than was sent, and has to be recorded. */
    private Outcome settled(Row row, Outcome said, Theirs theirs, CheckParts parts) {
        var more = said == Outcome.AGREES && !theirs.isAsSent() && parts.onlyAdds(theirs)
                || said == Outcome.OTHERS_NUMBER && theirs.number().isPresent();
        if (more) {
            repairs.add(new Repair(row.row(), "result", said.name(), Outcome.DIFFERS.name()));
        }
        return more ? Outcome.DIFFERS : said;
    }

    private void mustFit(Row row, Line line, Outcome outcome, Theirs theirs) {
        var result = row.result().map(Enum::name).orElse("");
        if (outcome != Outcome.DEAD && row.diedOn().isPresent()
                || outcome != Outcome.MOVED && row.movedTo().isPresent()) {
            throw stop(row, "result", result, "check_contradiction", "");
        }
        switch (outcome) {
            case AGREES, NOT_FOUND, OTHERS_NUMBER -> {
                if (!theirs.isAsSent()) {
                    throw stop(row, "result", result, "check_contradiction", "");
                }
            }
            case DIFFERS -> {
                if (theirs.isAsSent()) {
                    throw stop(row, "result", result, "check_differs_in_nothing", "");
                }
            }
            case DEAD -> mustHaveDied(row, line);
            case MOVED -> {}
        }
    }

    private void mustHaveDied(Row row, Line line) {
        row.diedOn().filter(it -> it.isAfter(today)).ifPresent(it -> {
            throw stop(row, "died_on", day(it), "check_day_to_come", day(today));
        });
        row.diedOn().filter(it -> it.isBefore(line.sent().born())).ifPresent(it -> {
            throw stop(
                    row,
                    "died_on",
                    it.toString(),
                    "death_before_birth",
                    line.sent().born().toString());
        });
    }

    private static String sex(String id) {
        return id.equals("male") ? "Nam" : "Nữ";
    }

    private static String day(LocalDate day) {
        return new Writing(Locale.of("vi")).day(day);
    }

    static Stop stop(Row row, String field, String value, String why, String detail) {
        return new Stop(new Bad(row.row(), field, value, why, detail));
    }
}
