package org.ansinh.app.payments.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.Letter.Article;
import org.ansinh.app.casework.Letter.Paragraph;
import org.ansinh.app.casework.LetterDesk;
import org.ansinh.app.casework.LetterDesk.Order;
import org.ansinh.app.casework.LetterDesk.Signed;
import org.ansinh.app.casework.LetterDesk.Whose;
import org.ansinh.app.determination.Names;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.payments.TransferDesk.Transfer;
import org.ansinh.app.payments.TransferLetterDesk;
import org.ansinh.app.payments.store.SignedRows;
import org.ansinh.app.payments.store.TransferRows;
import org.ansinh.app.payments.store.TransferRows.Who;
import org.ansinh.rules.pack.Handling;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers of one move: what the old commune ends, and what the new one goes on with. The ground is the rule of the pack, or what the officer stated, and then the paper says so. */
@Service
class TransferLetters implements TransferLetterDesk {

    private static final Locale OFFICE = Locale.of("vi");
    private static final Writing VIETNAMESE = new Writing(OFFICE);

    private final TransferRows transfers;
    private final SignedRows signed;
    private final LawbookDesk lawbook;
    private final LetterDesk letters;
    private final Names names;
    private final Clock clock;

    TransferLetters(
            TransferRows transfers,
            SignedRows signed,
            LawbookDesk lawbook,
            LetterDesk letters,
            Names names,
            Clock clock) {
        this.transfers = transfers;
        this.signed = signed;
        this.lawbook = lawbook;
        this.letters = letters;
        this.names = names;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Letter> sent(long transferId) {
        return transfers.find(transferId).filter(Transfer::leaves).flatMap(it -> {
            var by = signed.transfer(transferId);
            var rules = rules(it, by);
            var says = new ArrayList<Paragraph>();
            says.add(Paragraph.naming(
                    "Thôi chi trả chế độ %s tại %s đối với "
                                    .formatted(label(it), commune(it.about().communeCode()))
                            + who(it),
                    " do chuyển nơi cư trú đến %s.".formatted(commune(it.toCommune()))));
            says.add(Paragraph.of(
                    "Tháng cuối cùng chi trả tại %s: tháng %s. Từ tháng %s do %s chi trả theo quyết định tiếp nhận; mức hưởng không thay đổi."
                            .formatted(
                                    commune(it.about().communeCode()),
                                    VIETNAMESE.month(it.lastMonth()),
                                    VIETNAMESE.month(it.lastMonth().plusMonths(1)),
                                    commune(it.toCommune()))));
            says.addAll(because(it.cause(), rules));
            return write(it, it.about().communeCode(), by, "Về việc thôi chi trả do chuyển nơi hưởng: ", rules, says);
        });
    }

    @Override
    @Transactional
    public Optional<Letter> received(long transferId) {
        return transfers
                .find(transferId)
                .filter(it -> it.arrives() && it.steps().receiptDrafted().isPresent())
                .flatMap(it -> {
                    var by = signed.receipt(transferId);
                    var rules = rules(it, by);
                    var says = new ArrayList<Paragraph>();
                    says.add(Paragraph.naming(
                            "Tiếp tục chi trả chế độ %s tại %s đối với ".formatted(label(it), commune(it.toCommune()))
                                    + who(it),
                            ", kể từ tháng %s%s."
                                    .formatted(VIETNAMESE.month(it.lastMonth().plusMonths(1)), named(it))));
                    says.add(Paragraph.of(
                            "%s đã chi trả đến hết tháng %s; tháng nào chưa chi trả được truy lĩnh, không tháng nào chi trả hai lần."
                                    .formatted(
                                            capital(commune(it.about().communeCode())),
                                            VIETNAMESE.month(it.lastMonth()))));
                    it.steps().receiptDrafted().ifPresent(act -> says.addAll(because(act.words(), rules)));
                    return write(it, it.toCommune(), by, "Về việc tiếp tục chi trả tại nơi cư trú mới: ", rules, says);
                });
    }

    private Optional<Letter> write(
            Transfer it, String commune, Signed by, String about, List<Handling> rules, List<Paragraph> says) {
        var whose = it.about();
        var order = new Order(
                "transfer",
                Letter.Form.DECISION,
                new Whose(whose.programme(), whose.household(), whose.subjectId(), commune),
                by,
                about + label(it),
                List.of(),
                rules,
                "",
                List.of(new Article(List.copyOf(says), List.of(), Optional.empty())));
        return transfers.who(it.transferId()).map(who -> letters.write(order, who.personId(), addressee(it, who)));
    }

    private Letter.Addressee addressee(Transfer it, Who who) {
        var home = commune(who.commune());
        return new Letter.Addressee(
                it.about().household(),
                who.name(),
                VIETNAMESE.born(who.born().orElse(null), who.bornPrecision()),
                who.personalNumber(),
                who.village().isEmpty() ? home : who.village() + ", " + home,
                "");
    }

    private static List<Paragraph> because(String cause, List<Handling> rules) {
        var words = cause.strip();
        var reason = Paragraph.of("Lý do: %s%s".formatted(words, words.endsWith(".") ? "" : "."));
        return rules.isEmpty()
                ? List.of(
                        reason,
                        Paragraph.of(
                                "Căn cứ trên do cơ quan nêu; gói pháp luật không có quy định về chuyển nơi hưởng của chế độ này."))
                : List.of(reason);
    }

    private String named(Transfer it) {
        return it.steps()
                .signed()
                .map(act -> ", sau khi %s thôi chi trả theo Quyết định số %s/QĐ-UBND"
                        .formatted(
                                commune(it.about().communeCode()), act.words().split("/", 2)[0]))
                .orElse("");
    }

    private static String who(Transfer it) {
        return it.about().household() ? "hộ ông/bà " : "ông/bà ";
    }

    /** Within a sentence the kind of a commune has a small letter. */
    private String commune(String code) {
        var name = names.communes().getOrDefault(code, code);
        return name.substring(0, 1).toLowerCase(OFFICE) + name.substring(1);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(OFFICE) + name.substring(1);
    }

    private String label(Transfer it) {
        return lawbook.current()
                .pack()
                .programme(it.about().programme())
                .map(known -> known.label().vi())
                .orElse(it.about().programme());
    }

    private List<Handling> rules(Transfer it, Signed by) {
        var day = by.on().orElseGet(() -> LocalDate.now(clock));
        return lawbook.current().pack().handlingOf(it.about().programme()).stream()
                .filter(rule -> rule.id().equals(it.ground()) && rule.days().includes(day))
                .toList();
    }
}
