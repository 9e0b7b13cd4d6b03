package org.ansinh.app.determination.work;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.determination.Masks;
import org.ansinh.app.determination.PersonEntitlements;
import org.ansinh.app.determination.store.MemberRows;
import org.ansinh.app.determination.store.SeenRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the database, as the officer, whom they see; then answers. */
@Service
class SeenAnswers implements EntitlementsSeen {

    private final DeterminationDesk determination;
    private final SeenRows seen;
    private final MemberRows members;
    private final AuditDesk audit;
    private final LawbookDesk lawbook;

    SeenAnswers(
            DeterminationDesk determination, SeenRows seen, MemberRows members, AuditDesk audit, LawbookDesk lawbook) {
        this.determination = determination;
        this.seen = seen;
        this.members = members;
        this.audit = audit;
        this.lawbook = lawbook;
    }

    @Override
    @Transactional(readOnly = true)
    public Masks masks() {
        return new Masks(lawbook.current().pack(), seen.purposes());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> name(int person) {
        return members.name(person);
    }

    @Override
    @Transactional
    public Optional<PersonEntitlements> ofPerson(int person, DateRange days) {
        if (!seen.sees(person)) {
            return Optional.empty();
        }
        audit.read(AuditDesk.Reading.OPEN_PERSON, person);
        return Optional.of(determination.ofPerson(SubjectId.person(person), days, OptionalLong.empty()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonEntitlements> beside(int person, DateRange days) {
        return seen.sees(person)
                ? Optional.of(determination.ofPerson(SubjectId.person(person), days, OptionalLong.empty()))
                : Optional.empty();
    }

    @Override
    @Transactional
    public List<Member> ofHousehold(int household, DateRange days) {
        return members.of(household).stream()
                .map(it -> new Member(
                        it.person(),
                        it.name(),
                        determination.ofPerson(SubjectId.person(it.person()), days, OptionalLong.empty())))
                .toList();
    }
}
