package org.ansinh.app.access;

import java.util.function.Supplier;

/**
 * Lets the determiner read within somebody else's running transaction: what that transaction has written and not committed is there. For questions asked of a
 * change before it is recorded; who sees the answer is for whoever shows it to decide.
 */
public interface ReadingAlong {
    <R> R asDeterminer(Supplier<R> reading);
}
