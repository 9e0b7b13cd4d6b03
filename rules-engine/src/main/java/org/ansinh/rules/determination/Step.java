package org.ansinh.rules.determination;

import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.CanIgnoreReturnValue;

/** A form made ready to be evaluated many times. */
interface Step {

    /** The value on the scene's day, or {@link Form#UNKNOWN}. */
    long on(Scene scene);

    /** Adds the facts that would have to be asked to know the value; asked only where the value is unknown. */
    void missing(Scene scene, long[] facts);

    /** The same value, looking at everything that could have decided it; what was read and did goes to {@code telling}. */
    @CanIgnoreReturnValue
    long tell(Scene scene, Telling telling);
}
