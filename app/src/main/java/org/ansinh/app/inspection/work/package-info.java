/** Puts dossiers together and draws samples. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.inspection.work;
