package org.ansinh.app.registry.work;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.app.registry.PopulationCheckDesk.Repair;
import org.ansinh.app.registry.PopulationCheckDesk.Row;
import org.ansinh.app.registry.PopulationCheckDesk.Sent;
import org.ansinh.app.registry.PopulationCheckDesk.Theirs;
import org.ansinh.app.registry.model.Folding;
import org.ansinh.app.registry.model.PersonalNumber;

/** What a row says of who somebody is, part by part beside what was sent: only what differs stays. */
final class CheckParts {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Row row;
    private final Sent sent;
    private final List<Repair> repairs;

    CheckParts(Row row, Sent sent, List<Repair> repairs) {
        this.row = row;
        this.sent = sent;
        this.repairs = repairs;
    }

    Theirs differing() {
        var said = row.theirs();
        var born = said.born().filter(it -> !isAsExact(it, said.bornPrecision().orElse("day")));
        return new Theirs(
                said.name().filter(it -> !SameName.of(it, sent.name())).map(this::written),
                born,
                born.flatMap(it -> said.bornPrecision()),
                said.sex().filter(it -> !it.equals(sent.sex())),
                number(said),
                said.residence().filter(it -> !Folding.fold(it).equals(Folding.fold(sent.residence()))));
    }

    /** A year alone does not contradict a day of that year, and says no more than the register has. */
    private boolean isAsExact(LocalDate said, String precision) {
        return switch (precision) {
            case "year" -> said.getYear() == sent.born().getYear();
            case "month" ->
                said.getYear() == sent.born().getYear()
                        && said.getMonth() == sent.born().getMonth()
                        && !sent.bornPrecision().equals("year");
            default -> said.equals(sent.born()) && sent.bornPrecision().equals("day");
        };
    }

    /** Whether a day is what was sent, however exact that was. */
    static boolean fits(LocalDate echoed, Sent sent) {
        return echoed.equals(sent.born());
    }

    /** Registers of the police are in capitals; ours are not. */
    private String written(String name) {
        if (!name.equals(name.toUpperCase(VIETNAMESE))) {
            return name;
        }
        var plain = Arrays.stream(name.toLowerCase(VIETNAMESE).split(" "))
                .filter(it -> !it.isEmpty())
                .map(it -> it.substring(0, 1).toUpperCase(VIETNAMESE) + it.substring(1))
                .collect(Collectors.joining(" "));
        repairs.add(new Repair(row.row(), "capitals", name, plain));
        return plain;
    }

    private Optional<String> number(Theirs said) {
        if (said.number().isEmpty()
                || bare(said.number().get()).equals(bare(sent.number().orElse("")))) {
            return Optional.empty();
        }
        var written = said.number().get();
        var born = said.born().orElse(sent.born());
        var male = said.sex().orElse(sent.sex()).equals("male");
        return switch (PersonalNumber.check(written, born, male)) {
            case PersonalNumber.Finding.Fits(var number) -> Optional.of(number);
            case PersonalNumber.Finding.Repaired(var number) -> {
                repairs.add(new Repair(row.row(), "zeros", written, number));
                yield Optional.of(number);
            }
            case PersonalNumber.Finding.Disagrees(var number, var with) -> {
                repairs.add(new Repair(row.row(), "disagrees_" + with, number, number));
                yield Optional.of(number);
            }
            case PersonalNumber.Finding.Nonsense(var why) -> throw CheckJudge.stop(row, "number", written, why, "");
        };
    }

    /** Nothing that was sent is contradicted: the database has a number or an exact day where the register has none. */
    boolean onlyAdds(Theirs theirs) {
        var number = theirs.number().isEmpty() || sent.number().isEmpty();
        var born = theirs.born().isEmpty()
                || !sent.bornPrecision().equals("day")
                        && theirs.born().get().getYear() == sent.born().getYear();
        return number
                && born
                && theirs.name().isEmpty()
                && theirs.sex().isEmpty()
                && theirs.residence().isEmpty();
    }

    /** Digits without the zeros that a spreadsheet takes away. */
    static String bare(String number) {
        return number.replaceAll("[\\s.\\u00A0'’`-]", "").replaceFirst("^0+", "");
    }
}
