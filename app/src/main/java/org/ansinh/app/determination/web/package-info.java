/** Months determined, the law in force with what nobody has confirmed, and the same for programs. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.determination.web;
