package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.pack.Programme.Locally;

/** Reads what a province may do beside a programme ({@code local_may}) and what it does ({@code supplements}). */
final class LocalityReader {

    static final String[] KEYS = {"local_may", "supplements"};

    private static final String LOCAL = "local/";

    private final LawReading reading;

    LocalityReader(LawReading reading) {
        this.reading = reading;
    }

    Programme.Localities read(YamlFields programme) {
        var openings = new ArrayList<Programme.Opening>();
        for (var item : programme.optionalList("local_may")) {
            var row = item.fields("what", "from", "to", "basis", "certainty", "note");
            openings.add(new Programme.Opening(
                    row.choice("what", Locally.class), row.days(), reading.basis(row), reading.certainty(row)));
        }
        return new Programme.Localities(
                List.copyOf(openings), programme.get("supplements").map(this::supplement));
    }

    private Programme.Supplement supplement(YamlItem item) {
        var row = item.fields("programme", "what", "basis", "note");
        return new Programme.Supplement(
                row.text("programme"), row.choice("what", Locally.class), reading.basis(row), item.place());
    }

    /** A province adds only beside a national programme that lets it, on days on which it lets it. */
    void check(Map<String, Programme> programmes) {
        for (var programme : programmes.values()) {
            var supplement = programme.localities().supplements();
            boolean isLocal = programme.place().file().startsWith(LOCAL);
            if (isLocal && supplement.isEmpty()) {
                reading.problems()
                        .add(
                                programme.place(),
                                "a province cannot give %s by itself; name the national programme with 'supplements'"
                                        .formatted(programme.id()));
            }
            supplement.ifPresent(it -> check(programme, it, isLocal, programmes));
        }
    }

    private void check(
            Programme programme, Programme.Supplement supplement, boolean isLocal, Map<String, Programme> programmes) {
        var national = Optional.ofNullable(programmes.get(supplement.programme()));
        if (!isLocal) {
            told(supplement, "only a programme in a folder of local/ supplements another");
        } else if (national.isEmpty() || national.get().place().file().startsWith(LOCAL)) {
            told(
                    supplement,
                    "no national programme is called '%s'%s"
                            .formatted(
                                    supplement.programme(),
                                    Spelling.suggestion(supplement.programme(), programmes.keySet())));
        } else if (national.get().subject() != programme.subject()) {
            told(
                    supplement,
                    "%s is a programme for a %s, which %s is not"
                            .formatted(
                                    national.get().id(),
                                    national.get().subject().word(),
                                    programme.id()));
        } else {
            opened(programme, supplement, national.get());
        }
    }

    private void opened(Programme programme, Programme.Supplement supplement, Programme national) {
        for (var provision : programme.provisions()) {
            boolean isOpen = national.localities().openings().stream()
                    .anyMatch(it -> it.what() == supplement.what()
                            && it.days().includes(provision.days().from())
                            && it.days().includes(provision.days().to()));
            if (!isOpen) {
                reading.problems()
                        .add(
                                provision.place(),
                                "%s does not let a province %s on all of these days; its 'local_may' says what it lets"
                                        .formatted(
                                                national.id(),
                                                supplement.what() == Locally.RAISE
                                                        ? "raise what it gives"
                                                        : "add a group of people"));
            }
        }
    }

    private void told(Programme.Supplement supplement, String what) {
        reading.problems().add(supplement.place(), what);
    }
}
