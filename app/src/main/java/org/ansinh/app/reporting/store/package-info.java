/** The only SQL of reporting. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.reporting.store;
