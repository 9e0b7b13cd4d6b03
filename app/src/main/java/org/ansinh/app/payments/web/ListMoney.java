package org.ansinh.app.payments.web;

import java.time.Clock;
import java.time.LocalDate;
import org.ansinh.app.ledger.BudgetDesk;
import org.ansinh.app.payments.KeptDesk;
import org.ansinh.app.payments.OutcomeDesk;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.ansinh.app.payments.WarningDesk;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A list beside the budget that it takes from, what looks wrong on it, and what became of its lines. */
@Component
class ListMoney {

    private static final int DECEMBER = 12;

    private final BudgetDesk budgets;
    private final OutcomeDesk outcomes;
    private final WarningDesk warnings;
    private final KeptDesk kept;
    private final Clock clock;

    ListMoney(BudgetDesk budgets, OutcomeDesk outcomes, WarningDesk warnings, KeptDesk kept, Clock clock) {
        this.budgets = budgets;
        this.outcomes = outcomes;
        this.warnings = warnings;
        this.kept = kept;
        this.clock = clock;
    }

    void of(Payroll payroll, Model model) {
        int year = payroll.month().getYear();
        var budget = budgets.budget(year, payroll.programme(), payroll.communeCode());
        var today = LocalDate.now(clock);
        int toCome = today.getYear() > year ? 0 : DECEMBER - payroll.month().getMonthValue();
        model.addAttribute("budget", budget);
        model.addAttribute("warning", budget.warning(toCome).name());
        model.addAttribute("doubts", warnings.warnings(payroll.payrollId()));
        model.addAttribute("kept", kept.ofList(payroll.payrollId()));
        model.addAttribute("outcomes", payroll.approved() ? outcomes.totals(payroll.payrollId()) : null);
    }
}
