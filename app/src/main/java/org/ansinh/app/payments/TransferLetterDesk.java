package org.ansinh.app.payments;

import java.util.Optional;
import org.ansinh.app.casework.Letter;

/** The two decisions of a transfer as papers; drafts say that they are drafts. Empty where whoever acts does not see whom it is about. */
public interface TransferLetterDesk {

    /** The old commune ends its payment. */
    Optional<Letter> sent(long transferId);

    /** The new commune goes on; once it is drafted. */
    Optional<Letter> received(long transferId);
}
