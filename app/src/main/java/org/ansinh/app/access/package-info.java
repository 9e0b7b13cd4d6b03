/**
 * Who may do what: officers, their roles, areas and purposes; who acts in this thread; sign-in; the audit. Other rooms use {@code Acting}, {@code OfficerDesk} and
 * {@code AuditDesk}.
 */
@NullMarked
@ApplicationModule(displayName = "Access")
package org.ansinh.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
