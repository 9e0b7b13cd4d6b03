package org.ansinh.app.casework.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.EntitlementLists;
import org.ansinh.app.casework.EntitlementLists.Kind;
import org.ansinh.app.casework.EntitlementLists.ListChoice;
import org.ansinh.app.casework.EntitlementLists.SheetWords;
import org.ansinh.app.casework.EntitlementLists.Sort;
import org.ansinh.app.pages.Listing;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of a month: entitled, undetermined, entitled without a decision; on pages and as files. */
@Controller
class ListController {

    private static final int PAGE = 50;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final EntitlementLists lists;
    private final Names names;
    private final Clock clock;

    ListController(EntitlementLists lists, Names names, Clock clock) {
        this.lists = lists;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/lists")
    String all(@RequestParam Optional<YearMonth> month, Locale locale, Model model) {
        var asked = month.orElseGet(this::newest);
        model.addAttribute("month", asked);
        model.addAttribute("months", lists.months());
        model.addAttribute("tallies", lists.tallies(asked));
        model.addAttribute("programmes", names.programmes(locale));
        model.addAttribute("communes", names.communes());
        return "casework/lists";
    }

    @GetMapping("/lists/show")
    String one(Asked asked, Locale locale, Model model) {
        var choice = asked.choice();
        var total = lists.count(choice);
        var page = (int) Math.clamp(asked.pageOrFirst(), 1, Math.max(1, (total + PAGE - 1) / PAGE));
        var sort = asked.order();
        model.addAttribute("choice", choice);
        model.addAttribute("title", title(choice, locale));
        model.addAttribute("rows", lists.page(choice, sort, page, PAGE));
        model.addAttribute(
                "list",
                new Listing("/lists/show", asked.query(), sort.key().name(), sort.descending(), page, PAGE, total));
        model.addAttribute("villages", lists.villages(choice));
        model.addAttribute("communes", names.communes());
        model.addAttribute("query", asked.query());
        return "casework/list";
    }

    @GetMapping("/lists/file")
    ResponseEntity<byte[]> file(Asked asked, Locale locale) {
        var choice = asked.choice();
        var words = new SheetWords(title(choice, locale), names.headings(locale), names.communes());
        var name = "%s-%s-%s.xlsx"
                .formatted(
                        choice.programme(), choice.month(), choice.kind().name().toLowerCase(Locale.ROOT));
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(lists.workbook(choice, asked.order(), words));
    }

    private YearMonth newest() {
        return lists.months().stream().findFirst().orElseGet(() -> YearMonth.now(clock));
    }

    private String title(ListChoice choice, Locale locale) {
        var programme = names.programmes(locale).getOrDefault(choice.programme(), choice.programme());
        var title = "%s: %s, %02d/%d"
                .formatted(
                        names.say("lists." + choice.kind(), locale),
                        programme,
                        choice.month().getMonthValue(),
                        choice.month().getYear());
        return choice.commune()
                .map(it -> title + " – " + names.communes().getOrDefault(it, it))
                .orElse(title);
    }

    /** What the address asks for. */
    record Asked(
            YearMonth month,
            Kind kind,
            String programme,
            Optional<String> commune,
            Optional<Integer> village,
            Optional<String> sort,
            Optional<Integer> page) {

        ListChoice choice() {
            return new ListChoice(month, kind, programme, commune.filter(it -> !it.isEmpty()), village);
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

        Map<String, String> query() {
            var query = new LinkedHashMap<String, String>();
            query.put("month", month.toString());
            query.put("kind", kind.name());
            query.put("programme", programme);
            commune.filter(it -> !it.isEmpty()).ifPresent(it -> query.put("commune", it));
            village.ifPresent(it -> query.put("village", it.toString()));
            return query;
        }
    }
}
