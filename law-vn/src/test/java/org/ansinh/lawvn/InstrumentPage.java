package org.ansinh.lawvn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.Handling;
import org.ansinh.rules.pack.Instrument;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.timeline.DateRange;

/** One legal document: what it is, where it was read, and everything of the pack that rests on it. */
final class InstrumentPage {

    private record Row(Basis basis, String what, String from, String value, String certainty) {}

    private final PageWords words;
    private final Instrument instrument;
    private final List<Row> rows = new ArrayList<>();

    private InstrumentPage(LawPack pack, Instrument instrument, Language language) {
        this.words = new PageWords(pack, language);
        this.instrument = instrument;
    }

    static String of(LawPack pack, Instrument instrument, Language language) {
        var page = new InstrumentPage(pack, instrument, language);
        page.parameters();
        pack.programmes().values().forEach(page::programme);
        pack.handling().forEach(page::handling);
        return page.text();
    }

    private void parameters() {
        for (var parameter : words.pack().parameters().values()) {
            for (var value : parameter.values()) {
                add(
                        Optional.of(value.basis()),
                        words.say("Con số: ", "Figure: ") + parameter.label().in(words.language()),
                        since(value.days()),
                        words.number(parameter.type(), value.written()),
                        Optional.of(value.certainty()));
            }
        }
    }

    private void programme(Programme programme) {
        var name = programme.label().in(words.language()) + ": ";
        for (var it : programme.procedure().decidedBy()) {
            add(
                    Optional.of(it.basis()),
                    name + words.say("thẩm quyền", "who decides"),
                    since(it.days()),
                    words.authority(it.authority()),
                    Optional.of(it.certainty()));
        }
        for (var it : programme.procedure().deadlines()) {
            add(
                    Optional.of(it.basis()),
                    name
                            + it.says()
                                    .map(says -> says.in(words.language()))
                                    .orElse(words.say("thời hạn giải quyết", "time to answer")),
                    since(it.days()),
                    it.workingDays() + words.say(" ngày làm việc", " working days"),
                    Optional.of(it.certainty()));
        }
        for (var it : programme.procedure().forms()) {
            add(
                    it.basis(),
                    name + words.say("mẫu ", "form ") + it.code(),
                    "",
                    it.label().in(words.language()),
                    it.certainty());
        }
        for (var it : programme.procedure().documents()) {
            add(it.basis(), name + words.say("giấy tờ", "paper"), "", it.label().in(words.language()), it.certainty());
        }
        programme.provisions().forEach(it -> provision(name, it));
        add(
                programme.combination().basis(),
                name + words.say("khi thuộc nhiều diện", "when several apply"),
                "",
                "",
                Optional.empty());
    }

    /** Empty for what holds from the beginning. */
    private static String since(DateRange days) {
        return days.from().equals(DateRange.FIRST_DAY) ? "" : days.from().toString();
    }

    private void handling(Handling handling) {
        add(
                Optional.of(handling.basis()),
                words.say("Sau khi có quyết định: ", "After the decision: ")
                        + handling.says().in(words.language()),
                since(handling.days()),
                words.handling(handling.does()),
                Optional.of(handling.certainty()));
    }

    private void provision(String name, Provision provision) {
        add(
                Optional.of(provision.basis()),
                name + provision.says().in(words.language()),
                since(provision.days()),
                "",
                Optional.of(provision.certainty()));
        for (var condition : provision.conditions()) {
            add(
                    condition.basis(),
                    name
                            + words.say("điều kiện: ", "condition: ")
                            + condition.says().in(words.language()),
                    "",
                    "",
                    condition.certainty());
        }
        for (var start : provision.start()) {
            add(
                    start.basis(),
                    name + words.say("thời điểm hưởng", "when it begins"),
                    "",
                    words.start(start.kind()),
                    start.certainty());
        }
        add(
                provision.stop().basis(),
                name + words.say("thời điểm thôi hưởng", "when it ends"),
                "",
                words.stop(provision.stop().kind()),
                provision.stop().certainty());
    }

    private void add(Optional<Basis> basis, String what, String from, String value, Optional<Certainty> certainty) {
        basis.filter(it -> it.instrument().equals(instrument.number())).ifPresent(it -> {
            var row = new Row(
                    it, what, from, value, certainty.map(words::certainty).orElse(""));
            if (!rows.contains(row)) {
                rows.add(row);
            }
        });
    }

    private String text() {
        var page = new StringBuilder();
        page.append(
                "# %s: %s%n%n".formatted(instrument.number(), instrument.title().in(words.language())));
        page.append(words.made()).append("\n\n");
        page.append("- %s: %s%n"
                .formatted(
                        words.say("Cơ quan ban hành", "Issued by"),
                        instrument.issuer().in(words.language())));
        page.append("- %s: %s; %s: %s%n"
                .formatted(
                        words.say("Ngày ký", "Signed"),
                        instrument.signed(),
                        words.say("có hiệu lực", "in force"),
                        instrument.inForce()));
        if (!instrument.repeals().isEmpty()) {
            page.append("- %s: %s%n"
                    .formatted(words.say("Thay thế, bãi bỏ", "Repeals"), String.join(", ", instrument.repeals())));
        }
        page.append("- %s: %s (%s)%n"
                .formatted(
                        words.say("Đọc ở", "Read at"), instrument.source(), words.certainty(instrument.certainty())));
        instrument.note().ifPresent(it -> page.append("- %s: %s%n".formatted(words.say("Ghi chú", "Note"), it)));
        page.append('\n');
        if (rows.isEmpty()) {
            page.append(words.say(
                            "Chưa có nội dung nào của gói dựa trực tiếp vào văn bản này.",
                            "Nothing in the pack rests on it directly."))
                    .append('\n');
            return page.toString();
        }
        page.append(words.say(
                        "| Điều khoản | Nội dung | Từ ngày | Giá trị | Mức độ xác thực |",
                        "| Place | What | From | Value | Certainty |"))
                .append("\n|---|---|---|---|---|\n");
        rows.stream()
                .sorted(Comparator.comparing((Row it) -> number(it.basis().article()))
                        .thenComparing(it -> number(it.basis().clause()))
                        .thenComparing(it -> it.basis().point().orElse(""))
                        .thenComparing(Row::what)
                        .thenComparing(Row::from)
                        .thenComparing(Row::value)
                        .thenComparing(Row::certainty))
                .forEach(it -> page.append("| %s | %s | %s | %s | %s |%n"
                        .formatted(place(it.basis()), it.what(), it.from(), it.value(), it.certainty())));
        return page.toString();
    }

    /** The place without the document's own number, which stands in the heading. */
    private String place(Basis basis) {
        return basis.place(words.language());
    }

    private static int number(Optional<String> written) {
        var digits = written.orElse("").replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
