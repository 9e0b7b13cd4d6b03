package org.ansinh.app.access;

import java.util.function.Supplier;

/**
 * Lets the determiner read within somebody else's running transaction: what that transaction has written and not committed is there. For questions asked of a
 * change before it is recorded; who sees the answer is for whoever shows it to decide.
 */
public interface ReadingAlong {
    <R> R asDeterminer(Supplier<R> reading);

    /**
     * The same where a transaction is open, and one of the determiner's own where none is. Never a second one beside the first: pages that wait for two connections
     * can wait for each other for ever.
     */
    <R> R asDeterminerAnywhere(Supplier<R> reading);
}
