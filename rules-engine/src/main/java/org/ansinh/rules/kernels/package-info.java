/** The law carried out on columns: every provision one kernel in JVM bytecode, sixty-four people to a machine word. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.kernels;
