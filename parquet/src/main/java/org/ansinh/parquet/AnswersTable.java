package org.ansinh.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.PlainOutcome;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.kernels.MonthKernels;

/** What the law says of everybody in a month, as a table; who is not in it for a programme does not meet it and has no decision in it. */
final class AnswersTable {

    static final String FILE = "answers.parquet";

    static final List<Field> FIELDS = List.of(
            Field.words("month"),
            Field.words("kind"),
            Field.whole("subject"),
            Field.words("programme"),
            Field.words("answer"),
            Field.whole("amount"),
            Field.words("provisions"),
            Field.words("missing"),
            Field.whole("owed"),
            Field.words("unverified"));

    private final Law law;
    private final List<String> programmes;

    AnswersTable(Law law) {
        this.law = law;
        this.programmes = law.determiner().programmes();
    }

    /** Returns how many rows there are. */
    long write(FactBook people, YearMonth month, Path folder) throws IOException {
        var rows = new long[1];
        try (var table = new TableWriter(folder.resolve(FILE), FIELDS, Map.of("pack", law.hash()))) {
            MonthKernels.of(law.determiner()).everybody(people, month, (subject, outcome) -> {
                try {
                    table.row(row(month, subject, outcome));
                    rows[0]++;
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
            });
        }
        return rows[0];
    }

    private Object[] row(YearMonth month, SubjectId subject, PlainOutcome outcome) {
        var programme = programmes.get(outcome.programme());
        return new Object[] {
            month.toString(),
            subject.kind().word(),
            (long) subject.number(),
            programme,
            outcome.answer().word(),
            outcome.amount(),
            provisions(programme, outcome.provisions()),
            missing(outcome.missing()),
            outcome.owed(),
            outcome.unverified() ? "yes" : "no"
        };
    }

    private String provisions(String programme, long bits) {
        var all = law.pack().programme(programme).orElseThrow().provisions();
        var met = new ArrayList<String>();
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            met.add(all.get(Long.numberOfTrailingZeros(rest)).id());
        }
        return String.join(" ", met);
    }

    private String missing(long bits) {
        var asked = law.determiner().askedFacts();
        var missing = new ArrayList<String>();
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            missing.add(asked.get(Long.numberOfTrailingZeros(rest)).id());
        }
        return String.join(" ", missing);
    }
}
