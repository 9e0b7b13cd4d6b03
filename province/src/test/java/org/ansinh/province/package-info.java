@org.jspecify.annotations.NullMarked
package org.ansinh.province;
