package org.ansinh.rules.kernels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ansinh.rules.pack.Combination;

/** The common amounts of a programme in the order in which one wins over the other on a day. */
record LevelOrder(int day, List<Ranked> ranked) {

    /** One amount of one provision: the planes of both, what it is, and the provision's place. */
    record Ranked(int met, int where, long amount, int way) {}

    static LevelOrder on(ProgrammePlan programme, DayValues day) {
        var all = new ArrayList<Ranked>();
        for (int i = 0; i < programme.ways().size(); i++) {
            var way = programme.ways().get(i);
            if (way.isInForce(day.day())) {
                for (var level : way.pay().levels()) {
                    all.add(new Ranked(way.met(), level.slot(), level.amount(day), i));
                }
            }
        }
        if (programme.law().programme().combination().rule() == Combination.Rule.HIGHEST) {
            // The sort is stable: of equal amounts the provision that stands first in the law wins.
            all.sort(Comparator.comparingLong(Ranked::amount).reversed());
        }
        return new LevelOrder(day.day(), List.copyOf(all));
    }
}
