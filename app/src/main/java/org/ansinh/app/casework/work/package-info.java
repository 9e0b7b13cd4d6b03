/** Drafting, signing and taking over. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.casework.work;
