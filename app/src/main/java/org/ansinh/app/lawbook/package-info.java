/** Every law pack that was ever in force here, whole, and the one that is now. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.ansinh.app.lawbook;
