package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.Letter.Article;
import org.ansinh.app.casework.Letter.Paragraph;
import org.ansinh.app.pages.DongInWords;
import org.ansinh.app.pages.Writing;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import tools.jackson.databind.JsonNode;

/** What a decision orders, in sentences: only what it froze, the words its cause was written in, and what was signed before it. */
final class DecisionArticles {

    private static final Map<Programme.Period, String> PER = Map.of(
            Programme.Period.MONTH, "tháng",
            Programme.Period.QUARTER, "quý",
            Programme.Period.TERM, "học kỳ",
            Programme.Period.YEAR, "năm");

    private static final Writing VIETNAMESE = new Writing(LawInWords.VIETNAMESE);

    /** The law pack has no rule on it: whoever signs answers for the ground. */
    private static final Paragraph STATED_BY_THE_OFFICE =
            Paragraph.of("Căn cứ trên do cơ quan nêu; gói pháp luật không có quy định riêng về việc này.");

    private final Decision decision;
    private final Optional<Programme> programme;
    private final String label;
    private final JsonNode frozen;
    private final Optional<Long> before;
    private final String ended;

    /**
     * @param before the level signed before it, where there was one
     * @param ended number and day of the end that it annuls or follows, where there is one
     */
    DecisionArticles(
            Decision decision,
            Optional<Programme> programme,
            JsonNode frozen,
            Optional<Long> before,
            Optional<String> ended) {
        this.decision = decision;
        this.programme = programme;
        this.label = programme.map(it -> it.label().vi()).orElse(decision.programme());
        this.frozen = frozen;
        this.before = before;
        this.ended = ended.map(it -> "Quyết định số " + it).orElse("quyết định");
    }

    String about() {
        return switch (decision.kind()) {
                    case "refuse" -> "Về việc không giải quyết chế độ: ";
                    case "adjust" -> "Về việc điều chỉnh mức hưởng chế độ: ";
                    case "stop" -> "Về việc thôi hưởng chế độ: ";
                    case "annul" -> "Về việc hủy quyết định thôi hưởng chế độ: ";
                    case "reopen" -> "Về việc hưởng lại chế độ: ";
                    default -> "Về việc hưởng chế độ: ";
                }
                + label;
    }

    /**
     * @param from from when a grant is due, as a phrase
     * @param unknown what nobody has shown, in a refusal
     */
    List<Article> articles(String from, String unknown) {
        return List.of(
                switch (decision.kind()) {
                    case "refuse" -> refuses(unknown);
                    case "adjust" -> adjusts();
                    case "stop" -> stops();
                    case "annul" -> annuls();
                    case "reopen" -> reopens();
                    default -> grants(from);
                });
    }

    private String who() {
        return decision.household() ? "hộ ông/bà " : "ông/bà ";
    }

    private Article grants(String from) {
        var says = new ArrayList<Paragraph>();
        says.add(
                Paragraph.naming("Cho " + who(), " hưởng chế độ " + label + (from.isEmpty() ? "" : ", " + from) + "."));
        says.add(Paragraph.of("Mức hưởng: %s.".formatted(level(decision.amount()))));
        var met = programme.stream()
                .flatMap(it -> LetterGrounds.provisions(it, frozen))
                .map(Provision::says)
                .map(text -> text.vi())
                .toList();
        if (!met.isEmpty()) {
            says.add(Paragraph.of("Thuộc diện: %s.".formatted(String.join("; ", met))));
        }
        return new Article(List.copyOf(says), List.of(), Optional.empty());
    }

    private Article refuses(String unknown) {
        var reasons = new ArrayList<String>();
        frozen.path("why_not")
                .forEach(it -> reasons.add("%s (%s)"
                        .formatted(
                                it.path("vi").asString(""), it.path("basis_vi").asString(""))));
        if (!unknown.isEmpty()) {
            reasons.add("Chưa có căn cứ xác định: %s.".formatted(unknown));
        }
        return Article.of(
                        Paragraph.naming("Không giải quyết chế độ %s đối với ".formatted(label) + who(), "."),
                        Paragraph.of("Lý do:"))
                .with(reasons.stream().distinct().toList());
    }

