package org.ansinh.app.casework.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.determination.Names;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.rules.pack.Programme;
import org.springframework.stereotype.Component;

/** What ids of the pack mean, in the words of the law; decisions and lists are written in Vietnamese. */
@Component
class LawInWords {

    static final Locale VIETNAMESE = Locale.of("vi");

    private final LawbookDesk lawbook;
    private final Names names;
    private final Clock clock;

    LawInWords(LawbookDesk lawbook, Names names, Clock clock) {
        this.lawbook = lawbook;
        this.names = names;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String provisions(String programme, String ids) {
        return names.provisions(programme, ids, VIETNAMESE);
    }

    int periodMonths(String programme) {
        return programme(programme)
                        .filter(it -> it.period() == Programme.Period.QUARTER)
                        .isPresent()
                ? 3
                : 1;
    }

    Optional<String> authority(String programme, LocalDate day) {
        return programme(programme).flatMap(it -> it.authorityOn(day)).map(Programme.Authority::authority);
    }

    /** Who decides a programme today; an unknown programme is a mistake of whoever asks. */
    String mustDecide(String programme) {
        if (programme(programme).isEmpty()) {
            throw new NotUnderstood("programme", programme);
        }
        return authority(programme, today())
                .orElseThrow(() -> new IllegalStateException(
                        "The law pack names nobody who decides %s on %s.".formatted(programme, today())));
    }

    private Optional<Programme> programme(String id) {
        return lawbook.current().pack().programme(id);
    }
}
