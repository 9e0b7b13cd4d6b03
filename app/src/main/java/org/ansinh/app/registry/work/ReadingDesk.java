package org.ansinh.app.registry.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.registry.model.Folding;
import org.ansinh.app.registry.store.FileRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ReadingDesk implements FilesDesk {

    private static final int SHOWN = 50;
    private static final Pattern DIGITS = Pattern.compile("\\d{4,12}");
    private static final Pattern BIRTHDAY = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4})");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{12}");

    private final FileRows rows;
    private final AuditDesk audit;

    ReadingDesk(FileRows rows, AuditDesk audit) {
        this.rows = rows;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Found find(String words) {
        var asked = Asked.of(words);
        var hits = rows.find(asked.words(), asked.digits(), asked.born(), SHOWN + 1);
        var more = hits.size() > SHOWN;
        var shown = more ? hits.subList(0, SHOWN) : hits;
        audit.searched(words.strip(), shown.stream().map(Hit::personId).toList());
        return new Found(List.copyOf(shown), more, hits.isEmpty() && isElsewhere(asked.digits()));
    }

    /** That a number is somebody's is all that is told of people outside the area, and the audit keeps of whom it was told. */
    private boolean isElsewhere(String digits) {
        if (!WHOLE_NUMBER.matcher(digits).matches()) {
            return false;
        }
        var person = rows.registeredElsewhere(digits);
        person.ifPresent(it -> audit.read(AuditDesk.Reading.OTHER_COMMUNE, it));
        return person.isPresent();
    }

    @Override
    @Transactional
    public Optional<PersonFile> person(int personId, Optional<LocalDate> knownOn) {
        return opened(personId, knownOn, AuditDesk.Reading.OPEN_PERSON);
    }

    @Override
    @Transactional
    public Optional<PersonFile> personForProgram(int personId, Optional<LocalDate> knownOn) {
        return opened(personId, knownOn, AuditDesk.Reading.API_PERSON);
    }

    private Optional<PersonFile> opened(int personId, Optional<LocalDate> knownOn, AuditDesk.Reading reading) {
        return rows.identity(personId).map(identity -> {
            var id = identity.personId();
            audit.read(reading, id);
            var household = identity.householdId();
            return new PersonFile(
                    identity,
                    household == null ? List.of() : rows.members(household),
                    rows.ties(id),
                    knownOn.map(day -> rows.factsKnownOn(id, day)).orElseGet(() -> rows.facts('p', id)),
                    rows.acts(id));
        });
    }

    @Override
    @Transactional
    public Optional<HouseholdFile> household(int householdId) {
        var found = rows.household(householdId);
        // The file of a household shows its people: each of them was looked at.
        found.ifPresent(
                file -> file.members().forEach(member -> audit.read(AuditDesk.Reading.OPEN_PERSON, member.personId())));
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Integer> householdByCode(String code) {
        var found = rows.householdsByCode(code);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** What was typed, taken apart: words for the index of words, digits for the numbers, a day for births. */
    record Asked(String words, String digits, @Nullable LocalDate born) {

        /** The last word may still be half typed; whoever has it whole comes first. */
        static Asked of(String typed) {
            var digits = "";
            var words = new ArrayList<String>();
            for (var word :
                    Arrays.stream(typed.split("[\\s,;]+")).flatMap(Asked::words).toList()) {
                if (digits.isEmpty() && DIGITS.matcher(word).matches()) {
                    digits = word;
                } else if (!word.isEmpty()) {
                    words.add("'" + word + "'");
                }
            }
            if (words.isEmpty()) {
                return new Asked("", digits, birthday(typed));
            }
            return new Asked(String.join(" & ", words), digits, birthday(typed));
        }

        /** One day; of two nobody was born. */
        private static @Nullable LocalDate birthday(String typed) {
            var days = Arrays.stream(typed.split("[\\s,;]+"))
                    .filter(it -> BIRTHDAY.matcher(it).matches())
                    .flatMap(it -> DayEntry.read(it).stream())
                    .distinct()
                    .toList();
            return days.size() == 1 ? days.getFirst() : null;
        }

        /** A household's code and a number stay whole however strokes and points part them; of a day of birth the index has the year. */
        private static Stream<String> words(String token) {
            var birthday = BIRTHDAY.matcher(token);
            if (birthday.matches()) {
                return Stream.of(birthday.group(1));
            }
            var folded = Folding.fold(token);
            return folded.chars().anyMatch(Character::isDigit)
                    ? Stream.of(folded.replace(" ", ""))
                    : Arrays.stream(folded.split(" "));
        }
    }
}
