package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.LetterDesk;
import org.ansinh.app.casework.store.DecisionRows;
import org.ansinh.app.casework.store.LetterRows;
import org.ansinh.app.casework.store.LetterRows.Printed;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.Writing;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts a decision on paper: what it froze, who it is about, who signed it and for whom. */
@Service
class LetterOffice implements LetterDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<Programme.Period, String> PER = Map.of(
            Programme.Period.MONTH, "tháng",
            Programme.Period.QUARTER, "quý",
            Programme.Period.TERM, "học kỳ",
            Programme.Period.YEAR, "năm");

    private final DecisionRows decisions;
    private final LetterRows letters;
    private final LetterGrounds law;
    private final LawInWords words;
    private final Names names;
    private final AuditDesk audit;

    LetterOffice(
            DecisionRows decisions,
            LetterRows letters,
            LetterGrounds law,
            LawInWords words,
            Names names,
            AuditDesk audit) {
        this.decisions = decisions;
        this.letters = letters;
        this.law = law;
        this.words = words;
        this.names = names;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Optional<Letter> letter(DecisionId decision) {
        return decisions
                .find(decision)
                .flatMap(it -> letters.find(decision).map(printed -> {
                    audit.read(AuditDesk.Reading.PRINT_PERSON, printed.person());
                    return letter(it, printed);
                }));
    }

    private Letter letter(Decision it, Printed printed) {
        var frozen = it.determination().isEmpty() ? JSON.createObjectNode() : JSON.readTree(it.determination());
        var pack = law.pack(frozen);
        var day = it.signatures().signedOn().orElse(words.today());
        var programme = pack.programme(it.programme());
        return new Letter(
                it.kind(),
                printed.bookNumber().map(number -> "%d/QĐ-UBND".formatted(number)),
                it.signatures().signedOn(),
                commune(it),
                printed.authority().equals("provincial_approver"),
                programme.map(known -> known.label().vi()).orElse(it.programme()),
                addressee(it, printed),
                law.cited(pack, it.programme(), frozen, day),
                printed.fileNumber().flatMap(number -> printed.receivedOn().map(on -> new Letter.File(number, on))),
                it.kind().equals("grant") ? programme.map(known -> gives(it, known, frozen, day)) : Optional.empty(),
                reasons(frozen),
                it.kind().equals("refuse")
                        ? names.facts(frozen.path("missing").asString(""), LawInWords.VIETNAMESE)
                        : "",
                new Letter.Signer(it.signatures().signedBy(), printed.delegation()),
                law.complaint(pack, day),
                it.unverified());
    }

    private Letter.Addressee addressee(Decision it, Printed printed) {
        var commune = commune(it);
        var village = it.place().village();
        return new Letter.Addressee(
                it.household(),
                it.name(),
                new Writing(LawInWords.VIETNAMESE).born(printed.born().orElse(null), printed.bornPrecision()),
                printed.personalNumber(),
                village.isEmpty() ? commune : village + ", " + commune);
    }

    /** Within a sentence the kind of a commune has a small letter: xã Yên Thổ. */
    private String commune(Decision it) {
        var name = names.communes()
                .getOrDefault(it.place().communeCode(), it.place().communeCode());
        return name.substring(0, 1).toLowerCase(LawInWords.VIETNAMESE) + name.substring(1);
    }

    private Letter.Gives gives(Decision it, Programme programme, JsonNode frozen, LocalDate day) {
        var met = LetterGrounds.provisions(programme, frozen).toList();
        var says = met.stream().map(Provision::says).map(text -> text.vi()).toList();
        return new Letter.Gives(
                it.amount(),
                DongInWords.of(it.amount()),
                PER.getOrDefault(programme.period(), ""),
                says,
                programme.owing().event().isPresent() ? "" : law.from(met, day));
    }

    private static List<Letter.Reason> reasons(JsonNode frozen) {
        var found = new ArrayList<Letter.Reason>();
        frozen.path("why_not")
                .forEach(it -> found.add(new Letter.Reason(
                        it.path("vi").asString(""), it.path("basis_vi").asString(""))));
        return found.stream().distinct().toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Delegation> delegations() {
        return letters.delegations();
    }

    @Override
    @Transactional
    public void delegate(Delegation delegation) {
        letters.delegate(delegation);
    }
}
