package org.ansinh.app.exchange.model;

import static org.ansinh.app.exchange.model.Column.ACCOUNT;
import static org.ansinh.app.exchange.model.Column.AMOUNT;
import static org.ansinh.app.exchange.model.Column.BANK;
import static org.ansinh.app.exchange.model.Column.BORN;
import static org.ansinh.app.exchange.model.Column.CHANNEL;
import static org.ansinh.app.exchange.model.Column.COMMUNE;
import static org.ansinh.app.exchange.model.Column.DECISION_NUMBER;
import static org.ansinh.app.exchange.model.Column.DIED_ON;
import static org.ansinh.app.exchange.model.Column.DISTRICT;
import static org.ansinh.app.exchange.model.Column.ETHNIC_GROUP;
import static org.ansinh.app.exchange.model.Column.FACT;
import static org.ansinh.app.exchange.model.Column.FROM;
import static org.ansinh.app.exchange.model.Column.HOLDER;
import static org.ansinh.app.exchange.model.Column.HOUSEHOLD;
import static org.ansinh.app.exchange.model.Column.INSTANCE;
import static org.ansinh.app.exchange.model.Column.KEY;
import static org.ansinh.app.exchange.model.Column.KIND;
import static org.ansinh.app.exchange.model.Column.LEVEL;
import static org.ansinh.app.exchange.model.Column.NAME;
import static org.ansinh.app.exchange.model.Column.OFFICE;
import static org.ansinh.app.exchange.model.Column.OLD_NUMBER;
import static org.ansinh.app.exchange.model.Column.OTHER_KEY;
import static org.ansinh.app.exchange.model.Column.PAID_THROUGH;
import static org.ansinh.app.exchange.model.Column.PAYEE_KEY;
import static org.ansinh.app.exchange.model.Column.PAYEE_NUMBER;
import static org.ansinh.app.exchange.model.Column.PERSONAL_NUMBER;
import static org.ansinh.app.exchange.model.Column.PROGRAMME;
import static org.ansinh.app.exchange.model.Column.RELATION;
import static org.ansinh.app.exchange.model.Column.ROLE;
import static org.ansinh.app.exchange.model.Column.SEX;
import static org.ansinh.app.exchange.model.Column.SIGNED_ON;
import static org.ansinh.app.exchange.model.Column.SIGNER;
import static org.ansinh.app.exchange.model.Column.SIGNER_TITLE;
import static org.ansinh.app.exchange.model.Column.SOURCE;
import static org.ansinh.app.exchange.model.Column.TO;
import static org.ansinh.app.exchange.model.Column.VALUE;
import static org.ansinh.app.exchange.model.Column.VILLAGE;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rows of a table are, told by its headings; in the order in which they must be taken in. */
public enum Section {
    HOUSEHOLDS("Hộ", List.of(HOUSEHOLD, COMMUNE), List.of(DISTRICT, VILLAGE, FROM)),
    PEOPLE(
            "Người",
            List.of(NAME, BORN, SEX),
            List.of(KEY, ETHNIC_GROUP, PERSONAL_NUMBER, OLD_NUMBER, DIED_ON, HOUSEHOLD, COMMUNE, DISTRICT, ROLE, FROM)),
    MEMBERSHIPS(
            "Thành viên", List.of(HOUSEHOLD, KIND), List.of(KEY, PERSONAL_NUMBER, COMMUNE, DISTRICT, ROLE, FROM, TO)),
    RELATIONS("Quan hệ", List.of(RELATION, OTHER_KEY), List.of(KEY, PERSONAL_NUMBER, FROM, TO)),
    FACTS(
            "Dữ kiện",
            List.of(FACT, VALUE),
            List.of(KEY, PERSONAL_NUMBER, HOUSEHOLD, COMMUNE, DISTRICT, INSTANCE, FROM, TO, SOURCE)),
    DECISIONS(
            "Quyết định",
            List.of(PROGRAMME, SIGNED_ON),
            List.of(
                    KEY,
                    NAME,
                    PERSONAL_NUMBER,
                    HOUSEHOLD,
                    COMMUNE,
                    DISTRICT,
                    DECISION_NUMBER,
                    OFFICE,
                    SIGNER_TITLE,
                    SIGNER,
                    LEVEL,
                    FROM,
                    TO,
                    PAID_THROUGH,
                    PAYEE_KEY,
                    PAYEE_NUMBER,
                    CHANNEL,
                    BANK,
                    ACCOUNT,
                    HOLDER)),
    PAYEES(
            "Người nhận",
            List.of(PROGRAMME, CHANNEL),
            List.of(
                    KEY,
                    NAME,
                    PERSONAL_NUMBER,
                    HOUSEHOLD,
                    COMMUNE,
                    DISTRICT,
                    PAYEE_KEY,
                    PAYEE_NUMBER,
                    BANK,
                    ACCOUNT,
                    HOLDER,
                    FROM,
                    TO,
                    SOURCE)),
    PAID("Đã chi", List.of(PROGRAMME, PAID_THROUGH), List.of(KEY, PERSONAL_NUMBER, HOUSEHOLD, COMMUNE, DISTRICT));

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Column> required;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Column> optional;

