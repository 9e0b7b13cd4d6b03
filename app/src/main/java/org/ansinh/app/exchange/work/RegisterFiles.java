package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.ansinh.app.determination.Masks;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.model.Section;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.exchange.store.BookRows;
import org.ansinh.app.exchange.store.RegisterRows;
import org.ansinh.app.payments.BankList;
import org.ansinh.app.registry.FactValue;
import org.ansinh.rules.pack.ValueType;

/** The register's current knowledge as the tables of an exchange file. */
final class RegisterFiles {

    /** Under decisions of this house stands who signed, not in which office: that follows from the authority. */
    private static final Map<String, String> TITLES =
            Map.of("commune_chair", "Chủ tịch", "provincial_approver", "Lãnh đạo tỉnh", "district_chair", "Chủ tịch");

    private static final Map<Section, List<Column>> COLUMNS = Map.of(
            Section.HOUSEHOLDS, List.of(Column.HOUSEHOLD, Column.COMMUNE, Column.VILLAGE, Column.FROM),
            Section.PEOPLE,
                    List.of(
                            Column.KEY,
                            Column.NAME,
                            Column.BORN,
                            Column.SEX,
                            Column.ETHNIC_GROUP,
                            Column.PERSONAL_NUMBER,
                            Column.OLD_NUMBER,
                            Column.DIED_ON),
            Section.MEMBERSHIPS,
                    List.of(
                            Column.KEY,
                            Column.HOUSEHOLD,
                            Column.COMMUNE,
                            Column.KIND,
                            Column.ROLE,
                            Column.FROM,
                            Column.TO),
            Section.RELATIONS, List.of(Column.KEY, Column.RELATION, Column.OTHER_KEY, Column.FROM, Column.TO),
            Section.FACTS,
                    List.of(
                            Column.KEY,
                            Column.HOUSEHOLD,
                            Column.COMMUNE,
                            Column.FACT,
                            Column.INSTANCE,
                            Column.VALUE,
                            Column.FROM,
                            Column.TO,
                            Column.SOURCE),
            Section.DECISIONS,
                    List.of(
                            Column.KEY,
                            Column.HOUSEHOLD,
                            Column.COMMUNE,
                            Column.PROGRAMME,
                            Column.DECISION_NUMBER,
                            Column.SIGNED_ON,
                            Column.OFFICE,
                            Column.SIGNER_TITLE,
                            Column.SIGNER,
                            Column.LEVEL,
                            Column.FROM,
                            Column.TO),
            Section.PAYEES,
                    List.of(
                            Column.KEY,
                            Column.HOUSEHOLD,
                            Column.COMMUNE,
                            Column.PROGRAMME,
                            Column.PAYEE_KEY,
                            Column.CHANNEL,
                            Column.BANK,
                            Column.ACCOUNT,
                            Column.HOLDER,
                            Column.FROM,
                            Column.TO,
                            Column.SOURCE),
            Section.PAID, List.of(Column.KEY, Column.HOUSEHOLD, Column.COMMUNE, Column.PROGRAMME, Column.PAID_THROUGH));

    private final RegisterRows rows;
    private final BookRows book;
    private final FactWords words;
    private final Masks masks;
    private final Map<String, String> communes;
    private final Set<String> telling;

    /** @param communes names of today's communes by code */
    RegisterFiles(RegisterRows rows, BookRows book, FactWords words, Masks masks, Map<String, String> communes) {
        this.rows = rows;
        this.book = book;
        this.words = words;
        this.masks = masks;
        this.communes = communes;
        this.telling = book.telling(masks.hiddenProvisions(), masks.hiddenFacts(), masks.tellingProgrammes());
    }

    /** The same for the audit. */
    String leftOut() {
        return String.join(", ", masks.leftOut()) + "; decisions that tell: " + telling.size();
    }

    /** What the file does not hold, in sentences for whoever opens it. */
    List<String> note() {
        return List.of(
                "Tệp này chứa những gì sổ bộ biết hiện nay về địa bàn của người xuất.",
                "Không có trong tệp: " + String.join("; ", masks.leftOut()) + ".",
                "Quyết định, người nhận và tháng đã chi có thể làm lộ thông tin bảo mật cũng không có trong tệp.",
                "Nhập lại tệp này không xoá những thông tin không có trong tệp. Để chuyển toàn bộ dữ liệu, dùng lệnh sao lưu (backup).");
    }

