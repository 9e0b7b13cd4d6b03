package org.ansinh.app.payments;

import java.util.Optional;
import org.ansinh.app.casework.Letter;

/** Decisions about money as papers, in the manner of every other decision; drafts say that they are drafts. Empty where there is no such decision in the area. */
public interface PaymentLetterDesk {

    Optional<Letter> suspension(long suspensionId);

    /** That payment goes on; once it is drafted. */
    Optional<Letter> resumption(long suspensionId);

    Optional<Letter> recovery(long recoveryId);
}
