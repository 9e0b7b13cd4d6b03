/** Runs and single determinations. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.determination.work;
