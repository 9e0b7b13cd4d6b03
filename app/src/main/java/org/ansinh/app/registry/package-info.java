/** Who lives here and how they live: people, households, relations and dated facts, in two clocks. */
@NullMarked
@ApplicationModule(displayName = "Registry")
package org.ansinh.app.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