    private Article adjusts() {
        var says = new ArrayList<Paragraph>();
        says.add(Paragraph.naming("Điều chỉnh mức hưởng chế độ %s của ".formatted(label) + who(), from() + "."));
        before.ifPresent(it -> says.add(Paragraph.of("Mức đã hưởng: %s.".formatted(figure(it)))));
        says.add(Paragraph.of("Mức điều chỉnh: %s.".formatted(level(decision.amount()))));
        says.add(because());
        var months = months();
        return new Article(
                List.copyOf(says),
                List.of(),
                months.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Letter.Table(
                                List.of("Từ tháng – đến tháng", "Mức đã ký (đồng)", "Mức theo luật (đồng)"), months)));
    }

    private Article stops() {
        var says = new ArrayList<Paragraph>();
        says.add(Paragraph.naming("Thôi hưởng chế độ %s đối với ".formatted(label) + who(), from() + "."));
        before.ifPresent(it -> says.add(Paragraph.of("Mức hưởng đến trước khi thôi hưởng: %s.".formatted(figure(it)))));
        says.add(because());
        return new Article(List.copyOf(says), List.of(), Optional.empty());
    }

    private Article annuls() {
        return Article.of(
                Paragraph.naming(
                        "Hủy %s về việc thôi hưởng chế độ %s đối với ".formatted(ended, label) + who(), from() + "."),
                Paragraph.of("Mức hưởng: %s. Các tháng chưa chi trả từ khi thôi hưởng được truy lĩnh."
                        .formatted(level(decision.amount()))),
                because(),
                STATED_BY_THE_OFFICE);
    }

    private Article reopens() {
        return Article.of(
                Paragraph.naming(
                        "Cho hưởng lại chế độ %s đối với ".formatted(label) + who(),
                        decision.effectiveFrom().isPresent() ? from() + "." : ", kể từ ngày ký Quyết định này."),
                Paragraph.of(
                        "Mức hưởng: %s. Thời gian từ khi thôi hưởng theo %s đến Quyết định này không được truy lĩnh."
                                .formatted(level(decision.amount()), ended)),
                because(),
                STATED_BY_THE_OFFICE);
    }

    private Paragraph because() {
        var cause = decision.cause().strip();
        return Paragraph.of("Lý do: %s%s".formatted(cause, cause.endsWith(".") ? "" : "."));
    }

    private String from() {
        return decision.effectiveFrom().map(it -> ", " + LetterWriter.from(it)).orElse("");
    }

    /** Months of the answer that was frozen, from the first one that changes, beside what was signed. */
    private List<List<String>> months() {
        var rows = new ArrayList<List<String>>();
        for (var it : frozen.path("owed")) {
            var to = LocalDate.parse(it.path("to").asString(""));
            var from = LocalDate.parse(it.path("from").asString(""));
            var begins = decision.effectiveFrom().filter(from::isBefore).orElse(from);
            var amount = it.path("amount").asLong(0);
            if (before.isPresent() && !to.isBefore(begins) && amount != before.get()) {
                rows.add(List.of(
                        "%s – %s"
                                .formatted(
                                        VIETNAMESE.month(YearMonth.from(begins)), VIETNAMESE.month(YearMonth.from(to))),
                        VIETNAMESE.number(before.get()),
                        VIETNAMESE.number(amount)));
            }
        }
        return List.copyOf(rows);
    }

    private String figure(long amount) {
        var per = programme.map(Programme::period).map(PER::get).orElse("");
        return "%s đồng%s".formatted(VIETNAMESE.number(amount), per.isEmpty() ? "" : "/" + per);
    }

    private String level(long amount) {
        return "%s (%s)".formatted(figure(amount), DongInWords.of(amount));
    }
}
