package org.ansinh.app.determination.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.app.pages.ReasonLine;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;

/** Why a programme answers as it does, in the reader's language: the provisions that are met, why none is, or what must be asked. */
final class ProgrammeWords {

    private static final int MOST = 4;

    /** The engine's own reasons, which are no programme's. */
    private static final Map<String, Text> OWN = Map.of(
            "not_alive", new Text("Không còn sống, hoặc chưa sinh, vào những ngày này", "Not alive on these days"),
            "no_law_on_this_day",
                    new Text("Chưa có quy định vào những ngày này", "There was no law yet on these days"));

    private static final Text ONE_OF =
            new Text("Chỉ được hưởng một chế độ, mức cao hơn, trong: ", "Only the higher may be received of: ");

    private final LawPack pack;
    private final ReasonWords words;

    ProgrammeWords(LawPack pack, Locale locale) {
        this.pack = pack;
        this.words = new ReasonWords(locale);
    }

    String in(Text text) {
        return words.in(text);
    }

    List<String> says(Programme programme, Standing standing) {
        return switch (standing.answer()) {
            case MET -> provisions(programme, standing);
            case NOT_MET -> why(programme, standing);
            case UNDETERMINED -> facts(standing.missing());
        };
    }

    private List<String> provisions(Programme programme, Standing standing) {
        return programme.provisions().stream()
                .filter(it -> standing.provisions().contains(it.id()))
                .map(it -> words.in(it.says()))
                .toList();
    }

    /** Reasons are shown once each: many provisions fail for the same one. */
    List<String> why(Programme programme, Standing standing) {
        var said = new LinkedHashSet<String>();
        for (var code : standing.reasons()) {
            said.add(reason(programme, code));
        }
        return said.stream().limit(MOST).toList();
    }

    private String reason(Programme programme, String code) {
        var text = programme.reasons().get(code);
        if (text != null) {
            return words.in(text.text());
        }
        return pack.exclusive().stream()
                .filter(it -> it.id().equals(code))
                .findFirst()
                .map(it -> words.in(ONE_OF)
                        + it.programmes().stream()
                                .flatMap(id -> pack.programme(id).stream())
                                .map(other -> words.in(other.label()))
                                .collect(Collectors.joining("; ")))
                .or(() -> Optional.ofNullable(OWN.get(code)).map(words::in))
                .orElse(code);
    }

    List<String> facts(List<String> ids) {
        return ids.stream()
                .map(id -> pack.dictionary()
                        .fact(id)
                        .map(it -> words.in(it.label()))
                        .orElse(id))
                .distinct()
                .toList();
    }

    /** The tree of reasons on the last of these days. */
    List<ReasonLine> reasons(ProgrammeOutcome outcome, DateRange days) {
        return outcome.reasons().on(days.to()).map(words::lines).orElse(List.of());
    }
}
