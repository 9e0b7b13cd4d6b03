package org.ansinh.app.exchange.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.rules.pack.SubjectKind;

/** Whom a row means: a commune of one's area, a household in it, a person by key or number. */
final class RowSubjects {

    private final Subjects subjects;
    private final Places places;
    private final Optional<Set<String>> area;
    private final List<Notice> notices = new ArrayList<>();

    RowSubjects(Subjects subjects, Places places, Optional<Set<String>> area) {
        this.subjects = subjects;
        this.places = places;
        this.area = area;
    }

    List<Notice> notices() {
        return notices;
    }

    Optional<String> commune(RowReading it) {
        if (!it.says(Column.COMMUNE)) {
            return Optional.empty();
        }
        return switch (places.commune(it.cell(Column.COMMUNE), it.cell(Column.DISTRICT))) {
            case Places.Place.In(var code, var formerly, var name) -> {
                formerly.ifPresent(former -> notices.add(
                        new Notice(it.sheet(), it.row().number(), "forwarded", former.nameInDistrict(), name)));
                if (area.isPresent() && !area.get().contains(code)) {
                    throw it.stop(Column.COMMUNE, "commune_outside_area", name);
                }
                yield Optional.of(code);
            }
            case Places.Place.No(var why, var candidates) -> throw it.stop(Column.COMMUNE, why, candidates);
        };
    }

    SubjectRef home(RowReading it) {
        var code = it.needed(Column.HOUSEHOLD);
        return switch (subjects.household(commune(it), code)) {
            case Subjects.Home.Found(var household) -> household;
            case Subjects.Home.Unknown() ->
                throw it.stop(
                        Column.HOUSEHOLD,
                        subjects.isHouseholdRefused(code) ? "subject_refused" : "household_unknown",
                        "");
            case Subjects.Home.InSeveralCommunes(var communes) ->
                throw it.stop(Column.HOUSEHOLD, "household_in_several_communes", String.join(", ", communes));
        };
    }

    SubjectRef subject(int line, RowReading it, SubjectKind kind) {
        return kind == SubjectKind.HOUSEHOLD ? home(it) : person(line, it);
    }

    SubjectRef person(int line, RowReading it) {
        if (!it.says(Column.KEY) && !it.says(Column.PERSONAL_NUMBER) && it.says(Column.NAME) && it.says(Column.BORN)) {
            return subjects.person(line, PersonKey.of(it), "")
                    .orElseThrow(() -> it.stop(Column.NAME, "person_unknown", ""));
        }
        return person(line, it, Column.KEY, Column.PERSONAL_NUMBER);
    }

    SubjectRef person(int line, RowReading it, Column key, Column number) {
        var written = it.number(number);
        var meant = subjects.number(key == number && subjects.isKey(written) ? "" : written);
        if (meant.repaired()) {
            notices.add(new Notice(it.sheet(), it.row().number(), "number_zeros_restored", written, meant.digits()));
        }
        var told = it.says(key) ? key : number;
        if (subjects.isPersonRefused(it.cell(key), meant.digits())) {
            throw it.stop(told, "subject_refused", "");
        }
        return subjects.person(line, it.cell(key), meant.digits()).orElseThrow(() -> {
            return it.stop(it.says(told) ? told : key, it.says(told) ? "person_unknown" : "value_missing", "");
        });
    }
}
