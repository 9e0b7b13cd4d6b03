package org.ansinh.rules.kernels;

import java.util.Optional;
import org.ansinh.rules.columns.ColumnKey;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.SubjectKind;

/** Who lives on the day: nobody before the day of birth or after the day of death; of whom no day is known, lives. */
final class LifePlanes {

    private LifePlanes() {}

    static int alive(Planner planner) {
        var logic = planner.logic();
        var pack = planner.law().pack();
        int alive = planner.rows(SubjectKind.PERSON);
        var life = pack.header().life();
        Optional<FactDefinition> born = life.flatMap(it -> pack.dictionary().fact(it.born()));
        if (born.isPresent()) {
            int column = planner.column(new ColumnKey.OfFact(SubjectKind.PERSON, born.get()));
            int unborn = planner.atLeast(SubjectKind.PERSON, column, new Bound.OnDay(1));
            alive = logic.and(alive, logic.not(unborn));
        }
        Optional<FactDefinition> died = life.flatMap(it -> pack.dictionary().fact(it.died()));
        if (died.isPresent()) {
            int column = planner.column(new ColumnKey.OfFact(SubjectKind.PERSON, died.get()));
            int known = planner.stated(SubjectKind.PERSON, column);
            int not = planner.atLeast(SubjectKind.PERSON, column, new Bound.OnDay(0));
            alive = logic.and(alive, logic.or(logic.not(known), not));
        }
        return alive;
    }
}
