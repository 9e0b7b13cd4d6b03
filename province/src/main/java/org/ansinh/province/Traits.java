package org.ansinh.province;

import java.time.LocalDate;

/**
 * What is special about somebody, and so what the law may look at.
 *
 * @param disability none, mild, severe or extremely_severe
 * @param certifiedOn the day of the certificate; the last day of the calendar where there is none
 */
record Traits(
        String disability, LocalDate certifiedOn, boolean orphan, boolean hiv, boolean noSupporter, long pension) {

    /** A pension we do not know of. */
    static final long UNSTATED = -1;

    static final Traits NONE = new Traits("none", LocalDate.MAX, false, false, false, 0);

    boolean isSeverelyDisabled() {
        return disability.equals("severe") || disability.equals("extremely_severe");
    }

    Traits withDisability(String degree, LocalDate on) {
        return new Traits(degree, on, orphan, hiv, noSupporter, pension);
    }

    Traits withoutParents() {
        return new Traits(disability, certifiedOn, true, hiv, noSupporter, pension);
    }

    Traits withHiv() {
        return new Traits(disability, certifiedOn, orphan, true, noSupporter, pension);
    }

    Traits withoutSupporter() {
        return new Traits(disability, certifiedOn, orphan, hiv, true, pension);
    }

    Traits withPension(long monthly) {
        return new Traits(disability, certifiedOn, orphan, hiv, noSupporter, monthly);
    }
}
