/** Tests of figures, and of who sees what across all rooms below. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.reporting;
