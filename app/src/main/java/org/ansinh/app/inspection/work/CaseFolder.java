package org.ansinh.app.inspection.work;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.casework.CaseRecord;
import org.ansinh.app.casework.CaseRecordDesk;
import org.ansinh.app.casework.GrievanceDesk;
import org.ansinh.app.determination.AnswerThen;
import org.ansinh.app.determination.AnswerThenDesk;
import org.ansinh.app.inspection.Dossier;
import org.ansinh.app.inspection.store.SubjectRows;
import org.springframework.stereotype.Component;

/** The papers of one case: each decision with the answer it froze, the same question asked again, and who complained. */
@Component
class CaseFolder {

    private final CaseRecordDesk records;
    private final AnswerThenDesk answers;
    private final GrievanceDesk grievances;
    private final SubjectRows rows;

    CaseFolder(CaseRecordDesk records, AnswerThenDesk answers, GrievanceDesk grievances, SubjectRows rows) {
        this.records = records;
        this.answers = answers;
        this.grievances = grievances;
        this.rows = rows;
    }

    List<Dossier.Paper> papers(Dossier.Subject subject, String programme) {
        return records.records(new CaseRecord.Subject(subject.household(), subject.id(), programme)).stream()
                .map(it -> paper(subject, programme, it))
                .toList();
    }

    private Dossier.Paper paper(Dossier.Subject subject, String programme, CaseRecord record) {
        var again = record.frozen()
                .flatMap(frozen -> again(subject, programme, frozen))
                .or(() -> signedBefore(record).flatMap(month -> now(subject, programme, month)));
        var numbers = Stream.concat(
                        record.frozen().map(CaseRecord.Frozen::knownAt).stream(),
                        again.stream().flatMap(it -> it.facts().stream()).map(AnswerThen.FactThen::recording))
                .distinct()
                .toList();
        return new Dossier.Paper(
                record,
                again,
                numbers.isEmpty() ? Map.of() : rows.recorded(numbers),
                grievances.against(record.decision().id()));
    }

    /** The month in which it was signed, of a decision that was taken over from paper. */
    private static Optional<YearMonth> signedBefore(CaseRecord record) {
        var signatures = record.decision().signatures();
        return signatures.takenOver() ? signatures.signedOn().map(YearMonth::from) : Optional.empty();
    }

    private Optional<AnswerThen> now(Dossier.Subject subject, String programme, YearMonth month) {
        return answers.again(new AnswerThenDesk.Question(
                        subject.person(),
                        subject.household() ? Optional.of(subject.id()) : Optional.empty(),
                        programme,
                        month,
                        rows.newestRecording(),
                        ""))
                .filter(it -> !it.answer().isEmpty());
    }

    private Optional<AnswerThen> again(Dossier.Subject subject, String programme, CaseRecord.Frozen frozen) {
        return answers.again(new AnswerThenDesk.Question(
                subject.person(),
                subject.household() ? Optional.of(subject.id()) : Optional.empty(),
                programme,
                frozen.month(),
                frozen.knownAt(),
                frozen.ids()));
    }
}
