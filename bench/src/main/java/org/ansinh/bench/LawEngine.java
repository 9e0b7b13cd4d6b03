package org.ansinh.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.bench.Figure.Bound;
import org.ansinh.bench.Figure.Peer;

/** The law engine at the speed of the machine, beside loops written by hand, on the rule set that every engine was measured with. */
final class LawEngine implements Benchmark {

    private static final int PEOPLE = Integer.getInteger("ansinh.reference.people", 1_000_000);
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);

    @Override
    public String name() {
        return "law";
    }

    @Override
    public String says() {
        return "the law engine on a million people, beside hand-written loops in the same run";
    }

    @Override
    public List<Figure> measure(Bench.Place place) {
        var figures = new ArrayList<Figure>();
        var people = ReferencePeople.of(PEOPLE);
        var loop = new ReferenceLoop(people);
        var kernels = new ReferenceKernels(place.project(), people, 2);
        var expected = ReferenceResults.room(people.people(), people.households());
        var results = ReferenceResults.room(people.people(), people.households());
        loop.run(JUNE, expected, 0, people.households());
        kernels.run(JUNE, results, 0, 1);
        if (!results.isSame(expected)) {
            throw new IllegalStateException("The kernels do not give what the loop gives: %s instead of %s"
                    .formatted(results.sums(), expected.sums()));
        }
        long plain = Stopwatch.nanos(() -> loop.run(JUNE, expected, 0, people.households()));
        long one = Stopwatch.nanos(() -> kernels.run(JUNE, results, 0, 1));
        figures.add(figure("reference law, one month, one core", one, Bound.atLeast(60), plain, place));
        return figures;
    }

    private static Figure figure(String name, long nanos, Bound bound, long peerNanos, Bench.Place place) {
        return new Figure(
                name,
                Stopwatch.millionsASecond(PEOPLE, nanos),
                "M people/s",
                Optional.of(bound),
                Optional.of(new Peer("scalar Java loop", Stopwatch.millionsASecond(PEOPLE, peerNanos))),
                place.run());
    }
}
