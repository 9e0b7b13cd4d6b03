package org.ansinh.lawvn;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.timeline.DateRange;

/** One programme as a page for people who read law and not files. */
final class LawPage {

    private static final Pattern CHOICE = Pattern.compile("^(.+?) \\? (.+) : (.+)$");

    private final LawPack pack;
    private final Programme programme;
    private final Language language;
    private final StringBuilder page = new StringBuilder();

    private LawPage(LawPack pack, Programme programme, Language language) {
        this.pack = pack;
        this.programme = programme;
        this.language = language;
    }

    static String of(LawPack pack, Programme programme, Language language) {
        var page = new LawPage(pack, programme, language);
        page.head();
        programme.provisions().forEach(page::provision);
        page.figures();
        page.reasons();
        return page.page.toString();
    }

    private void head() {
        line("# " + programme.label().in(language));
        line("");
        line(
                say(
                        "Trang này được tạo từ `law-vn/`, không sửa tay. Mọi điều chưa ghi “đã đối chiếu” chỉ để xem và tính thử, chưa được dùng để chi.",
                        "This page is made from `law-vn/`; do not edit it. Whatever is not “confirmed” may be looked at and simulated, not paid."));
        line("");
        for (var authority : programme.procedure().decidedBy()) {
            line("- %s: %s, %s (%s, %s)"
                    .formatted(
                            say("Thẩm quyền quyết định", "Decided by"),
                            authority(authority.authority()),
                            days(authority.days()),
                            authority.basis().cited(language),
                            certainty(authority.certainty())));
        }
        for (var deadline : programme.procedure().deadlines()) {
            line("- %s: %d (%s%s, %s)"
                    .formatted(
                            deadline.says()
                                    .map(it -> it.in(language) + say(", ngày làm việc", ", working days"))
                                    .orElse(say(
                                            "Thời hạn giải quyết, ngày làm việc",
                                            "To be answered within, working days")),
                            deadline.workingDays(),
                            deadline.days().equals(DateRange.always()) ? "" : days(deadline.days()) + "; ",
                            deadline.basis().cited(language),
                            certainty(deadline.certainty())));
        }
        for (var form : programme.procedure().forms()) {
            line("- %s %s: %s"
                    .formatted(say("Mẫu", "Form"), form.code(), form.label().in(language)));
        }
        for (var document : programme.procedure().documents()) {
            line("- %s: %s".formatted(say("Giấy tờ", "Paper"), document.label().in(language)));
        }
        line("");
    }

    private void provision(Provision provision) {
        line("## " + provision.says().in(language));
        line("");
        line("%s. %s; %s."
                .formatted(
                        capital(days(provision.days())),
                        provision.basis().cited(language),
                        certainty(provision.certainty())));
        provision.note().ifPresent(it -> line("\n> " + it));
        line("");
        for (var condition : provision.conditions()) {
            line("- %s%s".formatted(condition.says().in(language), basisOf(condition)));
        }
        provision.amount().ifPresent(it -> line("\n%s: %s".formatted(say("Mức", "Amount"), inWords(it.text()))));
        for (var start : provision.start()) {
            line("\n%s%s: %s%s"
                    .formatted(
                            say("Hưởng", "Begins"),
                            start.from().equals(DateRange.FIRST_DAY)
                                    ? ""
                                    : say(" (quyết định ký từ ngày ", " (decisions signed from ") + start.from() + ")",
                            start(start.kind()),
                            start.certainty()
                                    .map(it -> " (" + certainty(it) + ")")
                                    .orElse("")));
        }
        line("");
    }

