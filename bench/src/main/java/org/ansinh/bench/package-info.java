/** Benchmarks that anyone can rerun. */
@org.jspecify.annotations.NullMarked
package org.ansinh.bench;
