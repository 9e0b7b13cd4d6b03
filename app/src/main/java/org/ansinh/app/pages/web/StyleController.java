package org.ansinh.app.pages.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.ReasonLine;
import org.ansinh.app.pages.RunningWork;
import org.ansinh.app.pages.TimeBar;
import org.ansinh.app.pages.TimeBar.Kind;
import org.ansinh.app.pages.TimeBar.Stretch;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The style guide: every piece on one page, for people who build pages and for the browser tests. */
@Controller
@ConditionalOnProperty("ansinh.house.demo")
class StyleController {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    private final MessageSource texts;

    StyleController(MessageSource texts) {
        this.texts = texts;
    }

    @GetMapping("/style")
    String style(Model model) {
        model.addAttribute("day", TODAY);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("work", new RunningWork("/style/work", say("style.work"), 7_400, 20_000, false, null));
        model.addAttribute("list", new Listing("/style", Map.of("q", "nông"), "name", false, 2, 3, 8));
        model.addAttribute(
                "rows",
                List.of(
                        new Row("Nông Thị Hoà", "Nà Mèo", 500_000),
                        new Row("Hoàng Văn Đặng", "Lũng Vai", 1_250_000),
                        new Row("Lý Mùi Phẩy", "Khuổi Đứa", 750_000)));
        model.addAttribute("bar", bar());
        model.addAttribute("reasons", reasons());
        return "pages/style";
    }

    @GetMapping("/style/work")
    String work(Model model) {
        model.addAttribute("work", new RunningWork("/style/work", say("style.work"), 20_000, 20_000, true, null));
        return "fragments/notice :: progress(work=${work})";
    }

    private TimeBar bar() {
        return new TimeBar(
                days(2025, 1, 1, 2026, 12, 31),
                List.of(
                        new Stretch(days(2025, 1, 1, 2025, 8, 19), Kind.NOT_MET, say("style.reason.age"), null),
                        new Stretch(days(2025, 8, 20, 2026, 6, 30), Kind.MET, say("style.reason.all"), 500_000L),
                        new Stretch(
                                days(2026, 7, 1, 2026, 12, 31),
                                Kind.UNDETERMINED,
                                say("style.reason.pension.used"),
                                null)),
                TODAY);
    }

    private List<ReasonLine> reasons() {
        return List.of(new ReasonLine(
                Kind.UNDETERMINED,
                say("style.reason.all"),
                List.of(),
                new ReasonLine.Law(say("style.basis"), "confirmed", null),
                List.of(
                        line(Kind.MET, "style.reason.age", say("style.reason.age.used"), "confirmed"),
                        line(Kind.UNDETERMINED, "style.reason.pension", say("style.reason.pension.used"), "secondary"),
                        line(Kind.NOT_MET, "style.reason.other", null, "confirmed"))));
    }

    private ReasonLine line(Kind kind, String key, @Nullable String used, String certainty) {
        var law = new ReasonLine.Law(say("style.basis"), certainty, null);
        var facts = used == null ? List.<ReasonLine.Used>of() : List.of(new ReasonLine.Used(used, null));
        return new ReasonLine(kind, say(key), facts, law, List.of());
    }

    private String say(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static DateRange days(int y1, int m1, int d1, int y2, int m2, int d2) {
        return new DateRange(LocalDate.of(y1, m1, d1), LocalDate.of(y2, m2, d2));
    }

    /** A row of the sample table. */
    public record Row(String name, String village, long amount) {}
}
