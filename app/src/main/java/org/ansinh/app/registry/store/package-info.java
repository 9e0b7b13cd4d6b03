/** The SQL of the register. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.registry.store;
