package org.ansinh.rules.determination;

import java.util.List;
import java.util.OptionalLong;

/** Says in words of the pack where somebody stands, from what a run of one programme has just found. */
final class Stands {

    private Stands() {}

    private static final Standing NO_EVENT = Standing.notMet(List.of("no_event"));
    private static final Standing TOO_LATE = Standing.notMet(List.of("claim_too_late"));
    private static final Standing NOT_ALIVE = Standing.notMet(List.of("not_alive"));
    private static final Standing NO_LAW = Standing.notMet(List.of("no_law_on_this_day"));

    static Standing of(CompiledLaw pack, ProgrammeRun run, Finding finding) {
        if (finding.answer() == Answer.NOT_MET && finding.met() == 0) {
            return notMet(run, finding);
        }
        var law = run.law();
        boolean met = finding.answer() == Answer.MET;
        boolean open = finding.answer() == Answer.UNDETERMINED;
        return new Standing(
                finding.answer(),
                met && finding.hasLevel() ? OptionalLong.of(finding.level()) : OptionalLong.empty(),
                open && finding.hasLevel() ? OptionalLong.of(finding.level()) : OptionalLong.empty(),
                law.names(finding.met()),
                law.names(finding.paid()),
                pack.missing(finding.missing()),
                finding.answer() == Answer.NOT_MET ? notMet(run, finding).reasons() : List.of());
    }

    private static Standing notMet(ProgrammeRun run, Finding finding) {
        if (finding.shutOut() != null) {
            return Standing.notMet(List.of(finding.shutOut().rule().id()));
        }
        if (run.isForEvent() && run.event() == EventDays.NONE) {
            return NO_EVENT;
        }
        if (run.isTooLate()) {
            return TOO_LATE;
        }
        if (!run.isAlive()) {
            return NOT_ALIVE;
        }
        return run.inForce() == 0 ? NO_LAW : run.notMet();
    }
}
