package org.ansinh.rules.pack;

import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/**
 * What stands on an official form, as data: its lines, and what of them the register can fill in. A form is an annex of a document and exists in the language of that document
 * alone. How sure we are of its wording is said for the whole of it, and for single lines that are less sure.
 *
 * @param code as the programme's forms name it
 * @param appliesTo for whom it is, as the form itself says under its title
 * @param declares the words that are signed
 * @param note where the wording comes from, for whoever compares it
 */
public record FormSheet(
        String id,
        List<String> programmes,
        String code,
        String title,
        String appliesTo,
        List<Part> parts,
        String declares,
        List<String> signers,
        DateRange days,
        Basis basis,
        Certainty certainty,
        String note,
        Place place) {

    /** Words that fill a blank beside the facts of the dictionary: who somebody is, where they live, who asks. */
    public static final List<String> WORDS = List.of(
            "name",
            "name_capitals",
            "born",
            "sex",
            "ethnic_group",
            "personal_number",
            "residence",
            "household_head",
            "commune");

    /** Lines under a heading; the heading may be empty. */
    public record Part(String heading, List<Line> lines) {}

    /**
     * A line: a number where it has one, words that nothing is written behind, blanks side by side, then boxes.
     *
     * @param certainty where it is less sure than the form as a whole
     */
    public record Line(
            String number, String says, List<Blank> blanks, List<Box> boxes, Optional<Certainty> certainty) {}

    /** @param fill a word of {@link #WORDS} or a fact; none where the register knows nothing of it */
    public record Blank(String says, Optional<String> fill) {}

    /** A box to tick. @param when the fact and the value by which it is ticked; none where the applicant ticks it */
    public record Box(String says, Optional<When> when) {}

    /** A fact of the dictionary and one of its values, as a case would write it. */
    public record When(String fact, String value) {}

    /** Whether any of its words were not compared with the official text. */
    public boolean isUnverified() {
        return certainty.isUnverified()
                || parts.stream()
                        .flatMap(it -> it.lines().stream())
                        .flatMap(it -> it.certainty().stream())
                        .anyMatch(Certainty::isUnverified);
    }
}
