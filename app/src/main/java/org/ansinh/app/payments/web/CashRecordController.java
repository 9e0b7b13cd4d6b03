package org.ansinh.app.payments.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NumberEntry;
import org.ansinh.app.payments.CashDayDesk;
import org.ansinh.app.payments.CashDayDesk.Line;
import org.ansinh.app.payments.CashDayDesk.Receipt;
import org.ansinh.app.payments.CashDayDesk.Recorded;
import org.ansinh.app.payments.CashDayDesk.Representative;
import org.ansinh.app.payments.CashDayDesk.State;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What happened on a pay day, line by line or all at once; its end; and what is left. */
@Controller
class CashRecordController {

    private static final int WORDS_AT_MOST = 200;

    private final CashDayDesk days;

    CashRecordController(CashDayDesk days) {
        this.days = days;
    }

    /** What a button says: everybody but those ticked signed, or what became of those ticked. */
    enum Act {
        SIGNED_EXCEPT,
        ABSENT_SIGNED_EXCEPT,
        SIGNED,
        FINGERPRINT,
        ABSENT,
        PRESENT,
        NOT_COLLECTED,
        CAME_BACK;

        boolean isForTheRest() {
            return this == SIGNED_EXCEPT || this == ABSENT_SIGNED_EXCEPT;
        }

        CashDayDesk.Act done() {
            return switch (this) {
                case SIGNED_EXCEPT, ABSENT_SIGNED_EXCEPT, SIGNED, FINGERPRINT -> CashDayDesk.Act.PAID;
                case ABSENT -> CashDayDesk.Act.ABSENT;
                case PRESENT -> CashDayDesk.Act.PRESENT;
                case NOT_COLLECTED -> CashDayDesk.Act.NOT_COLLECTED;
                case CAME_BACK -> CashDayDesk.Act.CAME_BACK;
            };
        }
    }

    @PostMapping("/cash-days/{id}/record")
    String record(
            @PathVariable long id,
            @RequestParam Act act,
            @RequestParam(defaultValue = "") Set<String> ticked,
            @RequestParam(defaultValue = "") String because,
            RedirectAttributes told) {
        CashDayController.found(days.find(id), id);
        var lines = days.lines(id);
        var keys = keys(lines, which(act, ticked));
        if (!act.isForTheRest() && keys.isEmpty()) {
            return wrong(id, "payments.cash.wrong.nobody", ticked, told);
        }
        if (act == Act.CAME_BACK && (because.isBlank() || because.length() > WORDS_AT_MOST)) {
            return wrong(id, "payments.cash.wrong.because", ticked, told);
        }
        var receipt = new Receipt(act == Act.FINGERPRINT, Optional.empty(), because.strip());
        return tell(id, days.record(id, act.done(), keys, receipt), ticked, told);
    }

    /**
     * On the first day those of whom nobody has spoken, on the second those who were absent. Which of them is meant stands on the button that was pressed: sent once more, the
     * first day's button must not pay those who did not come.
     */
    private static Predicate<Line> which(Act act, Set<String> ticked) {
        return switch (act) {
            case SIGNED_EXCEPT -> it -> it.state() == State.OPEN && !ticked.contains(it.key());
            case ABSENT_SIGNED_EXCEPT -> it -> it.state() == State.ABSENT && !ticked.contains(it.key());
            default -> it -> ticked.contains(it.key());
        };
    }

    private static List<String> keys(List<Line> lines, Predicate<Line> which) {
        return lines.stream().filter(which).map(Line::key).toList();
    }

    /** Whoever is still to be paid, by name; of two with one name also by year of birth. */
    static Map<Integer, String> payees(List<Line> lines) {
        var payees = new LinkedHashMap<Integer, String>();
        lines.stream()
                .filter(Line::isOpen)
                .forEach(it -> payees.putIfAbsent(
                        it.payeeId(),
                        it.birthYear() == 0 ? it.payee() : "%s (%d)".formatted(it.payee(), it.birthYear())));
        return payees;
    }

