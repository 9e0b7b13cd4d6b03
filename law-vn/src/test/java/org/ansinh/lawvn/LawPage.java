package org.ansinh.lawvn;

import java.util.List;
import java.util.regex.Pattern;
import org.ansinh.rules.pack.Combination;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.Expression;
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
    private final PageWords words;
    private final StringBuilder page = new StringBuilder();

    private LawPage(LawPack pack, Programme programme, Language language) {
        this.pack = pack;
        this.programme = programme;
        this.words = new PageWords(pack, language);
    }

    static String of(LawPack pack, Programme programme, Language language, List<PageCase> cases) {
        var page = new LawPage(pack, programme, language);
        page.head();
        page.localities();
        page.procedure();
        page.handling();
        programme.provisions().forEach(page::provision);
        page.combination();
        page.figures();
        page.reasons();
        page.cases(cases);
        return page.page.toString();
    }

    private void head() {
        line("# " + programme.label().in(words.language()));
        line("");
        line(words.made());
        line("");
        line("- %s; %s."
                .formatted(
                        PageWords.capital(words.kind(programme.kind())),
                        words.amountKind(programme.terms().amountKind())));
        line("- %s: %s; %s: %s."
                .formatted(
                        words.say("Kỳ", "Period"),
                        words.period(programme.period()),
                        words.say("người nhận", "paid to"),
                        words.payee(programme.payee())));
        if (programme.terms().decided() == Programme.Decided.BY_LIST) {
            line("- "
                    + words.say(
                            "Quyết định theo danh sách, không theo từng người.", "Decided by list, not for each one."));
        }
    }

    private void localities() {
        var localities = programme.localities();
        for (var opening : localities.openings()) {
            line("- %s %s (%s, %s)"
                    .formatted(
                            words.locally(opening.what()),
                            words.days(opening.days()),
                            opening.basis().cited(words.language()),
                            words.certainty(opening.certainty())));
        }
        localities
                .supplements()
                .ifPresent(it -> line("- %s: %s (%s)"
                        .formatted(
                                words.say(
                                        "Bổ sung cho chính sách của Trung ương", "Supplements the national programme"),
                                pack.programme(it.programme())
                                        .orElseThrow()
                                        .label()
                                        .in(words.language()),
                                it.basis().cited(words.language()))));
    }

    private void procedure() {
        for (var authority : programme.procedure().decidedBy()) {
            line("- %s: %s, %s (%s, %s)"
                    .formatted(
                            words.say("Thẩm quyền quyết định", "Decided by"),
                            words.authority(authority.authority()),
                            words.days(authority.days()),
                            authority.basis().cited(words.language()),
                            words.certainty(authority.certainty())));
        }
        for (var deadline : programme.procedure().deadlines()) {
            line("- %s: %d%s (%s, %s)"
                    .formatted(
                            deadline.says()
                                    .map(it -> it.in(words.language()) + words.say(", ngày làm việc", ", working days"))
                                    .orElse(words.say(
                                            "Thời hạn giải quyết, ngày làm việc",
                                            "To be answered within, working days")),
                            deadline.workingDays(),
                            during(deadline.days()),
                            deadline.basis().cited(words.language()),
                            words.certainty(deadline.certainty())));
        }
        for (var form : programme.procedure().forms()) {
            line("- %s %s: %s%s%s"
                    .formatted(
                            words.say("Mẫu", "Form"),
                            form.code(),
                            form.label().in(words.language()),
                            during(form.days()),
                            words.source(form.basis(), form.certainty())));
        }
        for (var document : programme.procedure().documents()) {
            line("- %s: %s%s%s"
                    .formatted(
                            words.say("Giấy tờ", "Paper"),
                            document.label().in(words.language()),
                            during(document.days()),
                            words.source(document.basis(), document.certainty())));
        }
        programme
                .procedure()
                .prepareDaysBefore()
                .ifPresent(it -> line("- "
                        + words.say(
                                "Mở hồ sơ trước khi đủ tuổi %d ngày.".formatted(it),
                                "The file is opened %d days before the age.".formatted(it))));
        programme
                .procedure()
                .lacks()
                .forEach(it -> line(
                        "- %s. %s".formatted(words.lacking(it.why()), it.says().in(words.language()))));
        line("");
    }

    private void handling() {
        var handling = pack.handlingOf(programme.id());
        if (handling.isEmpty()) {
            return;
        }
        line("## " + words.say("Sau khi có quyết định", "After the decision"));
        line("");
        handling.forEach(it -> line("- %s: %s%s (%s, %s)"
                .formatted(
                        words.handling(it.does()),
                        it.says().in(words.language()),
                        during(it.days()),
                        it.basis().cited(words.language()),
                        words.certainty(it.certainty()))));
        line("");
    }

    private String during(DateRange days) {
        return days.equals(DateRange.always()) ? "" : ", " + words.days(days);
    }

    private void provision(Provision provision) {
        line("## " + provision.says().in(words.language()));
        line("");
        line("%s. %s; %s."
                .formatted(
                        PageWords.capital(words.days(provision.days())),
                        provision.basis().cited(words.language()),
                        words.certainty(provision.certainty())));
        if (provision.hidden()) {
            line(
                    "\n"
                            + words.say(
                                    "Tên diện này làm lộ thông tin phải giữ kín: không hiện, không niêm yết, không in khi không có mục đích.",
                                    "The name of this group gives a secret away: never shown, posted or printed without a purpose."));
        }
        provision.note().ifPresent(it -> line("\n> " + it));
        line("");
        for (var condition : provision.conditions()) {
            line("- %s%s%n  `%s`"
                    .formatted(
                            condition.says().in(words.language()),
                            words.source(condition.basis(), condition.certainty()),
                            condition.when().text()));
        }
        provision
                .hole()
                .ifPresent(it -> line("\n**%s**: %s"
                        .formatted(words.say("Chưa có trong gói", "Not in the pack"), it.in(words.language()))));
        if (!provision.shows().isEmpty()) {
            line("\n%s: %s"
                    .formatted(
                            words.say("Kèm theo", "With it"),
                            provision.shows().stream()
                                    .map(it -> words.expression(it.text()))
                                    .collect(java.util.stream.Collectors.joining(", "))));
        }
        provision.amount().ifPresent(it -> line("\n%s: %s".formatted(words.say("Mức", "Amount"), amount(it.text()))));
        for (var start : provision.start()) {
            line("\n%s%s: %s%s"
                    .formatted(
                            words.say("Hưởng", "Begins"),
                            start.from().equals(DateRange.FIRST_DAY)
                                    ? ""
                                    : words.say(" (quyết định ký từ ngày ", " (decisions signed from ")
                                            + start.from()
                                            + ")",
                            words.start(start.kind()),
                            words.source(start.basis(), start.certainty())));
        }
        line("\n%s: %s%s"
                .formatted(
                        words.say("Thôi hưởng", "Ends"),
                        words.stop(provision.stop().kind()),
                        words.source(provision.stop().basis(), provision.stop().certainty())));
        line("");
    }

    private void combination() {
        if (programme.provisions().size() < 2) {
            return;
        }
        var combination = programme.combination();
        line("## " + words.say("Khi thuộc nhiều diện", "When several apply"));
        line("");
        line(rule(combination.rule()) + words.source(combination.basis(), java.util.Optional.empty()));
        for (var adds : combination.adds()) {
            line("\n- %s: %s; %s: %s%s"
                    .formatted(
                            words.say("Được hưởng thêm", "These may stand beside"),
                            names(adds.add()),
                            words.say("cùng với", "those"),
                            names(adds.to()),
                            words.source(adds.basis(), java.util.Optional.empty())));
        }
        line("");
    }

    private String rule(Combination.Rule rule) {
        return switch (rule) {
            case HIGHEST -> words.say("Chỉ hưởng một mức cao nhất.", "Only the highest counts.");
            case SUM -> words.say("Hưởng tất cả các mức.", "All of them count.");
            case FIRST ->
                words.say(
                        "Xét theo thứ tự ở trên, diện đầu tiên đủ điều kiện được tính.",
                        "The first that applies, in the order above, counts.");
        };
    }

    private String names(List<String> provisions) {
        return programme.provisions().stream()
                .filter(it -> provisions.contains(it.id()))
                .map(it -> it.says().in(words.language()))
                .collect(java.util.stream.Collectors.joining("; "));
    }

    private void figures() {
        var texts = programme.provisions().stream()
                .flatMap(it -> java.util.stream.Stream.of(
                                it.amount().stream(),
                                it.conditions().stream().map(ConditionRule::when),
                                it.shows().stream())
                        .flatMap(java.util.function.Function.identity()))
                .map(Expression::text)
                .toList();
        var used = pack.parameters().values().stream()
                .filter(parameter -> texts.stream().anyMatch(text -> mentions(text, parameter)))
                .sorted(java.util.Comparator.comparing(Parameter::id))
                .toList();
        PageTable.mentioned(pack, texts.stream()).forEach(it -> page.append(PageTable.of(it, words)));
        if (used.isEmpty()) {
            return;
        }
        line("## " + words.say("Các con số của pháp luật", "Figures of law"));
        line("");
        line(words.say(
                "| Con số | Từ ngày | Giá trị | Căn cứ | Mức độ xác thực |",
                "| Figure | From | Value | Basis | Certainty |"));
        line("|---|---|---|---|---|");
        used.forEach(this::rows);
        line("");
    }

    private void rows(Parameter parameter) {
        for (var value : parameter.values()) {
            line("| %s | %s | %s | %s | %s |"
                    .formatted(
                            parameter.label().in(words.language()),
                            value.days().from(),
                            words.number(parameter.type(), value.written()),
                            value.basis().cited(words.language()),
                            words.certainty(value.certainty())));
        }
    }

    private static boolean mentions(String text, Parameter parameter) {
        return Pattern.compile("\\b" + Pattern.quote(parameter.id()) + "\\b")
                .matcher(text)
                .find();
    }

    private void reasons() {
        line("## "
                + words.say("Khi không được hưởng, người dân được trả lời", "What people are told when it is refused"));
        line("");
        programme.reasons().values().forEach(it -> line("- " + it.text().in(words.language())));
        line("");
    }

    private void cases(List<PageCase> cases) {
        line("## " + words.say("Các trường hợp tính tay", "Cases worked by hand"));
        line("");
        line(words.say(
                "Máy tính lại từng trường hợp mỗi lần sửa luật; kết quả dưới đây là kết quả phải đúng.",
                "Every change of the law computes them again; what stands here must come out."));
        for (var one : cases) {
            line("");
            one.tell(words, programme).forEach(this::line);
        }
    }

    /** The expression with the law's names for its figures; a choice becomes a sentence. */
    private String amount(String expression) {
        var choice = CHOICE.matcher(expression);
        if (choice.matches()) {
            return words.say("nếu %s: %s; nếu không: %s", "if %s: %s; otherwise: %s")
                    .formatted(amount(choice.group(1)), amount(choice.group(2)), amount(choice.group(3)));
        }
        return words.expression(expression);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
