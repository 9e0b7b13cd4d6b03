/** The province, its communes and villages through time: every question takes a day. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.ansinh.app.territory;
