/** The page of figures. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.reporting.web;
