package org.ansinh.rules.determination;

import java.time.LocalDate;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Dictionary;
import org.ansinh.rules.pack.Exclusive;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Text;
import org.ansinh.rules.pack.ValueType;

/** Values as people read them, and the few sentences that are the engine's own. */
record Words(Dictionary dictionary) {

    static final Text NOT_ALIVE = new Text("Ngoài thời gian sống của người này", "Outside this person's life");
    static final Text NO_LAW =
            new Text("Ngày này chưa có quy định hoặc quy định đã hết hiệu lực", "No provision is in force on this day");
    static final Text UNSIGNED = new Text("Chưa có quyết định được ký", "No decision has been signed");
    static final Text LAST_MET_DAY = new Text(
            "Mức của ngày cuối cùng đủ điều kiện trong tháng",
            "The level of the last day of the month on which it is met");
    static final Text FLOOR = new Text(
            "Mức chắc chắn được hưởng; còn thiếu giấy tờ để xác định mức cao hơn",
            "The determined floor; papers are missing for a higher level");

    Text shown(ValueType type, long value) {
        return switch (type.kind()) {
            case BOOL -> value == 1 ? new Text("có", "yes") : new Text("không", "no");
            case DONG -> new Text(grouped(value, '.') + " đồng", grouped(value, ',') + " dong");
            case DAY -> {
                var day = LocalDate.ofEpochDay(value);
                yield new Text(
                        two(day.getDayOfMonth()) + '/' + two(day.getMonthValue()) + '/' + day.getYear(),
                        day.toString());
            }
            case ENUM ->
                dictionary
                        .enumeration(type.enumeration().orElseThrow())
                        .values()
                        .get((int) value)
                        .label();
            case DECIMAL -> {
                var written = dictionary.written(type, value);
                yield new Text(written.replace('.', ','), written);
            }
            case INT, TEXT -> {
                var written = dictionary.written(type, value);
                yield new Text(written, written);
            }
        };
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String grouped(long value, char separator) {
        var digits = new StringBuilder(Long.toString(Math.abs(value)));
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, separator);
        }
        return (value < 0 ? "-" : "") + digits;
    }

    /** What cannot be answered because the law was not found. */
    static Text inHole(Text says, Text hole) {
        return new Text(says.vi() + " (chưa có: " + hole.vi() + ")", says.en() + " (not found: " + hole.en() + ")");
    }

    /** Why not, although its own conditions are met: {@code Chỉ hưởng mức cao hơn: đã đủ điều kiện hưởng …}. */
    static Text shutOut(ShutOut shutOut, SubjectId own) {
        var programme = shutOut.by().programme().label();
        boolean byAmount = shutOut.rule().keep() == Exclusive.Keep.HIGHER;
        if (shutOut.of().equals(own)) {
            return byAmount
                    ? new Text(
                            "Chỉ hưởng mức cao hơn: đã đủ điều kiện hưởng " + programme.vi(),
                            "Only the higher is due: " + programme.en() + " is met")
                    : new Text(
                            "Chỉ hưởng một chế độ: được xét trước là " + programme.vi(),
                            "Only one is due: first in order comes " + programme.en());
        }
        if (shutOut.of().kind() == own.kind()) {
            return new Text(
                    "Mỗi hộ chỉ một người hưởng: người khác trong hộ hưởng " + programme.vi(),
                    "Only one in a household receives: somebody else in it has " + programme.en());
        }
        return new Text(
                "Mỗi hộ chỉ hưởng một chế độ: trong hộ đã có " + programme.vi(),
                "A household receives only one: there is " + programme.en() + " in it");
    }

    /** How binding a programme is: {@code quyền được hưởng, mức tối thiểu}. */
    static Text terms(Programme.Terms terms) {
        var kind = kind(terms.kind());
        return switch (terms.amountKind()) {
            case EXACT -> kind;
            case AT_LEAST -> new Text(kind.vi() + ", mức tối thiểu", kind.en() + ", at least the amount");
            case AT_MOST -> new Text(kind.vi() + ", mức tối đa", kind.en() + ", at most the amount");
        };
    }

    private static Text kind(Programme.Kind kind) {
        return switch (kind) {
            case RIGHT -> new Text("quyền được hưởng", "a right");
            case WITHIN_QUOTA -> new Text("trong chỉ tiêu được giao", "within a quota");
            case WITHIN_BUDGET -> new Text("trong phạm vi ngân sách", "within the budget");
            case DISCRETION -> new Text("cơ quan xem xét, quyết định", "at the authority's discretion");
            case BANK_DECIDES -> new Text("ngân hàng quyết định", "the bank decides");
        };
    }
}
