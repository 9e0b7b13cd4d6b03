package org.ansinh.rules.determination;

import org.ansinh.rules.language.Form;

/** Whether a value is one of some small numbers. Each of the comparisons it stands for would read, lack and tell the same. */
record OneOfStep(Step of, long values) implements Step {

    @Override
    public long on(Scene scene) {
        return isOne(of.on(scene));
    }

    private long isOne(long value) {
        if (value == Form.UNKNOWN) {
            return Form.UNKNOWN;
        }
        return value >= 0 && value < Long.SIZE ? values >> value & 1 : 0;
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        if (of.on(scene) == Form.UNKNOWN) {
            of.missing(scene, facts);
        }
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        return isOne(of.tell(scene, telling));
    }
}
