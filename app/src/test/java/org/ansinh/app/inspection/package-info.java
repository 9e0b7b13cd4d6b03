/** Dossiers and samples, tried on a whole house. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.inspection;
