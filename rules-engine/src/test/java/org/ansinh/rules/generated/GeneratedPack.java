package org.ansinh.rules.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ansinh.rules.Law;

/** A law pack of some programmes that use the whole language: lists, outcomes of one another, unknown facts, changing figures. */
public final class GeneratedPack {

    private static final String BASIS = "basis: {instrument: 1/2021/NĐ-CP, article: 1}, certainty: confirmed";
    private static final String HEADER = """
            id: generated
            version: 1.0.0
            jurisdiction: VN
            covers: {from: 2020-01-01, confirmed_through: 2026-12-31}
            needs_engine: 1
            life: {born: person.born, died: person.died_on}
            """;
    private static final String INSTRUMENT = """
            number: 1/2021/NĐ-CP
            kind: decree
            title: {vi: Nghị định thử, en: Test decree}
            issuer: {vi: Chính phủ, en: Government}
            signed: 2020-01-01
            in_force: 2020-01-01
            certainty: confirmed
            source: invented for tests
            """;
    private static final String DICTIONARY = """
            enumerations:
              - {id: disability, values: [{id: none, label: NAME}, {id: mild, label: NAME}, {id: severe, label: NAME}]}
              - {id: rank, values: [{id: a, label: NAME}, {id: b, label: NAME}, {id: c, label: NAME}, {id: d, label: NAME}, {id: e, label: NAME}]}
              - {id: class, values: [{id: none, label: NAME}, {id: poor, label: NAME}]}
              - {id: region, values: [{id: i, label: NAME}, {id: ii, label: NAME}, {id: iii, label: NAME}]}
            facts:
              - {id: person.born, label: NAME, type: day, when_absent: ask}
              - {id: person.died_on, label: NAME, type: day, when_absent: {value: 9999-12-31, says: NAME}}
              - {id: person.lame, label: NAME, type: bool, when_absent: {value: false, says: NAME}}
              - {id: person.alone, label: NAME, type: bool, when_absent: ask}
              - {id: person.disability, label: NAME, type: enum disability, when_absent: {value: none, says: NAME}}
              - {id: person.rank, label: NAME, type: enum rank, when_absent: ask}
              - {id: person.pension, label: NAME, type: dong, range: {min: 0, max: 100000000}, when_absent: ask}
              - {id: person.wage, label: NAME, type: dong, range: {min: 0, max: 100000000}, when_absent: {value: 0, says: NAME}}
              - {id: person.share, label: NAME, type: decimal, range: {min: 0, max: 1}, when_absent: ask}
              - {id: person.certified_on, label: NAME, type: day, when_absent: {value: 2021-01-01, says: NAME}}
              - {id: household.class, label: NAME, type: enum class, when_absent: {value: none, says: NAME}}
              - {id: household.on_grid, label: NAME, type: bool, when_absent: {value: true, says: NAME}}
              - {id: household.rooms, label: NAME, type: int, range: {min: 0, max: 20}, when_absent: ask}
              - {id: household.income, label: NAME, type: dong, range: {min: 0, max: 100000000}, when_absent: {value: 0, says: NAME}}
              - {id: village.remote, label: NAME, type: bool, when_absent: {value: false, says: NAME}}
              - {id: village.region, label: NAME, type: enum region, when_absent: ask}
            relations:
              - {id: person.raises, label: NAME, from: person, to: person}
              - {id: person.raised_by, label: NAME, inverse_of: person.raises}
            definitions:
              - {id: person.in_poor_home, label: NAME, type: bool, means: "household.class == class.poor && (village.remote || household.rooms < p.few)", basis: {instrument: 1/2021/NĐ-CP}}
              - {id: person.needs_care, label: NAME, type: bool, means: "person.lame || person.disability == disability.severe || person.raises.exists(z, z.alone)", basis: {instrument: 1/2021/NĐ-CP}}
            """;
    private static final String TABLES = """
            - id: t.by_disability
              label: NAME
              type: dong
              by: enum disability
              values:
                - {from: 2020-01-01, BASIS, rows: {mild: 200000, severe: 360000}, otherwise: 0}
                - {from: 2024-07-10, BASIS, rows: {mild: 300000, severe: 500000}, otherwise: 0}
            - id: t.by_wage
              label: NAME
              type: dong
              by: dong
              values:
                - {from: 2020-01-01, BASIS, rows: {..99999: 500000, 100000: 300000, 100001..400000: 200000}, otherwise: 0}
            - id: t.ages
              label: NAME
              type: int
              by: enum rank
              values:
                - {from: 2020-01-01, BASIS, rows: {a: 16, b: 40, c: 60}, otherwise: 75}
            """;

    private final Dice dice;
    private final Path folder;
    private final List<String> forPeople = new ArrayList<>();
    private final List<String> forHouseholds = new ArrayList<>();
    private final List<String> payingPeople = new ArrayList<>();

    private GeneratedPack(Dice dice, Path folder) {
        this.dice = dice;
        this.folder = folder;
    }

    /** Writes a pack into an empty folder and loads it. */
    public static Law in(Path folder, long seed) {
        var pack = new GeneratedPack(new Dice(seed), folder);
        pack.write("pack.yaml", HEADER);
        pack.write("instruments/1.yaml", INSTRUMENT);
        pack.write("dictionary/all.yaml", DICTIONARY);
        pack.write("parameters/all.yaml", pack.parameters());
        pack.write("parameters/tables.yaml", TABLES.replace("BASIS", BASIS));
        int programmes = 2 + pack.dice.below(4);
        for (int i = 0; i < programmes; i++) {
            pack.programme(i);
        }
        pack.combination();
        return Law.load(folder);
    }

