package org.ansinh.app.payments.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ansinh.app.payments.DispatchDesk.Flaw;
import org.ansinh.app.payments.LatinName;

/**
 * The list for whoever keeps electronic accounts: number, holder and money of each, and nothing of whom it is for: a provider needs no more. It comes back with its results as the
 * post's does.
 */
public final class EAccountList {

    public static final PostList.Layout LAYOUT = new PostList.Layout() {
        @Override
        public String sheet(Order order) {
            return order.bank().orElse("");
        }

        @Override
        public List<String> cells(Order order) {
            return List.of(
                    order.bank().orElse(""),
                    LatinName.of(order.accountName(), LONGEST_NAME),
                    order.account().orElse(""),
                    "VND");
        }
    };

    private static final int LONGEST_NAME = 140;
    private static final Pattern ACCOUNT = Pattern.compile("[A-Z0-9]{6,34}");

    private EAccountList() {}

    /** What no provider could carry out; looked at before anything is released. */
    public static List<Flaw> flaws(List<Order> orders) {
        var flaws = new ArrayList<Flaw>();
        for (var order : orders) {
            var account = order.account().orElse("");
            if (!ACCOUNT.matcher(account).matches()) {
                flaws.add(new Flaw(order.key(), order.payee(), "account", account));
            }
            if (LatinName.of(order.accountName(), LONGEST_NAME).isEmpty()) {
                flaws.add(new Flaw(order.key(), order.payee(), "name", order.accountName()));
            }
        }
        return flaws;
    }
}
