package org.ansinh.rules.determination;

import org.ansinh.rules.facts.SubjectId;

/** Where a population run puts its plain answers. */
@FunctionalInterface
public interface OutcomeSink {

    void accept(SubjectId subject, PlainOutcome outcome);
}
