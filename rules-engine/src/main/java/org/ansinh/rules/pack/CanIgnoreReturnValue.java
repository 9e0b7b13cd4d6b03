package org.ansinh.rules.pack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a result is only there for chaining; the build's checks know it by this name. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface CanIgnoreReturnValue {}
