/** A lifelike synthetic province from a seed: the same people for demo, tests and benchmarks. */
@org.jspecify.annotations.NullMarked
package org.ansinh.province;
