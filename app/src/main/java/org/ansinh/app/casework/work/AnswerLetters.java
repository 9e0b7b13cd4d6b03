package org.ansinh.app.casework.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.Letter.Article;
import org.ansinh.app.casework.Letter.Paragraph;
import org.ansinh.app.casework.LetterDesk.Order;
import org.ansinh.app.casework.LetterDesk.Signed;
import org.ansinh.app.casework.LetterDesk.Whose;
import org.ansinh.app.casework.store.GrievanceRows;
import org.ansinh.app.casework.store.LetterRows;
import org.springframework.stereotype.Component;

/**
 * The written answer to what somebody said: a decision on a complaint, a notice to whoever denounced, a letter to whoever told how things go. It holds what was said, what was
 * found and what was concluded, as the register keeps it; whoever gave no name is written to by nobody.
 */
@Component
class AnswerLetters {

    private final GrievanceRows rows;
    private final LetterRows letters;
    private final GrievanceTerms terms;
    private final LetterGrounds law;
    private final LetterWriter writer;

    AnswerLetters(
            GrievanceRows rows, LetterRows letters, GrievanceTerms terms, LetterGrounds law, LetterWriter writer) {
        this.rows = rows;
        this.letters = letters;
        this.terms = terms;
        this.law = law;
        this.writer = writer;
    }

    Optional<Letter> letter(long id) {
        return rows.find(id)
                .filter(it -> it.isIn("proposed") || it.isIn("resolved"))
                .filter(it -> !it.said().name().isBlank())
                .map(this::written);
    }

    private Letter written(Grievance it) {
        var to = new Letter.Addressee(false, it.said().name(), "", "", "", "");
        var about = it.about();
        var order = new Order(
                it.kind(),
                form(it),
                new Whose(about.programme(), about.household(), about.subjectId(), about.communeCode()),
                new Signed(Optional.empty(), it.answer().resolvedOn(), letters.resolvedBy(it.id())),
                about(it, to),
                grounds(it),
                List.of(),
                considering(it, to),
                articles(it));
        var beside = new LetterWriter.Beside(
                it.instance() == 2 ? LetterWriter.PROVINCE : "",
                Optional.empty(),
                Optional.of(new Letter.File(it.work().number(), it.said().receivedOn())),
                Optional.empty(),
                Optional.of(recourse(it, to)),
                false);
        return writer.write(order, beside, to).numbered(it.answer().number());
    }

    private static Letter.Form form(Grievance it) {
        return switch (it.kind()) {
            case "complaint" -> Letter.Form.DECISION;
            case "denunciation" -> Letter.Form.NOTICE;
            default -> Letter.Form.REPLY;
        };
    }

    private static String about(Grievance it, Letter.Addressee to) {
        return switch (it.kind()) {
            case "complaint" ->
                "Về việc giải quyết khiếu nại của %s (%s)"
                        .formatted(to.called(), it.instance() == 1 ? "lần đầu" : "lần hai");
            case "denunciation" -> "Về việc kết quả giải quyết tố cáo";
            default -> "V/v trả lời phản ánh, kiến nghị";
        };
    }

    /** Where the law has the terms of it; feedback has none that the pack knows. */
    private List<String> grounds(Grievance it) {
        return terms.bases(it).stream().map(law::titledNow).distinct().toList();
    }

    private static String considering(Grievance it, Letter.Addressee to) {
        var word = switch (it.kind()) {
            case "complaint" -> "Xét khiếu nại số %s của %s, nhận ngày %s";
            case "denunciation" -> "Xét tố cáo số %s của %s, nhận ngày %s";
            default -> "Trả lời phản ánh, kiến nghị số %s của %s, nhận ngày %s";
        };
        return word.formatted(
                        it.work().number(),
                        to.called(),
                        LetterWriter.day(it.said().receivedOn()))
                + it.terms()
                        .acceptedOn()
                        .map(on -> ", thụ lý ngày " + LetterWriter.day(on))
                        .orElse("")
                + (it.kind().equals("feedback") ? ":" : ".");
    }

    private static List<Article> articles(Grievance it) {
        var said = new ArrayList<Paragraph>();
        said.add(Paragraph.of("Nội dung: “%s”.".formatted(stripped(it.said().says()))));
        if (!it.said().wants().isBlank()) {
            said.add(Paragraph.of("Yêu cầu: “%s”.".formatted(stripped(it.said().wants()))));
        }
        if (!it.about().decisionNumber().isEmpty()) {
            said.add(Paragraph.of(
                    "Quyết định bị khiếu nại: số %s.".formatted(it.about().decisionNumber())));
        }
        var found = new ArrayList<Paragraph>();
        finding(it).ifPresent(word -> found.add(Paragraph.of("Kết quả xác minh: %s.".formatted(word))));
        found.add(Paragraph.of((it.kind().equals("feedback") ? "Trả lời: " : "Kết luận: ")
                + it.answer().conclusion().strip()));
        return List.of(
                new Article(List.copyOf(said), List.of(), Optional.empty()),
                new Article(List.copyOf(found), List.of(), Optional.empty()));
    }

    private static Optional<String> finding(Grievance it) {
        var what = it.isComplaint() ? "nội dung khiếu nại" : "nội dung tố cáo";
        return switch (it.answer().finding()) {
            case "right" -> Optional.of(what + " đúng");
            case "partly" -> Optional.of(what + " đúng một phần");
            case "wrong" -> Optional.of(what + " không đúng");
            default -> Optional.empty();
        };
    }

    /** After the first answer to a complaint a second one is open, with the term the pack has for it. */
    private String recourse(Grievance it, Letter.Addressee to) {
        if (!it.isComplaint() || it.instance() == 2) {
            return "";
        }
        return "Nếu không đồng ý với Quyết định này, %s có quyền khiếu nại lần hai theo Luật Khiếu nại năm 2011."
                        .formatted(to.called())
                + terms.second(it)
                        .map(term -> " Thời hạn giải quyết khiếu nại lần hai không quá %d ngày kể từ ngày thụ lý (%s)."
                                .formatted(term.days(), term.basis()))
                        .orElse("");
    }

    private static String stripped(String words) {
        var line = words.strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
