/** The only SQL of determination. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.determination.store;
