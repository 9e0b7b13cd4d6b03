package org.ansinh.app.payments.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.payments.DispatchDesk.Flaw;
import org.ansinh.app.payments.StatementDesk.Said;
import org.ansinh.app.payments.model.CreditTransfer;
import org.ansinh.app.payments.model.EAccountList;
import org.ansinh.app.payments.model.Order;
import org.ansinh.app.payments.model.PostList;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Files of instructions as each way of paying wants them: for a bank a credit transfer message, for the post and a cash day a list by village. */
@Component
class FileMaking {

    private static final String BANK = "bank_account";
    private static final String E_ACCOUNT = "e_account";

    private static final Locale OFFICE = Locale.of("vi");
    private static final List<String> HEADINGS =
            List.of("key", "village", "payee", "beneficiary", "number", "month", "amount", "result", "day", "note");
    private static final List<String> OF_A_PROVIDER =
            List.of("key", "provider", "holder", "account", "currency", "month", "amount", "result", "day", "note");

    private final PayerSettings settings;
    private final MessageSource texts;
    private final DemoMark demo;
    private final Clock clock;

    FileMaking(PayerSettings settings, MessageSource texts, DemoMark demo, Clock clock) {
        this.settings = settings;
        this.texts = texts;
        this.demo = demo;
        this.clock = clock;
    }

    /** Whether files lie where whoever pays fetches them, without anybody taking them along. */
    boolean isLaidOut() {
        return settings.folder().isPresent();
    }

    List<Flaw> flaws(String channel, List<Order> orders) {
        if (channel.equals(E_ACCOUNT)) {
            return EAccountList.flaws(orders);
        }
        if (!channel.equals(BANK)) {
            return List.of();
        }
        return settings.payer().isEmpty() ? List.of(new Flaw("", "", "payer", "")) : CreditTransfer.flaws(orders);
    }

    /** The name is the message's own, and stays: whoever gets the file twice sees that it is the same. A provider's says whose it is. */
    static String name(long dispatch, int number, String channel, List<Order> orders) {
        var whose = channel.equals(E_ACCOUNT)
                ? "-" + orders.getFirst().bank().orElse("").replace(' ', '-')
                : "";
        return "AS-%d-%d%s%s".formatted(dispatch, number, whose, channel.equals(BANK) ? ".xml" : ".xlsx");
    }

    byte[] written(long dispatch, int number, String channel, List<Order> orders) {
        if (channel.equals(BANK)) {
            var payer = settings.payer().orElseThrow();
            var now = OffsetDateTime.now(clock);
            return new CreditTransfer(payer, "AS-%d-%d".formatted(dispatch, number), now, LocalDate.now(clock))
                    .written(orders);
        }
        if (channel.equals(E_ACCOUNT)) {
            return list("payments.dispatch.list." + channel, dispatch, OF_A_PROVIDER, EAccountList.LAYOUT)
                    .written(orders);
        }
        return list("payments.dispatch.list." + channel, dispatch, HEADINGS, PostList.BY_VILLAGE)
                .written(orders);
    }

    /** The list as it comes back, whatever language its results are written in. */
    PostList listThatComesBack() {
        return list("payments.dispatch.list.post", 0, HEADINGS, PostList.BY_VILLAGE);
    }

    private PostList list(String title, long dispatch, List<String> columns, PostList.Layout layout) {
        var headings = columns.stream()
                .map(it -> say("payments.dispatch.column." + it, OFFICE))
                .toList();
        var mark = demo.isDemo() ? say("frame.demo", OFFICE) : "";
        return new PostList(
                new PostList.Words(
                        texts.getMessage(title, new Object[] {Long.toString(dispatch)}, OFFICE),
                        mark,
                        headings,
                        say("payments.sum", OFFICE),
                        results()),
                layout);
    }

    private Map<String, Said> results() {
        var results = new HashMap<String, Said>();
        Stream.of(OFFICE, Locale.ENGLISH)
                .forEach(locale -> Stream.of(Said.PAID, Said.NOT_COLLECTED, Said.RETURNED)
                        .forEach(said -> results.put(
                                say("payments.dispatch.result." + said.name(), locale)
                                        .toLowerCase(Locale.ROOT),
                                said)));
        return results;
    }

    private String say(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
