/** Pages of the book and of budgets. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.ledger.web;
