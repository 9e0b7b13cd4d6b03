package org.ansinh.app.casework;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A decision as the record of its case keeps it: beside what pages show, who stood for it when, on which file it was made, and where somebody lived by the names of that day.
 *
 * @param authority who had to decide, a word of the pack
 * @param livedAt village, commune and, while there were districts, district, as they were called when it was signed; empty where no village is known
 * @param delegation the paper by which a deputy signed for the head; none where the head signed
 * @param file number and day of the file it was made on, where it was made on one
 * @param papers of the file it was made on
 * @param cause why it was made; empty where that may not stand on paper
 * @param law places of the law it rests on, with the titles of their documents; empty where nothing was frozen
 * @param frozen what the law answered when it was drafted; none where the decision keeps no answer, or may not tell it on paper
 */
public record CaseRecord(
        Decision decision,
        String authority,
        Instant draftedAt,
        Optional<Instant> signedAt,
        String livedAt,
        Optional<String> delegation,
        Optional<Letter.File> file,
        Papers papers,
        String cause,
        List<String> law,
        Optional<Frozen> frozen) {

    /** Where the paper file stands, under which number the one-stop office took it in, and what is attached. */
    public record Papers(String shelf, String oneStop, List<Attachment> attached) {

        public static final Papers NONE = new Papers("", "", List.of());
    }

    /** Whose case it is. */
    public record Subject(boolean household, int id, String programme) {}

    /**
     * The answer of the law that was frozen.
     *
     * @param answer m, n or u as the record keeps it; empty where months are told one by one
     * @param month the last month it speaks of
     * @param stretches months with the same money, where it tells several
     * @param provisions as whom, in the words of the law
     * @param missing what was still to be asked
     * @param ids of the provisions, comma between, as they were frozen
     * @param knownAt the last recording that was known
     * @param pack hash of the law it was read in
     */
    public record Frozen(
            YearMonth month,
            String answer,
            String provisions,
            String missing,
            String ids,
            long amount,
            long floor,
            long ifSigned,
            long knownAt,
            String pack,
            List<Stretch> stretches,
            List<Letter.Reason> whyNot) {}

    /** Months with the same money. */
    public record Stretch(YearMonth from, YearMonth to, long amount, String provisions) {}
}
