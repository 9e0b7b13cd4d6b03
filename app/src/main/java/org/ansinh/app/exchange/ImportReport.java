package org.ansinh.app.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What a file brought or, in a preview, would bring.
 *
 * @param refused how many rows were refused, by the reason
 * @param noticed how many rows something was done with, by what
 * @param refusals the first of the refused rows
 * @param notices the first of the noticed rows
 */
public record ImportReport(
        List<SheetRead> sheets,
        Added added,
        List<Tally> refused,
        List<Tally> noticed,
        List<RowRefusal> refusals,
        List<Notice> notices) {

    /** How a table of the file was understood. */
    public record SheetRead(String name, String section, int rows, List<String> ignoredHeadings) {}

    /** What is new. */
    public record Added(
            long recordings,
            long households,
            long people,
            long identities,
            long memberships,
            long relations,
            long facts,
            long decisions,
            long payees) {}

    /** How often. */
    public record Tally(String key, long count) {}

    /** The same work done once more after it was broken off: what it brought the first time counts. */
    public ImportReport after(Optional<ImportReport> first) {
        return first.map(it -> with(it.added())).orElse(this);
    }

    /** Once somebody has accepted them: so many decisions and payees. */
    public ImportReport accepted(Added taken) {
        return with(new Added(
                added.recordings() + taken.recordings(),
                added.households(),
                added.people(),
                added.identities(),
                added.memberships(),
                added.relations(),
                added.facts() + taken.facts(),
                taken.decisions(),
                taken.payees()));
    }

    private ImportReport with(Added other) {
        return new ImportReport(sheets, other, refused, noticed, refusals, notices);
    }

    public boolean broughtNothingNew() {
        return added.recordings() == 0 && added.decisions() == 0 && added.payees() == 0;
    }

    public long refusedRows() {
        return refused.stream().mapToLong(Tally::count).sum();
    }

    public long noticedRows() {
        return noticed.stream().mapToLong(Tally::count).sum();
    }
}
