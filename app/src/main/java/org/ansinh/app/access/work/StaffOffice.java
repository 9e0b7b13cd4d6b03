package org.ansinh.app.access.work;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.RightsChanged;
import org.ansinh.app.access.StaffDesk;
import org.ansinh.app.access.model.Letters;
import org.ansinh.app.access.store.StaffRows;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

@Service
class StaffOffice implements StaffDesk {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 15;

    private final StaffRows rows;
    private final OfficerDesk officers;
    private final ApplicationEventPublisher events;

    StaffOffice(StaffRows rows, OfficerDesk officers, ApplicationEventPublisher events) {
        this.rows = rows;
        this.officers = officers;
        this.events = events;
    }

    @Override
    public List<Line> all() {
        return rows.all();
    }

    @Override
    public Optional<File> file(OfficerId id) {
        return rows.file(id);
    }

    @Override
    public Opened open(OfficerDesk.NewOfficer officer) {
        String password = freshPassword();
        return new Opened(officers.open(officer, password, officer.kind().equals("person")), password);
    }

    @Override
    public void give(OfficerId id, Grant grant, String value, LocalDate from, @Nullable LocalDate to) {
        rows.give(id, grant, value, from, to);
        changed(id);
    }

    @Override
    public void end(OfficerId id, Grant grant, String value, LocalDate lastDay) {
        rows.end(id, grant, value, lastDay);
        changed(id);
    }

    @Override
    public void close(OfficerId id, LocalDate from) {
        rows.close(id, from);
        changed(id);
    }

    @Override
    public String resetPassword(OfficerId id) {
        String password = freshPassword();
        boolean person = rows.file(id).map(it -> !it.line().program()).orElse(true);
        officers.resetPassword(id, password, person);
        changed(id);
        return password;
    }

    @Override
    public void resetCode(OfficerId id) {
        rows.resetCode(id);
        changed(id);
    }

    private void changed(OfficerId id) {
        events.publishEvent(new RightsChanged(id));
    }

    /** Read out on the telephone as often as not: letters and digits that nobody mistakes, in groups. */
    private static String freshPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Letters.of(bytes).toLowerCase(java.util.Locale.ROOT).replaceAll("(.{6})(?=.)", "$1-");
    }
}
