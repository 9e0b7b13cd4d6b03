package org.ansinh.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The law engine at the speed of the machine, beside loops written by hand and beside its own evaluator in the same run. */
final class LawEngine implements Benchmark {

    @Override
    public String name() {
        return "law";
    }

    @Override
    public String says() {
        return "the law engine: a reference rule set on a million people beside a hand-written loop, and the law of Vietnam on the province";
    }

    @Override
    public List<Figure> measure(Bench.Place place) throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        figures.addAll(new ColdLoad(place).figures());
        figures.addAll(new ReferenceRun(place).figures());
        figures.addAll(new HouseholdOfFive(place).figures());
        figures.addAll(new LawOfVietnam(place).figures());
        return figures;
    }
}
