package org.ansinh.rules.kernels;

import java.util.List;
import org.ansinh.rules.determination.CommonValues;

/** What is the same for everybody on one day: common figures, and the bounds they make. */
final class DayValues {

    private final int day;
    private final long[] common;
    private final long[] bounds;

    DayValues(int day, List<CommonValues.OverDays> forms, List<Bound> limits) {
        this.day = day;
        this.common = forms.stream().mapToLong(it -> it.on(day)).toArray();
        this.bounds = limits.stream().mapToLong(it -> it.on(day, common)).toArray();
    }

    int day() {
        return day;
    }

    long common(int place) {
        return common[place];
    }

    long bound(int place) {
        return bounds[place];
    }
}
