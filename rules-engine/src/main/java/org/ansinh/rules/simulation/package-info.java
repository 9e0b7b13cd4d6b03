/** What a draft of law would change for given people: who gains, who loses, what it costs. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.simulation;
