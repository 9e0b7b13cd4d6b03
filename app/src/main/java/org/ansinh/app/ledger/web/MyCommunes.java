package org.ansinh.app.ledger.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ansinh.app.determination.Names;
import org.ansinh.app.ledger.BudgetDesk;
import org.springframework.stereotype.Component;

/** The communes of one's area, named, in the order of their names. */
@Component
class MyCommunes {

    private final BudgetDesk budgets;
    private final Names names;

    MyCommunes(BudgetDesk budgets, Names names) {
        this.budgets = budgets;
        this.names = names;
    }

    Map<String, String> named() {
        var mine = budgets.communes();
        var named = new LinkedHashMap<String, String>();
        names.communes().forEach((code, name) -> {
            if (mine.contains(code)) {
                named.put(code, name);
            }
        });
        return named;
    }
}
