package org.ansinh.app.exchange.work;

import java.util.ArrayList;
import java.util.List;
import org.ansinh.app.casework.DayWork;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.springframework.stereotype.Service;

/** On the work of the day: where the population database says otherwise, and lists that are still out. Deaths and moves that it tells stand among those that are told. */
@Service
class CheckWork implements DayWork {

    private final PopulationCheckDesk desk;

    CheckWork(PopulationCheckDesk desk) {
        this.desk = desk;
    }

    /** No term of the law: none is known for these answers, so nothing is ever late. */
    @Override
    public List<Waiting> waiting() {
        var work = desk.work();
        var all = new ArrayList<Waiting>();
        if (work.differing() > 0) {
            all.add(new Waiting(
                    "population_differs",
                    work.differing(),
                    0,
                    work.differingSince(),
                    false,
                    "/population-checks/open"));
        }
        if (work.unanswered() > 0) {
            all.add(new Waiting(
                    "population_unanswered",
                    work.unanswered(),
                    0,
                    work.unansweredSince(),
                    false,
                    "/population-checks"));
        }
        return all;
    }
}
