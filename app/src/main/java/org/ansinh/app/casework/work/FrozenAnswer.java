package org.ansinh.app.casework.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansinh.app.casework.Application;
import org.ansinh.app.determination.PersonEntitlements;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.pack.Language;
import tools.jackson.databind.json.JsonMapper;

/** What the law said of a file when its decision was drafted, as the decision keeps it: the same words as of a determination of everybody, and why not where it is not. */
final class FrozenAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FrozenAnswer() {}

    static String of(
            Application file, ProgrammeOutcome outcome, SaidOfFile said, long ifSigned, PersonEntitlements known) {
        var standing = said.standing();
        var kept = new LinkedHashMap<String, Object>();
        kept.put("semantics", 1);
        kept.put("month", outcome.standing().spans().getFirst().days().from().toString());
        kept.put("programme", file.programme());
        kept.put("subject_kind", file.subject().household() ? "h" : "p");
        kept.put("subject", file.subject().id());
        kept.put("answer", standing.answer().name().substring(0, 1).toLowerCase(Locale.ROOT));
        kept.put("amount", standing.amount().orElse(0));
        kept.put("floor", standing.decidable());
        kept.put("if_signed", ifSigned);
        kept.put("provisions", String.join(",", standing.provisions()));
        kept.put("missing", String.join(",", standing.missing()));
        kept.put("unverified", outcome.restsOnUnverifiedLaw());
        kept.put("payee_kind", outcome.payee().word());
        kept.put("known_at", known.knownAt());
        kept.put("pack", known.packHash());
        if (!said.refusals().isEmpty()) {
            kept.put("why_not", whyNot(said));
        }
        return JSON.writeValueAsString(kept);
    }

    private static List<Map<String, String>> whyNot(SaidOfFile said) {
        return said.refusals().stream()
                .map(it -> Map.of(
                        "code", it.code(),
                        "vi", it.says().vi(),
                        "en", it.says().en(),
                        "basis_vi", it.basis().cited(Language.VI),
                        "basis_en", it.basis().cited(Language.EN)))
                .toList();
    }
}
