/** Figures and the lists behind them. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.reporting.work;
