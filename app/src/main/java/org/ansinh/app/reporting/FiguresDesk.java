package org.ansinh.app.reporting;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.pack.Basis;

/** The face of this room. Whoever asks sees the figures of their own area. */
public interface FiguresDesk {

    /** A column of the page: counts and đồng by the values of a dimension ({@code ""} where the dimension is the whole). */
    Map<String, Figure> column(YearMonth month, Measure measure, Dimension dimension);

    /** The same for every programme that has any. */
    Map<String, Map<String, Figure>> byProgramme(YearMonth month, Measure measure, Dimension dimension);

    /** Whether whoever asks sees the people behind a figure: counts are for many, names are not. */
    boolean opensLists();

    Figure figure(Cell cell);

    /** The records that a figure counts, by commune, village and name. */
    List<Counted> list(Cell cell, int page, int size);

    /** The programmes of the law in force, in its order, with their names. */
    List<ProgrammeName> programmes();

    /** Programmes that pay from the month of the signature: whoever fits and has no decision is not counted among their beneficiaries. */
    List<SignedStart> startsWithSignature(YearMonth month);

    /** The name of an ethnic group, if the dictionary has such a one. */
    Optional<String> ethnicGroup(String id, boolean english);

    /** A count, and the money of it where it is of money. */
    record Figure(long count, long dong) {
        public static final Figure NONE = new Figure(0, 0);

        public Figure plus(Figure other) {
            return new Figure(count + other.count, dong + other.dong);
        }
    }

    /** One record of a list. */
    record Counted(
            boolean household,
            int subjectId,
            String name,
            int birthYear,
            String village,
            String communeCode,
            long dong) {}

    /** A programme that begins with the signature, and the rule that says so. */
    record SignedStart(ProgrammeName programme, Basis basis) {}

    /** A programme's id and name. */
    record ProgrammeName(String id, String vi, String en) {}
}
