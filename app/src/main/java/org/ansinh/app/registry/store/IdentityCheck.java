package org.ansinh.app.registry.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadResult.Repair;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.model.CleanText;
import org.ansinh.app.registry.model.PersonalNumber;
import org.ansinh.app.registry.model.PersonalNumber.Finding;
import org.jspecify.annotations.Nullable;

/** What one row alone shows: a text that cannot be one, a birth in the future, a number that disagrees with year or sex. */
final class IdentityCheck {

    private static final int MOST_CHARACTERS = 200;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1880, 1, 1);

    private final LocalDate today;
    private final List<Refusal> refusals;
    private final List<Repair> repairs = new ArrayList<>();

    IdentityCheck(LocalDate today, List<Refusal> refusals) {
        this.today = today;
        this.refusals = refusals;
    }

    List<Repair> repairs() {
        return repairs;
    }

    Optional<CheckedIdentity> check(int line, IdentityLine it) {
        if (it.name().isEmpty() || it.born().isEmpty() || it.sex().isEmpty()) {
            return refuse(
                    line,
                    it.name().isEmpty() ? "name" : it.born().isEmpty() ? "born" : "sex",
                    "",
                    "identity_incomplete",
                    "");
        }
        return checkCorrection(line, it);
    }

    Optional<CheckedIdentity> checkCorrection(int line, IdentityLine it) {
        var name = it.name().map(text -> CleanText.of(text, MOST_CHARACTERS)).orElse(new CleanText.Clean("?"));
        if (name instanceof CleanText.Unusable(var why, var detail)) {
            return refuse(line, "name", shown(it.name().orElse("")), why, detail);
        }
        var clean = ((CleanText.Clean) name).text();
        if (clean.isEmpty() || it.name().isPresent() && clean.codePoints().noneMatch(Character::isLetter)) {
            return refuse(line, "name", clean, "name_without_letters", "");
        }
        var days = daysOf(line, it);
        if (days.isPresent()) {
            return days.get();
        }
        if (it.sex().isPresent() && !List.of("male", "female").contains(it.sex().get())) {
            return refuse(line, "sex", it.sex().get(), "value_outside_list", "male, female");
        }
        var named = new IdentityLine(
                it.name().map(text -> clean),
                it.born(),
                it.precision(),
                it.sex(),
                it.ethnicGroup(),
                Optional.empty(),
                it.oldNumbers(),
                it.diedOn());
        return it.personalNumber()
                        .filter(number -> !number.equals(IdentityLine.NO_NUMBER))
                        .isEmpty()
                ? Optional.of(new CheckedIdentity(
                        it.personalNumber().map(named::number).orElse(named), null, null))
                : withNumber(line, named, it.personalNumber().get());
    }

    private Optional<Optional<CheckedIdentity>> daysOf(int line, IdentityLine it) {
        var born = it.born().orElse(null);
        var died = it.diedOn().filter(day -> !day.equals(IdentityLine.NOT_DEAD)).orElse(null);
        if (born != null && born.isAfter(today)) {
            return Optional.of(refuse(line, "born", born.toString(), "birth_in_future", today.toString()));
        }
        if (born != null && born.isBefore(FIRST_BIRTH)) {
            return Optional.of(refuse(line, "born", born.toString(), "birth_too_long_ago", FIRST_BIRTH.toString()));
        }
        if (died != null && died.isAfter(today)) {
            return Optional.of(refuse(line, "died_on", died.toString(), "death_in_future", today.toString()));
        }
        if (born != null && died != null && died.isBefore(born)) {
            return Optional.of(refuse(line, "died_on", died.toString(), "death_before_birth", born.toString()));
        }
        return Optional.empty();
    }

    private Optional<CheckedIdentity> withNumber(int line, IdentityLine it, String written) {
        if (it.born().isEmpty() || it.sex().isEmpty()) {
            return refuse(line, "personal_number", written, "identity_incomplete", "");
        }
        return switch (PersonalNumber.check(
                written, it.born().get(), it.sex().get().equals("male"))) {
            case Finding.Fits(var number) -> Optional.of(new CheckedIdentity(it.number(number), "unverified", null));
            case Finding.Disagrees(var number, var with) -> {
                // Kept and marked; whoever brings it must see that it will be a task.
                repairs.add(new Repair(line, "personal_number", written, number, "number_conflict_" + with));
                yield Optional.of(new CheckedIdentity(it.number(number), "conflict", with));
            }
            case Finding.Repaired(var number) -> {
                repairs.add(new Repair(line, "personal_number", written, number, "number_zeros_restored"));
                yield Optional.of(new CheckedIdentity(it.number(number), "unverified", null));
            }
            case Finding.Nonsense(var why) -> refuse(line, "personal_number", shown(written), why, "");
        };
    }

    private Optional<CheckedIdentity> refuse(
            int line, String field, String value, String why, @Nullable String detail) {
        refusals.add(new Refusal("person", line, field, value, why, detail == null ? "" : detail));
        return Optional.empty();
    }

    /** The value as it can be shown and written into a file: broken characters become their replacement mark. */
    private static String shown(String raw) {
        var text = raw.replaceAll("\\p{Cc}", "\uFFFD")
                .replaceAll("[\\uD800-\\uDFFF](?![\\uDC00-\\uDFFF])(?<![\\uD800-\\uDBFF][\\uDC00-\\uDFFF])", "\uFFFD");
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
