/** {@code ./ansinh law …}: the law at a terminal, for jurists and for whoever changes the pack. */
@NullMarked
package org.ansinh.rules.command;

import org.jspecify.annotations.NullMarked;
