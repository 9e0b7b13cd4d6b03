package org.ansinh.lawvn;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.Handling;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.ValueType;
import org.ansinh.timeline.DateRange;

/** How a page of law says things in one language. */
record PageWords(LawPack pack, Language language) {

    private static final Pattern LESSER = Pattern.compile("^min\\((.+), (“[^”]+”|“[^”]+” × “[^”]+”)\\)$");

    static final String MADE_VI =
            "Trang này được tạo từ `law-vn/`, không sửa tay. Mọi điều chưa ghi “đã đối chiếu” chỉ để xem và tính thử, chưa được dùng để chi.";
    static final String MADE_EN =
            "This page is made from `law-vn/`; do not edit it. Whatever is not “confirmed” may be looked at and simulated, not paid.";

    String say(String vi, String en) {
        return language == Language.VI ? vi : en;
    }

    String made() {
        return say(MADE_VI, MADE_EN);
    }

    String days(DateRange days) {
        if (days.equals(DateRange.always())) {
            return say("luôn áp dụng", "always");
        }
        if (days.from().equals(DateRange.FIRST_DAY)) {
            return say("đến hết ngày ", "until ") + days.to();
        }
        return days.isOpenEnded()
                ? say("từ ngày ", "from ") + days.from()
                : say("từ ngày %s đến hết ngày %s", "from %s to %s").formatted(days.from(), days.to());
    }

    String certainty(Certainty certainty) {
        return certainty.word(language);
    }

