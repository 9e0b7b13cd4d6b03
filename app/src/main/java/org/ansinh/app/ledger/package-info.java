/** Double-entry accounts of the money this house moves, budgets with what is committed, and money raised from society. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.ledger;
