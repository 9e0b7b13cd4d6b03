/** What changes between two answers of the law, or between two laws, and why. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.delta;
