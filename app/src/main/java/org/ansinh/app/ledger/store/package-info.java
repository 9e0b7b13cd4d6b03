/** The only SQL of the book. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.ledger.store;
