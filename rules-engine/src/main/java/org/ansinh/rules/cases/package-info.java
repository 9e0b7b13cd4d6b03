/** Cases worked by hand, and the fact files of {@code law ask}. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.cases;
