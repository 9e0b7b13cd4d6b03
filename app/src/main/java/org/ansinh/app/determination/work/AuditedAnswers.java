package org.ansinh.app.determination.work;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.determination.AnswersForPrograms;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.determination.Masks;
import org.ansinh.app.determination.store.SeenRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.determination.ReasonJson;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the database, as the officer, whether they see the person; then answers and leaves an entry. */
@Service
class AuditedAnswers implements AnswersForPrograms {

    private final DeterminationDesk determination;
    private final SeenRows seen;
    private final AuditDesk audit;
    private final LawbookDesk lawbook;

    AuditedAnswers(DeterminationDesk determination, SeenRows seen, AuditDesk audit, LawbookDesk lawbook) {
        this.determination = determination;
        this.seen = seen;
        this.audit = audit;
        this.lawbook = lawbook;
    }

    @Override
    @Transactional
    public Optional<String> ofPerson(int person, DateRange days, OptionalLong knownAt) {
        if (!seen.sees(person)) {
            return Optional.empty();
        }
        audit.read(AuditDesk.Reading.API_PERSON, person);
        var answer = determination.ofPerson(SubjectId.person(person), days, knownAt);
        var pack = lawbook.current().pack();
        var told = new Told(pack, new Masks(pack, seen.purposes()));
        return Optional.of(Stream.concat(Stream.of(answer.person()), answer.households().stream())
                .map(told::of)
                .map(ReasonJson::of)
                .collect(Collectors.joining(",", "{\"known_at\":%d,\"answers\":[".formatted(answer.knownAt()), "]}")));
    }
}
