/** Files and decisions: who is entitled and waits, drafting one or many by cause, the second signature, and decisions taken over from before. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"territory", "lawbook", "pages", "access", "jobs", "registry", "determination"})
@org.jspecify.annotations.NullMarked
package org.ansinh.app.casework;
