package org.ansinh.app.access;

import java.util.function.Supplier;

/**
 * All that a page of one person or household shows, read in one transaction: the role is taken once, and the database looks up by number with plans it has
 * already made.
 */
public interface OneReading {
    <R> R of(Supplier<R> page);
}