    private void figures() {
        var texts = programme.provisions().stream()
                .flatMap(it -> java.util.stream.Stream.concat(
                        it.amount().stream(), it.conditions().stream().map(ConditionRule::when)))
                .map(it -> it.text())
                .toList();
        line("## " + say("Các con số của pháp luật", "Figures of law"));
        line("");
        line(say(
                "| Con số | Từ ngày | Giá trị | Căn cứ | Mức độ xác thực |",
                "| Figure | From | Value | Basis | Certainty |"));
        line("|---|---|---|---|---|");
        pack.parameters().values().stream()
                .filter(parameter -> texts.stream().anyMatch(text -> mentions(text, parameter)))
                .sorted(Comparator.comparing(Parameter::id))
                .forEach(this::rows);
        line("");
    }

    private void rows(Parameter parameter) {
        for (var value : parameter.values()) {
            line("| %s | %s | %s | %s | %s |"
                    .formatted(
                            parameter.label().in(language),
                            value.days().from(),
                            value.written(),
                            value.basis().cited(language),
                            certainty(value.certainty())));
        }
    }

    private void reasons() {
        line("## " + say("Khi không được hưởng, người dân được trả lời", "What people are told when it is refused"));
        line("");
        programme.reasons().values().forEach(it -> line("- " + it.text().in(language)));
    }

    /** The expression with the law's names for its figures; a choice becomes a sentence. */
    private String inWords(String expression) {
        var choice = CHOICE.matcher(expression);
        if (choice.matches()) {
            return say("nếu %s: %s; nếu không: %s", "if %s: %s; otherwise: %s")
                    .formatted(inWords(choice.group(1)), inWords(choice.group(2)), inWords(choice.group(3)));
        }
        var words = expression.replace(" * ", " × ").replace("to_dong", "");
        var longestFirst = pack.parameters().values().stream()
                .sorted(Comparator.comparing((Parameter it) -> it.id().length()).reversed())
                .toList();
        for (var parameter : longestFirst) {
            words = words.replace(parameter.id(), "“" + parameter.label().in(language) + "”");
        }
        for (var word : List.of(
                List.of("age(person.born)", "tuổi", "age"),
                List.of("person.raises.count", "số con đang nuôi", "number of children raised"),
                List.of(" || ", " hoặc ", " or "),
                List.of(" && ", " và ", " and "),
                List.of(" >= ", " ≥ ", " ≥ "))) {
            words = words.replace(word.get(0), say(word.get(1), word.get(2)));
        }
        return words;
    }

    private static boolean mentions(String text, Parameter parameter) {
        return Pattern.compile("\\b" + Pattern.quote(parameter.id()) + "\\b")
                .matcher(text)
                .find();
    }

    private String basisOf(ConditionRule condition) {
        return condition
                .basis()
                .map((Basis it) -> " (" + it.cited(language) + ")")
                .orElse("");
    }

    private String days(DateRange days) {
        return days.isOpenEnded()
                ? say("từ ngày ", "from ") + days.from()
                : say("từ ngày %s đến hết ngày %s", "from %s to %s").formatted(days.from(), days.to());
    }

    private String certainty(Certainty certainty) {
        return switch (certainty) {
            case CONFIRMED -> say("đã đối chiếu", "confirmed");
            case SECONDARY -> say("nguồn gián tiếp", "secondary");
            case DERIVED -> say("suy ra", "derived");
            case FROM_MEMORY -> say("theo trí nhớ", "from memory");
        };
    }

    private String authority(String authority) {
        return pack.dictionary().enumeration("authority").values().stream()
                .filter(it -> it.id().equals(authority))
                .map(it -> it.label().in(language))
                .findFirst()
                .orElseThrow();
    }

    private String start(Provision.StartRule.Kind kind) {
        return switch (kind) {
            case MONTH_OF_SIGNATURE -> say("từ tháng ký quyết định", "in the month of the signature");
            case MONTH_MET -> say("từ tháng đủ điều kiện", "in the month in which the conditions are first met");
            case MONTH_OF -> say("từ tháng của giấy tờ làm căn cứ", "in the month of the certificate");
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    private String say(String vi, String en) {
        return language == Language.VI ? vi : en;
    }

    private void line(String words) {
        page.append(words).append('\n');
    }
}
