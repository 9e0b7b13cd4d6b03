/** Who lives here and how they live: people, households, relations and dated facts, in two clocks. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.registry;
