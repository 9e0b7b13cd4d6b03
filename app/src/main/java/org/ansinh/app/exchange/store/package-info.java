/** What this room reads from the database. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.exchange.store;
