/** Official texts loaded into the named holes of a pack. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.filling;
