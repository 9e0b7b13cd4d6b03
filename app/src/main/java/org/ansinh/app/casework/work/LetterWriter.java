package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.LetterDesk.Order;
import org.ansinh.app.casework.LetterDesk.Signed;
import org.ansinh.app.casework.store.LetterRows;
import org.ansinh.app.casework.store.LetterRows.Who;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.Writing;
import org.springframework.stereotype.Component;

/** What every paper of the office has alike: whose name stands above, whom it is about, who signs it for whom, where it is kept. */
@Component
class LetterWriter {

    private static final int MARCH = 3;

    /** What is decided because somebody died says so; a grant of before is printed again as it was. */
    private static final Set<String> AFTER_A_DEATH = Set.of("stop", "recover");

    /** Who signs for the province's office, a word of the pack. */
    static final String PROVINCE = "provincial_approver";

    /** Terms that nobody has compared with the official text are marked on the paper, and this says so. */
    static final String TERM_UNCHECKED =
            "(*) Thời hiệu tại Điều 9: chưa đối chiếu với văn bản gốc của Luật Khiếu nại; cơ quan kiểm tra lại trước khi phát hành.";

    static final String GROUND_UNCHECKED =
            "(**) Căn cứ chưa đối chiếu với văn bản gốc; cơ quan kiểm tra lại trước khi phát hành.";

    private final LetterRows letters;
    private final LetterGrounds law;
    private final LawInWords words;
    private final Names names;
    private final AuditDesk audit;

    LetterWriter(LetterRows letters, LetterGrounds law, LawInWords words, Names names, AuditDesk audit) {
        this.letters = letters;
        this.law = law;
        this.words = words;
        this.names = names;
        this.audit = audit;
    }

    /**
     * What is told of one paper beside what was ordered.
     *
     * @param authority who has to sign it, a word of the pack
     * @param village where somebody lived, where the paper keeps that
     * @param complaint how long one has to complain against a decision
     * @param recourse in place of the complaint against a decision
     */
    record Beside(
            String authority,
            Optional<String> village,
            Optional<Letter.File> file,
            Optional<LetterGrounds.Complaint> complaint,
            Optional<String> recourse,
            boolean unverified) {}

    LocalDate today() {
        return words.today();
    }

    /** Who has to sign in a programme on that day, where nothing else is known of it. */
    Beside plain(String programme, LocalDate day) {
        return new Beside(
                words.authority(programme, day).orElse(""),
                Optional.empty(),
                Optional.empty(),
                law.complaint(day),
                Optional.empty(),
                false);
    }

    /** Printing it is reading the file of whoever it is about. */
    Optional<Letter> write(Order order, Beside beside) {
        return letters.who(order.whose().household(), order.whose().subjectId()).map(who -> {
            audit.read(AuditDesk.Reading.PRINT_PERSON, who.person());
            return write(order, beside, addressee(order, beside, who));
        });
    }

    /** To somebody of the register whom another room names. */
    Letter write(Order order, Beside beside, int person, Letter.Addressee to) {
        audit.read(AuditDesk.Reading.PRINT_PERSON, person);
        return write(order, beside, to);
    }

    /** To somebody whom the register need not know. */
    Letter write(Order order, Beside beside, Letter.Addressee to) {
        var grounds = Stream.concat(
                        order.grounds().stream(), order.rules().stream().map(law::cited))
                .distinct()
                .toList();
        var recourse = beside.recourse()
                .or(() -> beside.complaint().map(it -> recourse(it, to)))
                .orElseGet(() -> rightAlone(to));
        return new Letter(
                order.kind(),
                order.form(),
                new Letter.Head(
                        order.signed().number().map(it -> it + order.form().numberEnd()),
                        order.signed().on(),
                        commune(order.whose().communeCode()),
                        beside.authority().equals(PROVINCE)),
                to,
                order.about(),
                grounds,
                order.considering(),
                order.articles(),
                recourse,
                new Letter.Foot(
                        signer(order.signed(), order.whose().communeCode()),
                        beside.file().map(it -> "hồ sơ số " + it.number()).orElse("hồ sơ"),
                        notes(grounds, recourse)),
                beside.unverified());
    }

    private Letter.Signer signer(Signed signed, String commune) {
        return signed.by()
                .flatMap(it -> signed.on().map(on -> letters.signer(it, commune, on)))
                .orElse(Letter.Signer.NOBODY_YET);
    }

    private static List<String> notes(List<String> grounds, String recourse) {
        var notes = new ArrayList<String>();
        if (recourse.endsWith("(*).")) {
            notes.add(TERM_UNCHECKED);
        }
        if (grounds.stream().anyMatch(it -> it.endsWith(LetterGrounds.UNCHECKED))) {
            notes.add(GROUND_UNCHECKED);
        }
        return List.copyOf(notes);
    }

    private Letter.Addressee addressee(Order order, Beside beside, Who who) {
        var commune = commune(order.whose().communeCode());
        var village = beside.village().orElse(who.village());
        return new Letter.Addressee(
                order.whose().household(),
                who.name(),
                new Writing(LawInWords.VIETNAMESE).born(who.born().orElse(null), who.bornPrecision()),
                who.personalNumber(),
                village.isEmpty() ? commune : village + ", " + commune,
                who.diedOn()
                        .filter(it -> AFTER_A_DEATH.contains(order.kind()))
                        .map(LetterWriter::day)
                        .orElse(""));
    }

    private static String rightAlone(Letter.Addressee to) {
        return "Nếu không đồng ý với Quyết định này, %s có quyền khiếu nại đến người đã ký Quyết định theo Luật Khiếu nại năm 2011."
                .formatted(to.called());
    }

    private static String recourse(LetterGrounds.Complaint it, Letter.Addressee to) {
        return rightAlone(to)
                + " Thời hạn giải quyết khiếu nại lần đầu không quá %d ngày kể từ ngày thụ lý, vụ việc phức tạp không quá %d ngày; ở vùng sâu, vùng xa đi lại khó khăn không quá %d ngày, phức tạp không quá %d ngày (Điều 28). Thời hiệu khiếu nại là %d ngày kể từ ngày nhận được Quyết định (Điều 9) (*)."
                        .formatted(it.first(), it.complex(), it.remote(), it.remoteComplex(), it.file());
    }

    /** Within a sentence the kind of a commune has a small letter: xã Yên Thổ. */
    String commune(String code) {
        var name = names.communes().getOrDefault(code, code);
        return name.substring(0, 1).toLowerCase(LawInWords.VIETNAMESE) + name.substring(1);
    }

    /** As papers write it within a sentence: 20 tháng 10 năm 2026. */
    static String day(LocalDate day) {
        return "%02d tháng %s năm %d"
                .formatted(
                        day.getDayOfMonth(),
                        (day.getMonthValue() < MARCH ? "0" : "") + day.getMonthValue(),
                        day.getYear());
    }

    /** From a day on: from a month, where it is its first day. */
    static String from(LocalDate day) {
        return day.getDayOfMonth() == 1
                ? "kể từ tháng %02d năm %d".formatted(day.getMonthValue(), day.getYear())
                : "kể từ ngày " + new Writing(LawInWords.VIETNAMESE).day(day);
    }
}
