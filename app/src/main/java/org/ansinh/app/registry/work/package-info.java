/** What the desks do. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.registry.work;
