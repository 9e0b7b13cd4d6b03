/** Reading the book, recording budgets. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.ledger.work;
