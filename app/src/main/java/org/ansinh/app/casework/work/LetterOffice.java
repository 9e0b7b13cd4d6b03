package org.ansinh.app.casework.work;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.LetterDesk;
import org.ansinh.app.casework.store.DecisionRows;
import org.ansinh.app.casework.store.LetterRows;
import org.ansinh.app.casework.store.LetterRows.Printed;
import org.ansinh.app.determination.Names;
import org.ansinh.rules.pack.Programme;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts a decision on paper: what it froze, who it is about, who signed it and for whom. */
@Service
class LetterOffice implements LetterDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DecisionRows decisions;
    private final LetterRows letters;
    private final LetterGrounds law;
    private final LetterWriter writer;
    private final AnswerLetters answers;
    private final Names names;

    LetterOffice(
            DecisionRows decisions,
            LetterRows letters,
            LetterGrounds law,
            LetterWriter writer,
            AnswerLetters answers,
            Names names) {
        this.decisions = decisions;
        this.letters = letters;
        this.law = law;
        this.writer = writer;
        this.answers = answers;
        this.names = names;
    }

    @Override
    @Transactional
    public Optional<Letter> letter(DecisionId decision) {
        return decisions.find(decision).flatMap(it -> letters.find(decision).flatMap(printed -> letter(it, printed)));
    }

    private Optional<Letter> letter(Decision it, Printed printed) {
        var frozen = it.determination().isEmpty() ? JSON.createObjectNode() : JSON.readTree(it.determination());
        var pack = law.pack(frozen);
        var day = it.signatures().signedOn().orElseGet(writer::today);
        var programme = pack.programme(it.programme());
        var says = new DecisionArticles(it, programme, frozen, printed.before(), printed.ended());
        var order = new Order(
                it.kind(),
                Letter.Form.DECISION,
                new Whose(
                        it.programme(),
                        it.household(),
                        it.subjectId(),
                        it.place().communeCode()),
                new Signed(printed.bookNumber(), it.signatures().signedOn(), printed.signer()),
                says.about(),
                law.cited(pack, it.programme(), it.kind().equals("stop") ? JSON.createObjectNode() : frozen, day),
                it.kind().equals("stop") ? law.ofStop(pack, it.programme(), day) : List.of(),
                considering(it, printed, frozen),
                says.articles(
                        programme.map(known -> from(known, frozen, it)).orElse(""),
                        it.kind().equals("refuse")
                                ? names.facts(frozen.path("missing").asString(""), LawInWords.VIETNAMESE)
                                : ""));
        return writer.write(
                order,
                new LetterWriter.Beside(
                        printed.authority(),
                        Optional.of(it.place().village()),
                        printed.file(),
                        law.complaint(pack, day),
                        Optional.empty(),
                        it.unverified()));
    }

    private String from(Programme programme, JsonNode frozen, Decision it) {
        var day = it.signatures().signedOn().orElseGet(writer::today);
        return programme.owing().event().isPresent()
                ? ""
                : law.from(LetterGrounds.provisions(programme, frozen).toList(), day);
    }

    private static String considering(Decision it, Printed printed, JsonNode frozen) {
        var who = it.household() ? "hộ ông/bà" : "ông/bà";
        return printed.file()
                .map(file -> "Xét hồ sơ số %s của %s %s.".formatted(file.number(), who, it.name()))
                .orElseGet(
                        () -> frozen.isEmpty() ? "" : "Theo kết quả xác định điều kiện hưởng lưu cùng Quyết định này.");
    }

    @Override
    @Transactional
    public Optional<Letter> answer(long grievance) {
        return answers.letter(grievance);
    }

    @Override
    @Transactional
    public Optional<Letter> write(Order order) {
        return writer.write(grounded(order), plain(order));
    }

    @Override
    @Transactional
    public Letter write(Order order, int person, Letter.Addressee to) {
        return writer.write(grounded(order), plain(order), person, to);
    }

    private Order grounded(Order order) {
        var day = order.signed().on().orElseGet(writer::today);
        return order.on(Stream.concat(
                        order.grounds().stream(), law.whoDecides(order.whose().programme(), day).stream())
                .toList());
    }

    private LetterWriter.Beside plain(Order order) {
        return writer.plain(order.whose().programme(), order.signed().on().orElseGet(writer::today));
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
