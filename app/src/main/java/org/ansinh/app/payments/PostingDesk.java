package org.ansinh.app.payments;

import java.util.List;
import java.util.Optional;

/** The list of a village as it may be posted: nothing private, and nobody whose group would tell. For whoever works with people and their reasons, not for whoever pays. */
public interface PostingDesk {

    /** Empty where there is no approved list, where its programme's very name would tell, or for whoever may not post. */
    Optional<Posting> of(long payrollId);

    /**
     * What is posted.
     *
     * @param leftOut how many are not named, all villages together
     * @param amounts whether the office posts amounts: its own setting
     * @param basis the article by which the law asked for posting files of the programme in the month of the list; none where this law pack has none
     */
    record Posting(
            PaymentDesk.Payroll list, List<Village> villages, long leftOut, boolean amounts, Optional<String> basis) {}

    /** @param name empty for those without a village */
    record Village(String name, List<Named> people) {}

    /** @param birthYear 0 where it is not known */
    record Named(String name, int birthYear, long amount) {}
}
