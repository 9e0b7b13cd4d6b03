/**
 * Long work: jobs that survive a restart and can be watched on a page, and work that the server does once before it says that it is ready. Other rooms bring a
 * {@code JobKind} or a {@code StartingWork} as a bean, and ask {@code JobDesk}.
 */
@NullMarked
@ApplicationModule(displayName = "Jobs")
package org.ansinh.app.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
