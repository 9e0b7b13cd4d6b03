/** The law as data: what stands in the files of a pack, and the reader that refuses a pack which is not whole. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.pack;
