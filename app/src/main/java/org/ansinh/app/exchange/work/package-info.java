/** From rows to the register and back. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.exchange.work;
