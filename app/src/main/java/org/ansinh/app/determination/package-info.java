/** Facts under the law: what is due to one person with reasons, or to everybody as lists. Decides nothing. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"territory", "lawbook", "pages", "access", "registry", "jobs"})
@org.jspecify.annotations.NullMarked
package org.ansinh.app.determination;