    Section(String title, List<Column> required, List<Column> optional) {
        this.title = title;
        this.required = required;
        this.optional = optional;
    }

    public String title() {
        return title;
    }

    /** The columns a table of this kind must have. */
    public List<Column> required() {
        return required;
    }

    /** The columns it may have besides. */
    public List<Column> optional() {
        return optional;
    }

    /** Which section a table is, where its columns stand, and the headings nobody reads. */
    public record Plan(Section section, Map<Column, Integer> columns, List<String> ignored) {

        public String cell(TableRow row, Column column) {
            return Legible.composed(row.cell(columns.getOrDefault(column, -1)));
        }
    }

    /** The section that explains the most headings of those whose required columns are all there. */
    public static Optional<Plan> of(List<String> headings) {
        return Arrays.stream(values())
                .map(it -> it.plan(headings))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt((Plan it) -> it.columns().size())
                        .thenComparing(it -> -it.section().ordinal()));
    }

    /** The other half of a table that lists people together with their decisions, as offices keep it. */
    public static Optional<Plan> besides(Plan plan, List<String> headings) {
        return switch (plan.section()) {
            case PEOPLE -> DECISIONS.plan(headings);
            case DECISIONS -> PEOPLE.plan(headings);
            default -> Optional.empty();
        };
    }

    /** The office's own list of a month: who, and how much. */
    public static Optional<Plan> paidList(List<String> headings) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < headings.size(); i++) {
            int at = i;
            Column.named(headings.get(i)).ifPresent(it -> columns.putIfAbsent(it, at));
        }
        boolean names = columns.containsKey(PERSONAL_NUMBER)
                || columns.containsKey(KEY)
                || columns.containsKey(NAME) && columns.containsKey(BORN);
        boolean money = columns.containsKey(AMOUNT) || columns.containsKey(LEVEL);
        return names && money ? Optional.of(new Plan(PAID, columns, List.of())) : Optional.empty();
    }

    private Optional<Plan> plan(List<String> headings) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        var ignored = new java.util.ArrayList<String>();
        for (int i = 0; i < headings.size(); i++) {
            var named = Column.named(headings.get(i)).filter(it -> required.contains(it) || optional.contains(it));
            if (named.isEmpty() || columns.containsKey(named.get())) {
                ignored.add(headings.get(i));
            } else {
                columns.put(named.get(), i);
            }
        }
        return columns.keySet().containsAll(required)
                ? Optional.of(new Plan(
                        this,
                        columns,
                        ignored.stream().filter(it -> !it.isBlank()).toList()))
                : Optional.empty();
    }
}
