package org.ansinh.app.payments.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.Letter.Article;
import org.ansinh.app.casework.Letter.Paragraph;
import org.ansinh.app.casework.LetterDesk;
import org.ansinh.app.casework.LetterDesk.Order;
import org.ansinh.app.casework.LetterDesk.Signed;
import org.ansinh.app.casework.LetterDesk.Whose;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.pages.DongInWords;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.payments.PaymentLetterDesk;
import org.ansinh.app.payments.RecoveryDesk.Month;
import org.ansinh.app.payments.RecoveryDesk.Recovery;
import org.ansinh.app.payments.SuspensionDesk.Suspension;
import org.ansinh.app.payments.store.RecoveryRows;
import org.ansinh.app.payments.store.SignedRows;
import org.ansinh.app.payments.store.SuspensionRows;
import org.ansinh.rules.pack.Handling;
import org.ansinh.rules.pack.Handling.Does;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts on paper that payment rests, goes on, or that money is to come back: rules and articles are the pack's, months and amounts those that were drafted. */
@Service
class PaymentLetters implements PaymentLetterDesk {

    private static final Writing VIETNAMESE = new Writing(java.util.Locale.of("vi"));

    private final SuspensionRows suspensions;
    private final RecoveryRows recoveries;
    private final SignedRows signed;
    private final LawbookDesk lawbook;
    private final LetterDesk letters;
    private final Clock clock;

    PaymentLetters(
            SuspensionRows suspensions,
            RecoveryRows recoveries,
            SignedRows signed,
            LawbookDesk lawbook,
            LetterDesk letters,
            Clock clock) {
        this.suspensions = suspensions;
        this.recoveries = recoveries;
        this.signed = signed;
        this.lawbook = lawbook;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Letter> suspension(long suspensionId) {
        return suspensions.find(suspensionId).flatMap(it -> {
            var by = signed.suspension(suspensionId);
            var programme = it.about().programme();
            var rule = rules(programme, by)
                    .filter(known -> known.id().equals(it.ground()))
                    .toList();
            var says = new ArrayList<Paragraph>();
            says.add(Paragraph.naming(
                    "Tạm dừng chi trả chế độ %s đối với ".formatted(label(programme))
                            + who(it.about().household()),
                    ", kể từ ngày ký Quyết định này."));
            says.add(because(it.cause()));
            rule.forEach(known -> says.add(
                    Paragraph.of("Quy định áp dụng: %s.".formatted(known.says().vi()))));
            rules(programme, by)
                    .filter(known ->
                            known.does() == Does.RESUME && !known.certainty().isUnverified())
                    .forEach(known -> says.add(Paragraph.of(known.says().vi() + ".")));
            return letters.write(order(
                    "suspend",
                    it,
                    by,
                    "Về việc tạm dừng chi trả chế độ: ",
                    rule,
                    new Article(List.copyOf(says), List.of(), Optional.empty())));
        });
    }

    @Override
    @Transactional
    public Optional<Letter> resumption(long suspensionId) {
        return suspensions
                .find(suspensionId)
                .filter(it -> it.resumeDrafted().isPresent())
                .flatMap(it -> {
                    var by = signed.resumption(suspensionId);
                    var rested = signed.suspension(suspensionId);
                    var programme = it.about().programme();
                    var says = new ArrayList<Paragraph>();
                    says.add(Paragraph.naming(
                            "Chi trả lại chế độ %s đối với ".formatted(label(programme))
                                    + who(it.about().household()),
                            ", kể từ ngày ký Quyết định này, gồm cả các tháng chưa chi trả trong thời gian tạm dừng%s."
                                    .formatted(named(rested))));
                    it.resumeDrafted().ifPresent(act -> says.add(because(act.words())));
                    return letters.write(order(
                            "resume",
                            it,
                            by,
                            "Về việc chi trả lại chế độ: ",
                            rules(programme, by)
                                    .filter(known -> known.does() == Does.RESUME)
                                    .toList(),
                            new Article(List.copyOf(says), List.of(), Optional.empty())));
                });
    }

    private static String named(Signed it) {
        return it.number()
                .flatMap(number -> it.on()
                        .map(on -> " theo Quyết định số %d/QĐ-UBND ngày %s".formatted(number, VIETNAMESE.day(on))))
                .orElse("");
    }

    private Order order(String kind, Suspension it, Signed by, String about, List<Handling> rules, Article article) {
        var whose = it.about();
        return new Order(
                kind,
                Letter.Form.DECISION,
                new Whose(whose.programme(), whose.household(), whose.subjectId(), whose.communeCode()),
                by,
                about + label(whose.programme()),
                List.of(),
                rules,
                "",
                List.of(article));
    }

    @Override
    @Transactional
    public Optional<Letter> recovery(long recoveryId) {
        return recoveries.find(recoveryId).flatMap(it -> {
            var by = signed.recovery(recoveryId);
            var whose = it.about();
            return letters.write(new Order(
                    "recover",
                    Letter.Form.DECISION,
                    new Whose(whose.programme(), whose.household(), whose.subjectId(), whose.communeCode()),
                    by,
                    "Về việc thu hồi tiền đã chi trả chế độ: " + label(whose.programme()),
                    List.of(),
                    rules(whose.programme(), by)
                            .filter(known -> known.does() == Does.RECOVER)
                            .toList(),
                    "",
                    List.of(claimed(it, recoveries.months(recoveryId)), Article.of(way(it)))));
        });
    }

    private Article claimed(Recovery it, List<Month> months) {
        var rows = months.stream()
                .map(month -> List.of(VIETNAMESE.month(month.month()), VIETNAMESE.number(month.amount())))
                .toList();
        return Article.of(
                        Paragraph.naming(
                                "Thu hồi số tiền đã chi trả chế độ %s không thuộc diện được hưởng đối với "
                                                .formatted(label(it.about().programme()))
                                        + who(it.about().household()),
                                "."),
                        Paragraph.of("Tổng số tiền: %s đồng (%s), gồm các tháng dưới đây."
                                .formatted(
                                        VIETNAMESE.number(it.standing().total()),
                                        DongInWords.of(it.standing().total()))),
                        because(it.cause()))
                .with(new Letter.Table(List.of("Tháng", "Số tiền (đồng)"), rows));
    }

    private static Paragraph way(Recovery it) {
        return Paragraph.of(it.instalment()
                .map(each ->
                        "Trừ dần vào tiền chi trả của chế độ này: mỗi kỳ %s đồng (%s); mỗi kỳ người hưởng vẫn nhận ít nhất %d%% số tiền được chi trả (mức do cơ quan chi trả đặt ra, không phải mức của văn bản quy phạm pháp luật)."
                                .formatted(VIETNAMESE.number(each), DongInWords.of(each), it.keptPercent()))
                .orElse("Người nhận tiền hoặc gia đình nộp lại số tiền nêu trên."));
    }

    private static Paragraph because(String cause) {
        var words = cause.strip();
        return Paragraph.of("Lý do: %s%s".formatted(words, words.endsWith(".") ? "" : "."));
    }

    private static String who(boolean household) {
        return household ? "hộ ông/bà " : "ông/bà ";
    }

    private String label(String programme) {
        return lawbook.current()
                .pack()
                .programme(programme)
                .map(it -> it.label().vi())
                .orElse(programme);
    }

    /** Rules about what becomes of decisions in a programme, as they were on the day of the signature, or are today. */
    private Stream<Handling> rules(String programme, Signed by) {
        var day = by.on().orElseGet(this::today);
        return lawbook.current().pack().handlingOf(programme).stream()
                .filter(it -> it.days().includes(day));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
