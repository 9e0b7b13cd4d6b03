/** Plain rules of the register: names, numbers and texts. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.registry.model;
