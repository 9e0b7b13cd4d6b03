package org.ansinh.app.payments.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.payments.CashDayDesk.Colleague;
import org.ansinh.app.payments.CashDayDesk.Plan;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is typed of a pay day before it comes. */
record CashPlan(
        @Nullable String place,
        @Nullable String first,
        @Nullable String second,
        @Nullable String payer,
        @Nullable String observer) {

    private static final int WORDS_AT_MOST = 200;

    private static String typed(@Nullable String it) {
        return it == null ? "" : it.strip();
    }

    /** The key of what is wrong with it. */
    Optional<String> wrong() {
        var day = DayEntry.read(typed(first));
        var after = DayEntry.read(typed(second));
        if (day.isEmpty()) {
            return Optional.of("payments.cash.wrong.first");
        }
        if (!typed(second).isEmpty() && !after.map(it -> it.isAfter(day.get())).orElse(false)) {
            return Optional.of("payments.cash.wrong.second");
        }
        if (typed(payer).isEmpty()) {
            return Optional.of("payments.cash.wrong.payer");
        }
        if (typed(observer).isEmpty()
                || typed(observer).length() > WORDS_AT_MOST
                || typed(place).length() > WORDS_AT_MOST) {
            return Optional.of("payments.cash.wrong.observer");
        }
        return Optional.empty();
    }

    /** @param usualPlace where none is named */
    Plan plan(String usualPlace) {
        return new Plan(
                typed(place).isEmpty() ? usualPlace : typed(place),
                DayEntry.read(typed(first)).orElseThrow(),
                DayEntry.read(typed(second)),
                typed(payer),
                typed(observer));
    }

    /** What was typed stands in the form again. */
    void keep(RedirectAttributes told) {
        told.addFlashAttribute("typed", this);
    }

    static Map<String, String> choices(List<Colleague> payers) {
        var choices = new LinkedHashMap<String, String>();
        payers.forEach(it -> choices.put(it.role(), it.name()));
        return choices;
    }

    static void suggest(LocalDate today, Locale locale, Model model) {
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new CashPlan("", new Writing(locale).day(today), "", "", ""));
        }
    }

    static void of(Plan plan, Locale locale, Model model) {
        var writing = new Writing(locale);
        if (!model.containsAttribute("typed")) {
            model.addAttribute(
                    "typed",
                    new CashPlan(
                            plan.place(),
                            writing.day(plan.first()),
                            writing.day(plan.second().orElse(null)),
                            plan.payer(),
                            plan.observer()));
        }
    }
}
