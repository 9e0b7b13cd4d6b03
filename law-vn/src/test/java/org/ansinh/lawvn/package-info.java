/** Holds the law pack to what a jurist signed: it loads whole, its cases hold, its figures agree with each other. */
@org.jspecify.annotations.NullMarked
package org.ansinh.lawvn;