    private void write(String file, String text) {
        var path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text.replace("NAME", "{vi: Tên, en: Name}"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private String parameters() {
        return parameter("p.rate", "dong", "300000", "500000", "750000")
                + parameter("p.low", "dong", "200000", "360000", "500000")
                + parameter("p.coefficient", "decimal", "1.5", "2.0", "2.75")
                + parameter("p.share", "decimal", "30", "70", "100")
                + parameter("p.age", "int", "16", "60", "75")
                + parameter("p.months", "int", "36", "72", "192")
                + parameter("p.few", "int", "1", "2", "3")
                + parameter("p.many", "int", "30", "90", "400")
                + parameter("p.open", "bool", "true", "false")
                + parameter("p.day", "day", "2024-07-15", "2024-09-30", "2023-01-01");
    }

    private String parameter(String id, String type, String... values) {
        var text = new StringBuilder("- id: %s\n  label: NAME\n  type: %s\n  values:\n".formatted(id, type));
        text.append("    - {from: 2020-01-01, value: %s, %s}\n".formatted(dice.of(values), BASIS));
        if (dice.oneIn(3)) {
            text.append("    - {from: 2024-0%d-%s, value: %s, %s}\n"
                    .formatted(6 + dice.below(3), dice.of("01", "10"), dice.of(values), BASIS));
        }
        return text.toString();
    }

    private void programme(int number) {
        boolean person = !dice.oneIn(3);
        boolean pays = !dice.oneIn(5);
        var id = (pays ? "pays" : "stands") + number;
        var expressions = new GeneratedExpression(dice, person, List.copyOf(forPeople), List.copyOf(forHouseholds));
        var period = pays ? period(person) : "standing";
        var text = new StringBuilder(
                """
                id: %s
                label: NAME
                subject: %s
                kind: right
                period: %s
                payee: %s
                provisions:
                """.formatted(id, person ? "person" : "household", period, person ? "beneficiary" : "household_head"));
        int provisions = 1 + dice.below(5);
        for (int i = 0; i < provisions; i++) {
            provision(text, "way" + i, expressions, pays);
            if (!period.startsWith("event")) {
                begin(text, expressions);
            }
        }
        combine(text, provisions);
        write("programmes/%s/rules.yaml".formatted(id), text.toString());
        write("programmes/%s/reasons.yaml".formatted(id), "no: NAME\n");
        (person ? forPeople : forHouseholds).add(id);
        if (person && pays) {
            payingPeople.add(id);
        }
    }

    private String period(boolean person) {
        if (!person) {
            return dice.of("month", "quarter", "quarter\nprices_on: first_day_of_period");
        }
        return dice.oneIn(4)
                ? dice.of(
                        "event\nevent: {fact: person.certified_on}",
                        "event\nevent: {each: person.lame}",
                        "event\nevent: {figure: p.day}",
                        "event\nevent: {every: 07-20}")
                : dice.of("month", "month", "month\nprices_on: last_day_of_period");
    }

    private void provision(StringBuilder text, String id, GeneratedExpression expressions, boolean pays) {
        text.append("  - id: %s\n    says: NAME\n    from: %s\n"
                .formatted(id, dice.oneIn(4) ? "2024-07-10" : "2020-01-01"));
        if (dice.oneIn(5)) {
            text.append("    to: 2024-07-2%d\n".formatted(dice.below(9)));
        }
        text.append("    basis: {instrument: 1/2021/NĐ-CP, article: 1}\n    certainty: %s\n    conditions:\n"
                .formatted(dice.oneIn(5) ? "from_memory" : "confirmed"));
        int conditions = 1 + dice.below(3);
        for (int i = 0; i < conditions; i++) {
            text.append("      - {id: %s_c%d, says: NAME, when: \"%s\", else: no}\n"
                    .formatted(id, i, expressions.condition()));
        }
        if (pays && dice.oneIn(9)) {
            text.append("    hole: NAME\n");
        } else if (pays) {
            text.append("    amount: \"%s\"\n".formatted(expressions.amount()));
        }
    }

    private void begin(StringBuilder text, GeneratedExpression expressions) {
        text.append("    start: {rule: %s}\n"
                .formatted(
                        dice.of("month_of_signature", "month_met", "month_met", "month_of, fact: person.certified_on")
                                .replace("month_of, fact: person.certified_on", expressions.dayRule())));
        text.append("    stop: {rule: %s}\n".formatted(dice.of("month_after", "same_month")));
    }

    private void combine(StringBuilder text, int provisions) {
        if (provisions < 2) {
            return;
        }
        var rule = dice.of("highest", "highest", "sum", "first");
        text.append("combine:\n  rule: %s\n".formatted(rule));
        if (rule.equals("highest") && dice.oneIn(2)) {
            text.append("  adds:\n    - {add: [way0], to: [way1]}\n");
        }
    }

    private void combination() {
        if (payingPeople.size() < 2 || dice.oneIn(2)) {
            return;
        }
        var rules = new StringBuilder("exclusive:\n");
        for (int i = 0; i + 1 < payingPeople.size(); i++) {
            rules.append("  - {id: rule%d, programmes: [%s, %s], keep: %s, per: %s, from: %s, %s}\n"
                    .formatted(
                            i,
                            payingPeople.get(i),
                            payingPeople.get(i + 1),
                            dice.of("higher", "higher", "first"),
                            dice.of("subject", "subject", "household"),
                            dice.of("2020-01-01", "2020-01-01", "2024-07-20"),
                            BASIS));
        }
        write("programmes/combination.yaml", rules.toString());
    }

    public static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
