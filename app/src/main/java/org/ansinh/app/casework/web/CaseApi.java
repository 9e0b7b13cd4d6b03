package org.ansinh.app.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.CauseToSign;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.casework.DecisionChoice;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.DraftOrder;
import org.ansinh.app.casework.EntitlementLists;
import org.ansinh.app.casework.EntitlementLists.Entry;
import org.ansinh.app.casework.EntitlementLists.Kind;
import org.ansinh.app.casework.EntitlementLists.ListChoice;
import org.ansinh.app.casework.EntitlementLists.Sort;
import org.ansinh.app.casework.EntitlementLists.Tally;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.determination.Masks;
import org.ansinh.app.pages.NotUnderstood;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lists and decisions for programs: the same rights and refusals as on the pages. */
@RestController
@Tag(name = "Casework", description = "Lists of who is entitled, and decisions with their two signatures.")
class CaseApi {

    private static final int MOST = 500;

    private final EntitlementLists lists;
    private final CaseDesk desk;
    private final CaseWords words;
    private final EntitlementsSeen seen;

    CaseApi(EntitlementLists lists, CaseDesk desk, CaseWords words, EntitlementsSeen seen) {
        this.lists = lists;
        this.desk = desk;
        this.words = words;
        this.seen = seen;
    }

    /** A page of a list, with how many it has in all. */
    record Page<T>(long total, int page, int size, List<T> rows) {}

    /** Whom to draft for; {@code subjects} may be left out for everybody of the cause. */
    record DraftRequest(
            @Nullable YearMonth month,
            @Nullable String programme,
            Optional<String> commune,
            Optional<String> provisions,
            Optional<List<Integer>> subjects) {}

    /** Decisions by number. */
    record SignRequest(@Nullable List<Long> decisions) {}

    /** How many drafts were made. */
    record Drafted(long drafted) {}

    /** What was signed, and how many were left and why. */
    record Signed(List<Long> signed, long own, long unverified) {}

    @GetMapping("/api/lists")
    @Operation(summary = "How many stand on each list of a month, by programme and commune")
    @ApiResponse(responseCode = "200", description = "The tallies of your area.")
    List<Tally> tallies(@RequestParam YearMonth month) {
        return lists.tallies(month);
    }

    @GetMapping("/api/lists/{kind}")
    @Operation(summary = "A page of a list: entitled, undetermined or without a decision")
    @ApiResponse(responseCode = "200", description = "The page and how many there are in all.")
    @ApiResponse(responseCode = "400", description = "page or size out of range, or no such list.")
    Page<Entry> list(
            @PathVariable Kind kind,
            @RequestParam YearMonth month,
            @RequestParam String programme,
            @RequestParam Optional<String> commune,
            @RequestParam Optional<Integer> village,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size,
            Locale locale) {
        checked(page, size);
        var choice = new ListChoice(
                month, kind, words.programme(programme), words.commune(commune), village, Optional.empty());
        var rows = lists.page(choice, new Sort(Sort.Key.VILLAGE, false), locale, page, size);
        return new Page<>(lists.count(choice), page, size, rows);
    }

    @GetMapping("/api/decisions")
    @Operation(summary = "A page of decisions")
    @ApiResponse(responseCode = "200", description = "The page and how many there are in all.")
    @ApiResponse(responseCode = "400", description = "page or size out of range.")
    Page<Decision> decisions(
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> programme,
            @RequestParam Optional<String> commune,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        checked(page, size);
        var choice = new DecisionChoice(state, programme, commune, Optional.empty());
        var masks = seen.masks();
        var rows = desk.list(choice, page, size).stream()
                .map(it -> told(it, masks))
                .toList();
        return new Page<>(desk.count(choice), page, size, rows);
    }

    @GetMapping("/api/decisions/to-sign")
    @Operation(summary = "Drafts that wait for a signature, by cause")
    @ApiResponse(responseCode = "200", description = "The causes of your area.")
    List<CauseToSign> toSign() {
        return desk.toSign();
    }

    @GetMapping("/api/decisions/{number}")
    @Operation(summary = "Read a decision")
    @ApiResponse(responseCode = "200", description = "The decision; reading it is audited.")
    @ApiResponse(responseCode = "404", description = "No decision of that number in your area.")
    Decision decision(@PathVariable long number) {
        return desk.open(new DecisionId(number))
                .map(it -> told(it, seen.masks()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Decision told(Decision decision, Masks masks) {
        return masks.tells(decision.programme(), decision.determination()) ? decision : decision.withoutDetermination();
    }

    @PostMapping("/api/decisions/draft")
    @Operation(summary = "Draft decisions for everybody who waits, for a cause, or for those named")
    @ApiResponse(responseCode = "200", description = "How many were drafted; asked twice it drafts nobody twice.")
    @ApiResponse(responseCode = "409", description = "A rule of the house is against it.")
    Drafted draft(@RequestBody DraftRequest request) {
        if (request.month() == null) {
            throw NotUnderstood.missing("month");
        }
        return new Drafted(desk.draft(new DraftOrder(
                request.month(),
                words.programme(request.programme() == null ? "" : request.programme()),
                words.commune(request.commune()),
                request.provisions(),
                request.subjects().orElse(List.of()))));
    }

    @PostMapping("/api/decisions/sign")
    @Operation(summary = "Sign drafts")
    @ApiResponse(responseCode = "200", description = "What was signed, and how many were left and why.")
    @ApiResponse(responseCode = "409", description = "A rule of the house is against it.")
    Signed sign(@RequestBody SignRequest request) {
        if (request.decisions() == null) {
            throw NotUnderstood.missing("decisions");
        }
        var signing =
                desk.sign(request.decisions().stream().map(DecisionId::new).toList());
        return new Signed(
                signing.signed().stream().map(DecisionId::number).toList(), signing.own(), signing.unverified());
    }

    private static void checked(int page, int size) {
        if (page < 1 || size < 1 || size > MOST) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "page counts from 1, size lies between 1 and " + MOST + ".");
        }
    }
}