    /** What is typed of somebody who takes money for another. */
    record Standing(
            String payee, String representative, String relation, String number, String paperOn, boolean fingerprint) {
        Optional<Representative> read() {
            var on = DayEntry.read(paperOn);
            var whole = List.of(representative, relation, number).stream()
                    .allMatch(it -> !it.isBlank() && it.length() <= WORDS_AT_MOST);
            return whole
                    ? on.map(it -> new Representative(representative.strip(), relation.strip(), number.strip(), it))
                    : Optional.empty();
        }
    }

    @PostMapping("/cash-days/{id}/representative")
    String representative(
            @PathVariable long id,
            @RequestParam String payee,
            @RequestParam String representative,
            @RequestParam String relation,
            @RequestParam String number,
            @RequestParam String paperOn,
            @RequestParam(defaultValue = "false") boolean fingerprint,
            RedirectAttributes told) {
        CashDayController.found(days.find(id), id);
        var typed = new Standing(payee, representative, relation, number, paperOn, fingerprint);
        var standing = typed.read();
        var keys = keys(
                days.lines(id),
                it -> it.isOpen() && Integer.toString(it.payeeId()).equals(payee));
        if (standing.isEmpty() || keys.isEmpty()) {
            told.addFlashAttribute("standing", typed);
            return wrong(
                    id,
                    keys.isEmpty() ? "payments.cash.wrong.payee" : "payments.cash.wrong.representative",
                    Set.of(),
                    told);
        }
        var recorded = days.record(id, CashDayDesk.Act.PAID, keys, new Receipt(fingerprint, standing, ""));
        if (recorded instanceof Recorded.Refused) {
            told.addFlashAttribute("standing", typed);
        }
        return tell(id, recorded, Set.of(), told);
    }

    @PostMapping("/cash-days/{id}/close")
    String close(@PathVariable long id, @RequestParam String counted, RedirectAttributes told) {
        CashDayController.found(days.find(id), id);
        var left = NumberEntry.whole(counted).filter(it -> it >= 0);
        if (left.isEmpty()) {
            return wrong(id, "payments.cash.wrong.counted", Set.of(), told);
        }
        Acted.tell(days.close(id, left.get()), "payments.cash.closed", told);
        return redirect(id);
    }

    @PostMapping("/cash-days/{id}/given-back")
    String giveBack(
            @PathVariable long id, @RequestParam String on, @RequestParam String paper, RedirectAttributes told) {
        CashDayController.found(days.find(id), id);
        Optional<LocalDate> day = DayEntry.read(on);
        if (day.isEmpty() || paper.isBlank() || paper.length() > WORDS_AT_MOST) {
            return wrong(
                    id, day.isEmpty() ? "payments.results.wrong.day" : "payments.results.wrong.paper", Set.of(), told);
        }
        Acted.tell(days.giveBack(id, day.get(), paper.strip()), "payments.cash.given-back", told);
        return redirect(id);
    }

    private static String tell(long id, Recorded recorded, Set<String> ticked, RedirectAttributes told) {
        switch (recorded) {
            case Recorded.Done(long lines) ->
                told.addFlashAttribute(
                        lines == 0 ? "calm" : "done", lines == 0 ? "payments.cash.nothing" : "payments.cash.recorded");
            case Recorded.Refused(var rule) -> {
                told.addFlashAttribute("refused", rule);
                told.addFlashAttribute("ticked", ticked);
            }
        }
        return redirect(id);
    }

    private static String wrong(long id, String key, Set<String> ticked, RedirectAttributes told) {
        told.addFlashAttribute("wrong", key);
        told.addFlashAttribute("ticked", ticked);
        return redirect(id);
    }

    private static String redirect(long id) {
        return "redirect:/cash-days/" + id;
    }
}
