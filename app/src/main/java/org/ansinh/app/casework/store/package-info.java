/** The only SQL of casework. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.casework.store;
