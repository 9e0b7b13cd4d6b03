package org.ansinh.app.casework.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.EntitlementLists;
import org.ansinh.app.casework.EntitlementLists.Former;
import org.ansinh.app.casework.EntitlementLists.Kind;
import org.ansinh.app.casework.EntitlementLists.ListChoice;
import org.ansinh.app.casework.EntitlementLists.SheetWords;
import org.ansinh.app.casework.EntitlementLists.Sort;
import org.ansinh.app.casework.EntitlementLists.Tally;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.NotUnderstood;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of a month: entitled, undetermined, entitled without a decision, decided without ground; on pages and as files. */
@Controller
class ListController {

    private static final int PAGE = 50;
    private static final int FEW_COMMUNES = 5;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final EntitlementLists lists;
    private final CaseWords words;
    private final DemoMark mark;
    private final Clock clock;

    ListController(EntitlementLists lists, CaseWords words, DemoMark mark, Clock clock) {
        this.lists = lists;
        this.words = words;
        this.mark = mark;
        this.clock = clock;
    }

    /** Whoever sees many communes sees the programmes first, and the communes of one when asked. */
    @GetMapping("/lists")
    String all(
            @RequestParam Optional<YearMonth> month,
            @RequestParam Optional<String> programme,
            Locale locale,
            Model model) {
        var asked = month.orElseGet(this::newest);
        var chosen = programme.filter(it -> !it.isBlank()).map(words::programme);
        var all = lists.tallies(asked);
        boolean large = all.stream().map(Tally::communeCode).distinct().count() > FEW_COMMUNES;
        model.addAttribute("month", asked);
        model.addAttribute("months", lists.months());
        model.addAttribute("programmes", words.programmes(locale));
        model.addAttribute("communes", words.communes());
        model.addAttribute("chosen", chosen.orElse(""));
        model.addAttribute("whole", large && chosen.isEmpty());
        model.addAttribute(
                "tallies",
                large && chosen.isEmpty()
                        ? byProgramme(all)
                        : all.stream()
                                .filter(it -> chosen.map(it.programme()::equals).orElse(true))
                                .toList());
        return "casework/lists";
    }

    private static List<Tally> byProgramme(List<Tally> all) {
        var sums = new LinkedHashMap<String, Tally>();
        all.forEach(it -> sums.merge(it.programme(), it, Tally::plus));
        return List.copyOf(sums.values());
    }

    @GetMapping("/lists/show")
    String one(Asked asked, Locale locale, Model model) {
        var choice = asked.choice(words);
        var total = lists.count(choice);
        var page = (int) Math.clamp(asked.pageOrFirst(), 1, Math.max(1, (total + PAGE - 1) / PAGE));
        var sort = asked.order();
        model.addAttribute("choice", choice);
        var formers = lists.formers(choice);
        model.addAttribute("heading", title(choice, formers, locale));
        model.addAttribute("rows", lists.page(choice, sort, locale, page, PAGE));
        model.addAttribute(
                "list",
                new Listing("/lists/show", query(choice), sort.key().name(), sort.descending(), page, PAGE, total));
        model.addAttribute("formers", formers);
        model.addAttribute("villages", choice.commune().isPresent() ? lists.villages(choice) : List.of());
        model.addAttribute("communes", words.communes());
        model.addAttribute("query", query(choice));
        return "casework/list";
    }

    @GetMapping("/lists/file")
    ResponseEntity<byte[]> file(Asked asked, Locale locale) {
        var choice = asked.choice(words);
        var demo = mark.isDemo() ? words.say("frame.demo", locale) : "";
        var title = title(choice, lists.formers(choice), locale);
        var sheet = new SheetWords(locale, title, demo, words.headings(locale), words.communes());
        var name = "%s%s-%s-%s.xlsx"
                .formatted(
                        mark.isDemo() ? "minh-hoa-" : "",
                        choice.programme(),
                        choice.month(),
                        choice.kind().name().toLowerCase(Locale.ROOT));
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(lists.workbook(choice, asked.order(), sheet));
    }

    private YearMonth newest() {
        return lists.months().stream().findFirst().orElseGet(() -> YearMonth.now(clock));
    }

    private String title(ListChoice choice, List<Former> formers, Locale locale) {
        var programme = words.programmes(locale).getOrDefault(choice.programme(), choice.programme());
        var title = "%s: %s, %02d/%d"
                .formatted(
                        words.say("lists." + choice.kind(), locale),
                        programme,
                        choice.month().getMonthValue(),
                        choice.month().getYear());
        return choice.former()
                .flatMap(code ->
                        formers.stream().filter(it -> it.code().equals(code)).findFirst())
                .map(Former::name)
                .or(() -> choice.commune().map(it -> words.communes().getOrDefault(it, it)))
                .map(it -> title + " – " + it)
                .orElse(title);
    }

    private static Map<String, String> query(ListChoice choice) {
        var query = new LinkedHashMap<String, String>();
        query.put("month", choice.month().toString());
        query.put("kind", choice.kind().name());
        query.put("programme", choice.programme());
        choice.commune().ifPresent(it -> query.put("commune", it));
        choice.village().ifPresent(it -> query.put("village", it.toString()));
        choice.former().ifPresent(it -> query.put("former", it));
        return query;
    }

    /** What the address asks for; nothing of it can be taken for granted. */
    record Asked(
            @Nullable YearMonth month,
            @Nullable Kind kind,
            @Nullable String programme,
            Optional<String> commune,
            Optional<Integer> village,
            Optional<String> former,
            Optional<String> sort,
            Optional<Integer> page) {

        ListChoice choice(CaseWords words) {
            return new ListChoice(
                    given("month", month),
                    given("kind", kind),
                    words.programme(given("programme", programme)),
                    words.commune(commune),
                    village,
                    former.filter(it -> !it.isBlank()));
        }

        private static <T> T given(String field, @Nullable T value) {
            if (value == null) {
                throw NotUnderstood.missing(field);
            }
            return value;
        }

        int pageOrFirst() {
            return page.orElse(1);
        }

        /** A sort that does not exist is the usual one. */
        Sort order() {
            var text = sort.orElse("");
            var down = text.startsWith("-");
            var key = down ? text.substring(1) : text;
            for (var known : Sort.Key.values()) {
                if (known.name().equals(key)) {
                    return new Sort(known, down);
                }
            }
            return new Sort(Sort.Key.VILLAGE, false);
        }
    }
}
