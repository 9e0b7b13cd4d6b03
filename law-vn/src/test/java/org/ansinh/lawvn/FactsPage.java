package org.ansinh.lawvn;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.ansinh.rules.pack.Enumeration;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.RelationDefinition;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.rules.pack.ValueType;

/** The names of facts that {@code law ask}, imports and the API understand: stable from their first release. */
final class FactsPage {

    private final LawPack pack;
    private final StringBuilder page = new StringBuilder();

    private FactsPage(LawPack pack) {
        this.pack = pack;
    }

    static String of(LawPack pack) {
        var page = new FactsPage(pack);
        page.head();
        for (var kind : SubjectKind.values()) {
            page.facts(kind);
        }
        page.relations();
        pack.dictionary().enumerations().values().stream()
                .sorted(Comparator.comparing(Enumeration::id))
                .forEach(page::values);
        return page.page.toString();
    }

    private void head() {
        line("# Facts / Các thông tin");
        line("");
        line(PageWords.MADE_EN.replace(" Whatever is not “confirmed” may be looked at and simulated, not paid.", ""));
        line("");
        line(
                "These are the names that `./ansinh law ask`, imports and the API understand. A name stays once it is released: it may get new values and better words, not another meaning.");
        line(
                "Đây là các tên mà lệnh `./ansinh law ask`, việc nhập dữ liệu và API dùng; tên đã phát hành thì giữ nguyên nghĩa.");
        line("");
        line(
                "“When absent”: what it means that nobody has said it; **ask** = the answer stays open until somebody does. Sensitivity: ordinary, sensitive, hidden (masked wherever the purpose does not need it).");
        line("");
    }

    private void facts(SubjectKind kind) {
        line("## " + kind.name().toLowerCase(java.util.Locale.ROOT));
        line("");
        line("| Name | Nghĩa | Meaning | Type | When absent / Khi chưa có | Sensitivity | Stated by |");
        line("|---|---|---|---|---|---|---|");
        pack.dictionary().facts().stream()
                .filter(it -> it.subject() == kind)
                .sorted(Comparator.comparing(FactDefinition::id))
                .forEach(it -> line("| `%s` | %s | %s | %s | %s | %s | %s |"
                        .formatted(
                                it.id(),
                                it.label().in(Language.VI),
                                it.label().in(Language.EN),
                                type(it),
                                absent(it),
                                it.sensitivity().name().toLowerCase(java.util.Locale.ROOT),
                                String.join(", ", it.statedBy()))));
        line("");
    }

    private static String type(FactDefinition fact) {
        var base = fact.type()
                .enumeration()
                .map(it -> "one of `" + it + "`")
                .orElse(fact.type().kind().name().toLowerCase(java.util.Locale.ROOT));
        var numeric = fact.type().kind() == ValueType.Kind.INT || fact.type().kind() == ValueType.Kind.DONG;
        return base
                + (numeric ? " %d–%d".formatted(fact.range().min(), fact.range().max()) : "")
                + (fact.many() ? ", many" : "");
    }

    private String absent(FactDefinition fact) {
        if (fact.whenAbsent().asks()) {
            return "**ask**";
        }
        var value =
                pack.dictionary().written(fact.type(), fact.whenAbsent().value().getAsLong());
        return "`%s`: %s / %s"
                .formatted(
                        value,
                        fact.whenAbsent().says().map(it -> it.in(Language.VI)).orElse(""),
                        fact.whenAbsent().says().map(it -> it.in(Language.EN)).orElse(""));
    }

    private void relations() {
        line("## relations / quan hệ");
        line("");
        pack.dictionary().relations().stream()
                .sorted(Comparator.comparing(RelationDefinition::id))
                .forEach(it -> line("- `%s`: %s / %s"
                        .formatted(
                                it.id(), it.label().in(Language.VI), it.label().in(Language.EN))));
        line("");
    }

    private void values(Enumeration enumeration) {
        line("## `%s`".formatted(enumeration.id()));
        line("");
        line(enumeration.values().stream()
                .map(it -> "`%s` %s / %s"
                        .formatted(
                                it.id(), it.label().in(Language.VI), it.label().in(Language.EN)))
                .collect(Collectors.joining("; ")));
        line("");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
