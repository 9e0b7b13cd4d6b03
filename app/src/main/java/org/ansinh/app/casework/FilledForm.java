package org.ansinh.app.casework;

import java.util.List;

/**
 * An official form with what the register knows, for the applicant to complete and sign. What is not known is left open.
 *
 * @param basis the place in the law it is an annex of
 * @param margin that its wording was not compared with the official text, and where it comes from; empty where it was
 * @param file number of the register, shelf and one-stop number, as far as there are any
 */
public record FilledForm(
        String code,
        String title,
        String appliesTo,
        String basis,
        List<Part> parts,
        String declares,
        List<String> signers,
        String margin,
        String file) {

    /** Lines under a heading. */
    public record Part(String heading, List<Line> lines) {}

    /** @param uncertain its wording is less sure than the form as a whole */
    public record Line(String number, String says, List<Blank> blanks, List<Box> boxes, boolean uncertain) {}

    /** @param value empty where nothing is known, and where something is only asked */
    public record Blank(String says, String value) {}

    /** A box of the form, ticked where the register knows it. */
    public record Box(String says, boolean ticked) {}
}
