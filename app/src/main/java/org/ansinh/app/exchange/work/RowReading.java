package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.Legible;
import org.ansinh.app.exchange.model.Section.Plan;
import org.ansinh.app.exchange.model.TableRow;
import org.ansinh.app.exchange.model.Words;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.timeline.DateRange;

/** One row of a table and what can be said of its cells alone; a cell that cannot be read stops the row with its reason. */
record RowReading(String sheet, Plan plan, TableRow row) {

    private static final Pattern EXAMPLE = Pattern.compile("(?iu)ví dụ([ -]?[0-9]+)?");

    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("chu ho", "head"),
            Map.entry("head", "head"),
            Map.entry("vo", "spouse"),
            Map.entry("chong", "spouse"),
            Map.entry("vo chong", "spouse"),
            Map.entry("spouse", "spouse"),
            Map.entry("con", "child"),
            Map.entry("con de", "child"),
            Map.entry("con trai", "child"),
            Map.entry("con gai", "child"),
            Map.entry("child", "child"),
            Map.entry("con dau", "child_in_law"),
            Map.entry("con re", "child_in_law"),
            Map.entry("con dau con re", "child_in_law"),
            Map.entry("child in law", "child_in_law"),
            Map.entry("chau", "grandchild"),
            Map.entry("grandchild", "grandchild"),
            Map.entry("bo", "parent"),
            Map.entry("me", "parent"),
            Map.entry("bo me", "parent"),
            Map.entry("parent", "parent"),
            Map.entry("anh", "sibling"),
            Map.entry("chi", "sibling"),
            Map.entry("em", "sibling"),
            Map.entry("anh chi em", "sibling"),
            Map.entry("sibling", "sibling"),
            Map.entry("khac", "relative"),
            Map.entry("relative", "relative"),
            Map.entry("nguoi than", "relative"));

    private static final Map<String, String> WRITTEN_ROLES = Map.of(
            "head",
            "Chủ hộ",
            "spouse",
            "Vợ chồng",
            "child",
            "Con",
            "child_in_law",
            "Con dâu, con rể",
            "grandchild",
            "Cháu",
            "parent",
            "Bố mẹ",
            "sibling",
            "Anh chị em",
            "relative",
            "Người thân");

    private static final Map<String, String> KINDS = Map.of(
            "cu tru",
            "residence",
            "thuong tru",
            "residence",
            "residence",
            "residence",
            "ra soat ho ngheo",
            "poverty_review",
            "poverty review",
            "poverty_review",
            "bao hiem y te",
            "insurance",
            "insurance",
            "insurance");

    private static final Map<String, String> WRITTEN_KINDS =
            Map.of("residence", "Cư trú", "poverty_review", "Rà soát hộ nghèo", "insurance", "Bảo hiểm y tế");

    private static final Map<String, String> CHANNELS = Map.ofEntries(
            Map.entry("tien mat", "cash"),
            Map.entry("truc tiep", "cash"),
            Map.entry("cash", "cash"),
            Map.entry("tai khoan", "bank_account"),
            Map.entry("chuyen khoan", "bank_account"),
            Map.entry("tai khoan ngan hang", "bank_account"),
            Map.entry("bank account", "bank_account"),
            Map.entry("buu dien", "post"),
            Map.entry("qua buu dien", "post"),
            Map.entry("post", "post"),
            Map.entry("tai khoan dien tu", "e_account"),
            Map.entry("vi dien tu", "e_account"),
            Map.entry("tai khoan an sinh xa hoi vneid", "e_account"),
            Map.entry("electronic account", "e_account"),
            Map.entry("e account", "e_account"));

    private static final Map<String, String> WRITTEN_CHANNELS = Map.of(
            "cash", "Tiền mặt", "bank_account", "Tài khoản", "post", "Bưu điện", "e_account", "Tài khoản điện tử");

    private static final Map<String, String> RELATIONS = Map.ofEntries(
            Map.entry("dang nuoi con", "person.raises"),
            Map.entry("nuoi", "person.raises"),
            Map.entry("person raises", "person.raises"),
            Map.entry("vo chong", "person.spouse"),
            Map.entry("person spouse", "person.spouse"),
            Map.entry("cham soc", "person.cares_for"),
            Map.entry("person cares for", "person.cares_for"),
            Map.entry("dai dien", "person.represents"),
            Map.entry("person represents", "person.represents"),
            Map.entry("lo mai tang", "person.buries"),
            Map.entry("mai tang", "person.buries"),
            Map.entry("person buries", "person.buries"));

    private static final Map<String, String> WRITTEN_RELATIONS = Map.of(
            "person.raises",
            "Nuôi",
            "person.spouse",
            "Vợ chồng",
            "person.cares_for",
            "Chăm sóc",
            "person.represents",
            "Đại diện",
            "person.buries",
            "Lo mai táng");

    /** Why a row stops. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never leaves this process
        private final RowRefusal refusal;

        Stop(RowRefusal refusal) {
            super(refusal.why(), null, false, false);
            this.refusal = refusal;
        }

        RowRefusal refusal() {
            return refusal;
        }
    }

    String cell(Column column) {
        return plan.cell(row, column);
    }

    /** A row of the empty workbook that was left standing. */
    boolean isExample() {
        return row.cells().stream()
                .filter(it -> !it.isBlank())
                .findFirst()
                .filter(it -> EXAMPLE.matcher(Legible.composed(it)).matches())
                .isPresent();
    }

    boolean says(Column column) {
        return !cell(column).isEmpty();
    }

    Stop stop(Column column, String why, String detail) {
        return new Stop(refusal(column, why, detail));
    }

    RowRefusal refusal(Column column, String why, String detail) {
        return new RowRefusal(sheet, row.number(), column.heading(), Legible.shown(cell(column)), why, detail);
    }

    /** Stops at the first cell with something in it that is no writing. */
    void mustBeLegible() {
        for (var column : plan.columns().keySet()) {
            var trouble = Legible.trouble(cell(column));
            if (trouble.isPresent()) {
                throw stop(column, trouble.get().why(), trouble.get().detail());
            }
        }
    }

    String needed(Column column) {
        if (!says(column)) {
            throw stop(column, "value_missing", "");
        }
        return cell(column);
    }

    /** A number as it is meant: a spreadsheet is told with an apostrophe that it is text. */
    String number(Column column) {
        var cell = cell(column);
        return !cell.isEmpty() && "'’`".indexOf(cell.charAt(0)) >= 0 ? cell.substring(1) : cell;
    }

    /** A whole day: a month or a year will not do. */
    LocalDate exactDay(Column column) {
        var day = day(column).orElseThrow(() -> stop(column, "value_missing", ""));
        if (!day.precision().equals("day")) {
            throw stop(column, "day_not_exact", "");
        }
        return day.day();
    }

    String channel() {
        return named(Column.CHANNEL, CHANNELS, WRITTEN_CHANNELS);
    }

    /** A day, or the first of a month or year; empty where nothing is written. */
    Optional<WrittenDay.Read> day(Column column) {
        return switch (WrittenDay.of(cell(column))) {
            case WrittenDay.Read read -> Optional.of(read);
            case WrittenDay.Unreadable(var why) -> throw stop(column, why, "");
            case WrittenDay.Nothing() -> Optional.empty();
        };
    }

    /** From and to, open where nothing is written; a month or year ends with its last day. */
    DateRange days() {
        LocalDate from = day(Column.FROM).map(WrittenDay.Read::day).orElse(DateRange.FIRST_DAY);
        LocalDate to = day(Column.TO).map(WrittenDay.Read::last).orElse(DateRange.LAST_DAY);
        if (to.isBefore(from)) {
            throw stop(Column.TO, "ends_before_it_starts", cell(Column.FROM));
        }
        return new DateRange(from, to);
    }

    String role(boolean needed) {
        var words = cell(Column.ROLE);
        if (words.isEmpty() && !needed) {
            return "relative";
        }
        return named(Column.ROLE, ROLES, WRITTEN_ROLES);
    }

    String kind() {
        return named(Column.KIND, KINDS, WRITTEN_KINDS);
    }

    String relation() {
        return named(Column.RELATION, RELATIONS, WRITTEN_RELATIONS);
    }

    private String named(Column column, Map<String, String> names, Map<String, String> written) {
        var id = names.get(Words.folded(cell(column)));
        if (id == null) {
            throw stop(column, "value_outside_list", String.join("; ", new java.util.TreeSet<>(written.values())));
        }
        return id;
    }

    Optional<String> sex() {
        var words = cell(Column.SEX);
        return switch (Words.folded(words)) {
            case "nam", "male", "m", "trai" -> Optional.of("male");
            case "nu", "female", "f", "gai" -> Optional.of("female");
            case "" -> Optional.empty();
            default -> throw stop(Column.SEX, "value_outside_list", "Nam; Nữ");
        };
    }

    static String writtenRole(String id) {
        return WRITTEN_ROLES.getOrDefault(id, id);
    }

    static String writtenChannel(String id) {
        return WRITTEN_CHANNELS.getOrDefault(id, id);
    }

    static String writtenKind(String id) {
        return WRITTEN_KINDS.getOrDefault(id, id);
    }

    static String writtenRelation(String id) {
        return WRITTEN_RELATIONS.getOrDefault(id, id);
    }
}