    /** Where it stands and how sure we are, as far as each is said. */
    String source(Optional<Basis> basis, Optional<Certainty> certainty) {
        var parts = new java.util.ArrayList<String>();
        basis.ifPresent(it -> parts.add(it.cited(language)));
        certainty.ifPresent(it -> parts.add(certainty(it)));
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    String authority(String authority) {
        return pack.dictionary().enumeration("authority").values().stream()
                .filter(it -> it.id().equals(authority))
                .map(it -> it.label().in(language))
                .findFirst()
                .orElseThrow();
    }

    String kind(Programme.Kind kind) {
        return switch (kind) {
            case RIGHT -> say("là quyền được hưởng", "a right");
            case WITHIN_QUOTA -> say("trong chỉ tiêu được giao", "within a quota");
            case WITHIN_BUDGET -> say("trong phạm vi ngân sách", "within the budget");
            case DISCRETION -> say("được xem xét, tùy hoàn cảnh", "at discretion");
            case BANK_DECIDES -> say("do ngân hàng quyết định", "the bank decides");
        };
    }

    String locally(Programme.Locally what) {
        return switch (what) {
            case RAISE -> say("Tỉnh được quy định mức cao hơn", "The province may give more");
            case ADD_GROUP -> say("Tỉnh được bổ sung đối tượng", "The province may add groups");
        };
    }

    String amountKind(Programme.AmountKind kind) {
        return switch (kind) {
            case EXACT -> say("đúng mức ghi", "exactly the amount");
            case AT_LEAST ->
                say("mức thấp nhất, địa phương có thể cao hơn", "at least the amount; the province may give more");
            case AT_MOST -> say("mức cao nhất", "at most the amount");
        };
    }

    String handling(Handling.Does does) {
        return switch (does) {
            case CARRY_OVER -> say("Chuyển sang kỳ sau", "Carried over");
            case SUSPEND -> say("Tạm dừng", "Suspended");
            case RESUME -> say("Chi trả lại", "Taken up again");
            case STOP -> say("Thôi hưởng", "Ended");
            case TRANSFER -> say("Chuyển nơi nhận", "Moved");
            case RECOVER -> say("Thu hồi", "Taken back");
            case PAY_RELATIVES -> say("Trả cho thân nhân", "Paid to the relatives");
        };
    }

    String lacking(Programme.Lack.Why why) {
        return switch (why) {
            case NOT_FOUND -> say("Chưa đọc được", "Not read");
            case NOT_NEEDED -> say("Không có", "None");
        };
    }

    /** Words that come with the language of the pack, kept beside the values of the enumeration. */
    String period(Programme.Period period) {
        return switch (period.name()) {
            case "MONTH" -> say("hằng tháng", "each month");
            case "QUARTER" -> say("hằng quý", "each quarter");
            case "TERM" -> say("theo học kỳ", "each term");
            case "YEAR" -> say("hằng năm", "each year");
            case "EVENT" -> say("một lần cho mỗi sự việc", "once for what happens");
            case "ONCE" -> say("một lần", "once");
            case "STANDING" -> say("xác nhận, không chi tiền cho người dân", "a status, no money to the person");
            default -> say("theo kỳ: ", "period: ") + period.name().toLowerCase(Locale.ROOT);
        };
    }

    String payee(Programme.Payee payee) {
        var own = Optional.ofNullable(pack.dictionary().enumerations().get("payee")).stream()
                .flatMap(it -> it.values().stream())
                .filter(it -> it.id().equals(payee.word()))
                .map(it -> it.label().in(language))
                .findFirst();
        return own.orElseGet(() -> knownPayee(payee.word()));
    }

    private String knownPayee(String payee) {
        return switch (payee) {
            case "beneficiary" -> say("người được hưởng", "the person");
            case "household_head" -> say("chủ hộ", "the head of the household");
            case "insurer" -> say("cơ quan bảo hiểm xã hội", "the social insurance");
            case "carer" -> say("người chăm sóc, nuôi dưỡng", "who cares for the person");
            case "relatives" ->
                say("thân nhân, người hoặc tổ chức lo mai táng", "relatives, or whoever arranges the funeral");
            case "school" -> say("nhà trường", "the school");
            case "facility" -> say("cơ sở trợ giúp xã hội, cơ sở y tế", "the facility");
            case "trainer" -> say("cơ sở đào tạo", "the trainer");
            case "employer" -> say("người sử dụng lao động", "the employer");
            case "supplier" -> say("đơn vị cung cấp", "the supplier");
            case "bank" -> say("ngân hàng", "the bank");
            default -> payee;
        };
    }

    String start(Provision.StartRule.Kind kind) {
        return switch (kind.name()) {
            case "MONTH_OF_SIGNATURE" -> say("từ tháng ký quyết định", "in the month of the signature");
            case "MONTH_AFTER_SIGNATURE" -> say("từ tháng sau tháng ký quyết định", "in the month after the signature");
            case "MONTH_AFTER" ->
                say("từ tháng liền kề sau tháng xảy ra", "in the month after the one in which it happened");
            case "MONTH_MET" -> say("từ tháng đủ điều kiện", "in the month in which the conditions are first met");
            case "MONTH_OF" -> say("từ tháng của giấy tờ làm căn cứ", "in the month of the certificate");
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    String stop(Provision.StopRule.Kind kind) {
        return switch (kind.name()) {
            case "MONTH_AFTER" -> say("thôi hưởng từ tháng ngay sau", "ends with the month in which it is lost");
            case "SAME_MONTH" ->
                say("không hưởng tháng không còn đủ điều kiện", "the month in which it is lost is not owed");
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    /** An amount or number as people of the language write it. */
    String number(ValueType type, String written) {
        return switch (type.kind()) {
            case DONG -> money(Long.parseLong(written)) + say(" đồng", " đồng");
            case DECIMAL -> {
                var plain = new BigDecimal(written).toPlainString();
                yield language == Language.VI ? plain.replace('.', ',') : plain;
            }
            default -> written;
        };
    }

    String money(long dong) {
        var english = String.format(Locale.ROOT, "%,d", dong);
        return language == Language.VI ? english.replace(',', '.') : english;
    }

    /** An expression with the law's names for its figures, and words for what is asked most. */
    String expression(String expression) {
        var words = expression.replace(" * ", " × ").replace("to_dong", "").replace("to_thousand", "");
        var longestFirst = pack.parameters().values().stream()
                .sorted(java.util.Comparator.comparing((Parameter it) -> it.id().length())
                        .reversed())
                .toList();
        for (var parameter : longestFirst) {
            words = words.replace(parameter.id(), "“" + parameter.label().in(language) + "”");
        }
        words = lookedUp(words);
        for (var word : List.of(
                List.of("age(person.born)", "tuổi", "age"),
                List.of("person.raises.count", "số con đang nuôi", "number of children raised"),
                List.of(" || ", " hoặc ", " or "),
                List.of(" && ", " và ", " and "),
                List.of(" >= ", " ≥ ", " ≥ "),
                List.of(" <= ", " ≤ ", " ≤ "))) {
            words = words.replace(word.get(0), say(word.get(1), word.get(2)));
        }
        return lesser(withLabels(words));
    }

    /** A table by its name, with what it is looked up by. */
    private String lookedUp(String expression) {
        var words = expression;
        for (var table : pack.tables().values()) {
            words = words.replaceAll(
                    "\\blookup\\(" + Pattern.quote(table.id()) + ", ([^()]+)\\)",
                    "“" + table.label().in(language) + "”" + say(" theo ", " by ") + "$1");
        }
        return words;
    }

    /** Facts and values of enumerations by their names. */
    private String withLabels(String expression) {
        var labels = new TreeMap<String, String>(
                Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        pack.dictionary().facts().forEach(it -> labels.put(it.id(), it.label().in(language)));
        pack.dictionary()
                .enumerations()
                .forEach((id, list) -> list.values()
                        .forEach(it -> labels.put(id + "." + it.id(), it.label().in(language))));
        var words = expression;
        for (var label : labels.entrySet()) {
            words = words.replaceAll(
                    "\\b" + Pattern.quote(label.getKey()) + "\\b",
                    Matcher.quoteReplacement("“" + label.getValue() + "”"));
        }
        return words.replace(" == ", " = ").replace(" != ", " ≠ ");
    }

    private String lesser(String words) {
        return LESSER.matcher(words).replaceAll(say("mức thấp hơn trong hai mức: $1 và $2", "the lesser of $1 and $2"));
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Instruments have numbers with strokes, files have names without. */
    static String fileName(String instrument) {
        return instrument.replace('/', '-').replace('Đ', 'D').toLowerCase(Locale.ROOT);
    }
}
