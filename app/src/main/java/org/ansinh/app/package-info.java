/** The rooms in which officers work; see docs/adr for the floors. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app;
