/** A population as columns: facts of everybody, a bit or a few for each person, in blocks that fit a core's cache. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.columns;
