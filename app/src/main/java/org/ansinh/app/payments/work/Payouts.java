package org.ansinh.app.payments.work;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.app.payments.PaymentDesk.Channel;
import org.ansinh.app.payments.PaymentDesk.Line;
import org.ansinh.app.payments.PaymentDesk.Payout;

/** Lines as they are paid out: one sum for each beneficiary, payee and channel, with the months it is for. */
final class Payouts {

    private record Key(boolean household, int subject, String payee, String village, Channel channel) {}

    private Payouts() {}

    /** @param receipts codes by p12 or h12 */
    static List<Payout> of(YearMonth month, List<Line> lines, Map<String, String> receipts) {
        var groups = new LinkedHashMap<Key, List<Line>>();
        for (var line : lines) {
            var key = new Key(line.household(), line.subjectId(), line.payee(), line.village(), line.channel());
            groups.computeIfAbsent(key, it -> new ArrayList<>()).add(line);
        }
        return groups.values().stream()
                .map(group -> new Payout(
                        group.getFirst(),
                        group.stream().map(Line::forMonth).distinct().sorted().toList(),
                        group.stream().mapToLong(Line::amount).sum(),
                        group.stream()
                                .filter(it -> it.forMonth().isBefore(month))
                                .mapToLong(Line::amount)
                                .sum(),
                        receipts.getOrDefault(
                                (group.getFirst().household() ? "h" : "p")
                                        + group.getFirst().subjectId(),
                                "")))
                .toList();
    }
}
