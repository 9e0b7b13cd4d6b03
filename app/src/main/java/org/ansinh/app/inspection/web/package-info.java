/** Pages and papers of inspections. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.inspection.web;
