package org.ansinh.rules.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Place;
import org.ansinh.timeline.DateRange;

/** One case worked by hand: some facts, a question, and what the law answers. */
record LawCase(
        String name,
        Place place,
        FactBook facts,
        SubjectId subject,
        String programme,
        DateRange days,
        List<ExpectedStanding> standing,
        Map<String, ExpectedOwed> owed) {

    /** What is expected on some days; what is not said is not compared. */
    record ExpectedStanding(
            Place place,
            DateRange days,
            Answer answer,
            OptionalLong amount,
            OptionalLong floor,
            Optional<List<String>> provisions,
            Optional<List<String>> reasons,
            Optional<List<String>> missing,
            Map<String, String> shows) {}

    /** An amount for a month or quarter. */
    record ExpectedOwed(Place place, long amount) {}
}
