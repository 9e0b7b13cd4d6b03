/** What is known of a few connected people, households and villages, each fact with its days and its source. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.facts;
