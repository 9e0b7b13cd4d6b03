package org.ansinh.app.access.work;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.ansinh.app.access.OfficeDays;
import org.ansinh.app.access.store.OfficeDayRows;
import org.ansinh.app.territory.WorkingDays;
import org.springframework.stereotype.Service;

/** Lays the swapped days over the table of holidays. */
@Service
class OfficeCalendar implements OfficeDays {

    private final WorkingDays table = WorkingDays.read();
    private final OfficeDayRows rows;

    OfficeCalendar(OfficeDayRows rows) {
        this.rows = rows;
    }

    @Override
    public WorkingDays calendar() {
        var works = new HashMap<LocalDate, Boolean>();
        for (var it : rows.all()) {
            if (it.kind() != Kind.AS_BEFORE) {
                works.put(it.day(), it.kind() == Kind.WORKED);
            }
        }
        return table.with(works);
    }

    @Override
    public List<Swapped> swapped() {
        return rows.all();
    }

    @Override
    public void swap(LocalDate day, Kind kind, String document) {
        rows.swap(day, kind, document);
    }
}
