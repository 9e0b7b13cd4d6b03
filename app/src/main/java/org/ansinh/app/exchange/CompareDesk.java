package org.ansinh.app.exchange;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** A month beside the office's own list. */
public interface CompareDesk {

    /** Keeps the office's list and asks for it to be laid beside what the newest determination of the month says is owed. */
    FileId bring(InputStream sent, String name, YearMonth month, String programme, Optional<String> commune);

    /** The communes a list may be of: those of whoever acts. */
    List<String> communes();

    /** The one commune a list is of; none where it is of the whole area. */
    Optional<String> communeOf(FileId file);

    /** The newest lists that whoever acts brought. */
    List<BroughtFile> lists(int atMost);

    Optional<BroughtFile> find(FileId file);

    /** How many lines came out how, by outcome and cause, with both sums. */
    List<Total> totals(FileId file);

    List<Shown> lines(FileId file, Choice choice, int page, int pageSize);

    long count(FileId file, Choice choice);

    void again(FileId file);

    /** All lines as an XLSX; the audit keeps that it was taken. */
    void xlsx(FileId file, Path into);

    /** Which lines. */
    record Choice(Optional<ComparedLine.Outcome> outcome, Optional<String> cause) {}

    /** Lines of one kind. */
    record Total(ComparedLine.Outcome outcome, String cause, long lines, long owed, long theirs, long repaired) {}

    /**
     * A line as it is shown.
     *
     * @param person whose page it opens, where the register knows them
     * @param repaired the number as the list had it, where its zeros were restored
     */
    record Shown(
            int line,
            ComparedLine.Outcome outcome,
            String cause,
            String detail,
            Optional<Integer> person,
            Who who,
            long owed,
            Optional<Integer> theirRow,
            Optional<Long> theirAmount,
            String repaired) {

        public boolean isRepaired() {
            return !repaired.isEmpty();
        }
    }

    /** Who a line is about. */
    record Who(String name, int birthYear, String village, String number) {}
}
