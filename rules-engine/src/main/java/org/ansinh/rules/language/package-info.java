/** The expressions of the law: from checked CEL to one typed, total, three-valued form. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.language;
