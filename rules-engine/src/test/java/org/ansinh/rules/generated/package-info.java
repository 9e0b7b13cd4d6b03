/** Laws, households and days that nobody thought of, from a seed. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.generated;
