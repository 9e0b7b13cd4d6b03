package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.casework.CaseRecord;
import org.ansinh.app.casework.CaseRecordDesk;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.store.AttachmentRows;
import org.ansinh.app.casework.store.DecisionRows;
import org.ansinh.app.casework.store.RecordRows;
import org.ansinh.app.casework.store.RecordRows.Beside;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.determination.Masks;
import org.ansinh.app.determination.Names;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the record of a case out of the shelf: every decision with who stood for it and what it froze, as far as it may leave on paper. */
@Service
class RecordOffice implements CaseRecordDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RecordRows rows;
    private final DecisionRows decisions;
    private final LetterGrounds law;
    private final EntitlementsSeen seen;
    private final Names names;
    private final AttachmentRows attachments;

    RecordOffice(
            RecordRows rows,
            DecisionRows decisions,
            LetterGrounds law,
            EntitlementsSeen seen,
            Names names,
            AttachmentRows attachments) {
        this.rows = rows;
        this.decisions = decisions;
        this.law = law;
        this.seen = seen;
        this.names = names;
        this.attachments = attachments;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CaseRecord.Subject> caseOf(DecisionId decision) {
        return rows.caseOf(decision);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> programmes(boolean household, int subjectId) {
        return rows.programmes(household, subjectId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseRecord> records(CaseRecord.Subject of) {
        var masks = seen.masks().onPaper();
        return rows.of(of).stream()
                .flatMap(it -> decisions.find(it.id()).map(decision -> record(decision, it, masks)).stream())
                .toList();
    }

    private CaseRecord record(Decision decision, Beside it, Masks masks) {
        boolean tells = masks.tells(decision.programme(), decision.determination() + ' ' + it.provisions());
        boolean told = tells && !decision.determination().isEmpty();
        var json = told ? JSON.readTree(decision.determination()) : JSON.createObjectNode();
        var frozen = told ? frozen(decision.programme(), json, masks) : Optional.<CaseRecord.Frozen>empty();
        var day = decision.signatures()
                .signedOn()
                .or(() -> frozen.map(then -> then.month().atDay(1)));
        return new CaseRecord(
                decision.withoutDetermination(),
                names.authority(it.authority(), LawInWords.VIETNAMESE),
                it.draftedAt(),
                it.signedAt(),
                it.livedAt(),
                it.delegation(),
                it.file(),
                it.onFile().map(file -> papers(file, tells)).orElse(CaseRecord.Papers.NONE),
                tells ? decision.cause() : "",
                frozen.isPresent() && day.isPresent()
                        ? law.cited(law.pack(json), decision.programme(), json, day.get())
                        : List.of(),
                frozen);
    }

    /** The name of a paper gives away what it shows: where that may not be told, none is named. */
    private CaseRecord.Papers papers(RecordRows.OnFile file, boolean tells) {
        return new CaseRecord.Papers(
                file.shelf(), file.oneStop(), tells ? attachments.of(file.application()) : List.of());
    }

    /** Of an answer that tells months one by one the last of them stands for it. */
    private Optional<CaseRecord.Frozen> frozen(String programme, JsonNode json, Masks masks) {
        var stretches = new ArrayList<CaseRecord.Stretch>();
        json.path("owed")
                .forEach(it -> stretches.add(new CaseRecord.Stretch(
                        month(it.path("from")),
                        month(it.path("to")),
                        it.path("amount").asLong(0),
                        provisions(programme, it.path("provisions").asString("")))));
        var last = stretches.isEmpty() ? json : json.path("owed").get(stretches.size() - 1);
        var month = stretches.isEmpty() ? json.path("month") : last.path("to");
        return month.asString("").isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseRecord.Frozen(
                        month(month),
                        json.path("answer").asString(""),
                        provisions(programme, last.path("provisions").asString("")),
                        missing(last.path("missing").asString(""), masks),
                        last.path("provisions").asString(""),
                        last.path("amount").asLong(0),
                        json.path("floor").asLong(0),
                        json.path("if_signed").asLong(0),
                        json.path("known_at").asLong(0),
                        json.path("pack").asString(""),
                        List.copyOf(stretches),
                        whyNot(json)));
    }

    private static YearMonth month(JsonNode day) {
        return YearMonth.from(LocalDate.parse(day.asString("")));
    }

    private String provisions(String programme, String ids) {
        return names.provisions(programme, ids, LawInWords.VIETNAMESE);
    }

    /** A hidden fact that must still be asked is not even counted. */
    private String missing(String ids, Masks masks) {
        var told = Stream.of(ids.split(",")).filter(it -> !it.isEmpty() && masks.tellsFact(it));
        return names.facts(told.collect(Collectors.joining(",")), LawInWords.VIETNAMESE);
    }

    private static List<Letter.Reason> whyNot(JsonNode json) {
        var found = new ArrayList<Letter.Reason>();
        json.path("why_not")
                .forEach(it -> found.add(new Letter.Reason(
                        it.path("vi").asString(""), it.path("basis_vi").asString(""))));
        return List.copyOf(found);
    }
}
