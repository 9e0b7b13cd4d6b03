package org.ansinh.app.exchange;

import java.util.List;
import org.ansinh.app.registry.LoadResult;

/** What a file brought or, in a preview, would bring. */
public record ImportReport(
        List<SheetRead> sheets, LoadResult.Counts added, List<RowRefusal> refusals, List<Notice> notices) {

    /** How a table of the file was understood. */
    public record SheetRead(String name, String section, int rows, List<String> ignoredHeadings) {}

    public boolean broughtNothingNew() {
        return added.recordings() == 0;
    }
}
