package org.ansinh.rules.determination;

import java.util.List;
import java.util.OptionalLong;

/** Says in words of the pack where somebody stands, from what a run of one programme has just found. */
final class Stands {

    private Stands() {}

    static Standing of(CompiledLaw pack, ProgrammeRun run, Finding finding) {
        if (finding.answer() == Answer.NOT_MET && finding.met() == 0) {
            return Standing.notMet(codes(run, finding));
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
                finding.answer() == Answer.NOT_MET ? codes(run, finding) : List.of());
    }

    private static List<String> codes(ProgrammeRun run, Finding finding) {
        if (finding.shutOut() != null) {
            return List.of(finding.shutOut().rule().id());
        }
        if (run.isForEvent() && run.event() == EventDays.NONE) {
            return List.of("no_event");
        }
        if (run.isTooLate()) {
            return List.of("claim_too_late");
        }
        if (!run.isAlive()) {
            return List.of("not_alive");
        }
        if (run.inForce() == 0) {
            return List.of("no_law_on_this_day");
        }
        return run.codes();
    }
}
