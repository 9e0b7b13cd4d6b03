/** Every đồng has two ends. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.ledger;
