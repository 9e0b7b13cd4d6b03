package org.ansinh.app.determination.work;

import java.util.List;
import org.ansinh.app.determination.Release;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.determination.store.ReleaseRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.determination.Unverified;
import org.ansinh.rules.pack.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and releases; the pack itself is never touched. */
@Service
class Releases implements ReleaseDesk {

    private static final int SHORTEST_REASON = 10;

    private final LawbookDesk lawbook;
    private final ReleaseRows rows;

    Releases(LawbookDesk lawbook, ReleaseRows rows) {
        this.lawbook = lawbook;
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Unverified> unverified() {
        return lawbook.current().unverified().stream()
                .filter(it -> it.certainty().mayBeReleased())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Unverified> unverified(String programme) {
        return lawbook.current().unverified(programme).stream()
                .filter(it -> it.certainty().mayBeReleased())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Release> released() {
        return rows.all();
    }

    @Override
    @Transactional
    public ReleaseResult release(String what, String because, String jurist) {
        if (because.strip().length() < SHORTEST_REASON) {
            return new ReleaseResult.ReasonTooShort(SHORTEST_REASON);
        }
        if (jurist.isBlank()) {
            return new ReleaseResult.NobodyNamed();
        }
        var found = unverified().stream().filter(it -> it.what().equals(what)).findFirst();
        if (found.isEmpty()) {
            return new ReleaseResult.NotUnverified(what);
        }
        var shown = found.get().label().vi() + " · " + found.get().basis().cited(Language.VI);
        return rows.add(what, shown, because.strip(), jurist.strip())
                ? new ReleaseResult.Released(what)
                : new ReleaseResult.AlreadyReleased(what);
    }
}