    static List<String> headings(Section section) {
        return Objects.requireNonNull(COLUMNS.get(section)).stream()
                .map(Column::heading)
                .toList();
    }

    void rowsOf(Section section, Consumer<List<String>> use) {
        switch (section) {
            case HOUSEHOLDS -> rows.households(it -> use.accept(List.of(it[0], commune(it[1]), it[2], it[3])));
            case PEOPLE -> rows.people(it -> use.accept(person(it)));
            case MEMBERSHIPS ->
                rows.memberships(it -> use.accept(List.of(
                        it[0],
                        it[1],
                        commune(it[2]),
                        RowReading.writtenKind(it[3]),
                        RowReading.writtenRole(it[4]),
                        it[5],
                        it[6])));
            case RELATIONS ->
                rows.relations(
                        it -> use.accept(List.of(it[0], RowReading.writtenRelation(it[1]), it[2], it[3], it[4])));
            case FACTS -> rows.facts(it -> fact(it, use));
            case DECISIONS -> decisions(use);
            case PAYEES ->
                book.payees(it -> unlessTelling(
                        it,
                        () -> use.accept(List.of(
                                it[3],
                                it[4],
                                commune(it[5]),
                                words.programmeLabel(it[2]),
                                it[6],
                                RowReading.writtenChannel(it[7]),
                                BankList.napas().shown(it[8]),
                                it[9],
                                it[10],
                                it[11],
                                it[12],
                                it[13]))));
            case PAID ->
                book.paid(it -> unlessTelling(
                        it,
                        () -> use.accept(List.of(it[3], it[4], commune(it[5]), words.programmeLabel(it[2]), it[6]))));
        }
    }

    private void decisions(Consumer<List<String>> use) {
        book.ended(it -> unlessTelling(
                it,
                () -> use.accept(List.of(
                        it[3],
                        it[4],
                        commune(it[5]),
                        words.programmeLabel(it[2]),
                        it[6],
                        it[7],
                        "",
                        "",
                        "",
                        "",
                        it[8],
                        it[9]))));
        book.decisions(it -> unlessTelling(it, () -> {
            boolean ours = it[15].equals("false");
            use.accept(List.of(
                    it[3],
                    it[4],
                    commune(it[5]),
                    words.programmeLabel(it[2]),
                    it[6],
                    it[7],
                    ours ? "UBND " + commune(it[13]) : it[8],
                    ours ? TITLES.getOrDefault(it[14], "") : it[9],
                    it[10],
                    it[11],
                    it[12],
                    it[16]));
        }));
    }

    /** The first three of a row are its subject's kind, its subject and the programme. */
    private void unlessTelling(String[] it, Runnable use) {
        if (!masks.isHidden(it[2])
                && !telling.contains(RegisterRows.paidKey(it[0].charAt(0), Integer.parseInt(it[1]), it[2]))) {
            use.run();
        }
    }

    private String commune(String code) {
        return communes.getOrDefault(code, code);
    }

    private List<String> person(String[] it) {
        return List.of(
                it[0],
                it[1],
                WrittenDay.written(LocalDate.parse(it[2]), it[3]),
                it[4].equals("male") ? "Nam" : "Nữ",
                it[5].isEmpty() ? "" : words.label("ethnic_group", it[5]),
                it[6],
                it[7],
                it[8]);
    }

    private void fact(String[] it, Consumer<List<String>> use) {
        var definition = words.fact(it[3]);
        if (definition.isPresent() && !masks.leaves(definition.get())) {
            return;
        }
        var value = value(it);
        var written = definition
                .filter(fact -> fact.type().kind() != ValueType.Kind.TEXT)
                .map(fact -> words.written(fact, value))
                .orElseGet(value::toString);
        use.accept(List.of(it[0], it[1], commune(it[2]), it[3], it[4], written, it[8], it[9], it[10]));
    }

    private static FactValue value(String[] it) {
        if (it[5] != null) {
            return FactValue.whole(Long.parseLong(it[5]));
        }
        return it[6] != null ? FactValue.day(LocalDate.parse(it[6])) : FactValue.words(Objects.requireNonNull(it[7]));
    }
}
