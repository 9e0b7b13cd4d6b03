package org.ansinh.app.payments.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.CommuneStanding;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.jspecify.annotations.Nullable;

/** A month's lists and what is on none yet, programme by programme, commune by commune. */
final class Overview {

    private static final int FEW_COMMUNES = 5;

    private final PaymentDesk payments;
    private final YearMonth month;
    private final Map<String, String> communes = new LinkedHashMap<>();

    Overview(PaymentDesk payments, YearMonth month, Map<String, String> names) {
        this.payments = payments;
        this.month = month;
        var mine = payments.communes();
        names.forEach((code, name) -> {
            if (mine.contains(code)) {
                communes.put(code, name);
            }
        });
    }

    /** One line of the page; {@code standing} is missing where nobody has worked the commune out yet. */
    record Row(
            String programme,
            String programmeName,
            String commune,
            String communeName,
            @Nullable CommuneStanding standing,
            List<Payroll> lists) {

        boolean isWorthALine() {
            return !lists.isEmpty() || standing == null || hasSomething(standing);
        }

        /** Whether it was worked out and nothing is open: a list would be empty, but it can be worked out anew. */
        public boolean isIdle() {
            return standing != null && standing.openLines() == 0;
        }

        /** Whether something is on no list for a reason that somebody has to look at. */
        public boolean hasBeside() {
            return standing != null
                    && standing.unverified() + standing.aboveLevel() + standing.unknown() + standing.overpaid() > 0;
        }

        private static boolean hasSomething(CommuneStanding it) {
            return it.openLines() + it.open() + it.unverified() + it.aboveLevel() + it.unknown() + it.overpaid() > 0;
        }
    }

    boolean isLarge() {
        return communes.size() > FEW_COMMUNES;
    }

    List<Row> rows(List<String> programmes, Map<String, String> names) {
        var lists = payments.lists(month).stream()
                .collect(Collectors.groupingBy(it -> it.programme() + " " + it.communeCode()));
        var one = programmes.size() == 1 ? Optional.of(programmes.getFirst()) : Optional.<String>empty();
        var standing = payments.overview(month, one).stream()
                .collect(Collectors.toMap(it -> it.programme() + " " + it.communeCode(), Function.identity()));
        var rows = new ArrayList<Row>();
        for (var programme : programmes) {
            communes.forEach((code, name) -> rows.add(new Row(
                    programme,
                    names.getOrDefault(programme, programme),
                    code,
                    name,
                    standing.get(programme + " " + code),
                    lists.getOrDefault(programme + " " + code, List.of()))));
        }
        return rows.stream().filter(Row::isWorthALine).toList();
    }
}
