/** Figures, each of which opens into exactly the list it counts. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.reporting;
