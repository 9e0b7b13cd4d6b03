package org.ansinh.app.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.ansinh.app.casework.AnswerDesk;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.casework.ApplicationDesk.Incoming;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NotUnderstood;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One file: what it is for, what the law says of it now, what must still be asked, and what may be done with it. */
@Controller
class ApplicationController {

    private static final Set<String> WAYS = Set.of("applicant", "village_head", "complaint");

    private final ApplicationDesk desk;
    private final AnswerDesk answers;
    private final CaseWords words;
    private final FileWords law;
    private final ClaimForBurial burial;
    private final FileShown beside;

    ApplicationController(
            ApplicationDesk desk,
            AnswerDesk answers,
            CaseWords words,
            FileWords law,
            ClaimForBurial burial,
            FileShown beside) {
        this.desk = desk;
        this.answers = answers;
        this.words = words;
        this.law = law;
        this.burial = burial;
        this.beside = beside;
    }

    @GetMapping("/applications/{id}")
    String open(@PathVariable long id, Locale locale, Model model) {
        var file = found(id);
        model.addAttribute(
                "line",
                FileLine.of(List.of(file), desk, it -> words.provisions(it.programme(), it.provisions(), locale))
                        .getFirst());
        model.addAttribute("file", file);
        var answer = file.isOpen() ? answers.ask(file, locale) : Optional.<AnswerDesk.LawAnswer>empty();
        model.addAttribute("answer", answer.orElse(null));
        // as whom somebody asks stands in the file once it was worked out, and in the answer of today before
        var asWhom = file.provisions().isEmpty()
                ? answer.map(AnswerDesk.LawAnswer::ids).orElse("")
                : file.provisions();
        var papers = law.papers(file.programme(), asWhom, locale);
        model.addAttribute("papers", papers);
        beside.on(file, papers, locale, model);
        model.addAttribute(
                "lawSteps",
                law.steps(file.programme(), file.receipt().receivedOn().orElse(words.today()), locale));
        model.addAttribute("period", law.period(file.programme(), locale));
        model.addAttribute("steps", desk.steps(id));
        model.addAttribute("today", words.today());
        model.addAttribute("ahead", file.isAheadOn(words.today()));
        model.addAttribute("communes", words.communes());
        model.addAttribute("programmes", words.programmes(locale));
        model.addAttribute(
                "colleagues",
                file.isOpen() ? desk.colleagues(file.subject().place().communeCode()) : java.util.Map.of());
        return "casework/application";
    }

    @GetMapping("/applications/new")
    String blank(
            @RequestParam int person, @RequestParam(defaultValue = "") String lookFor, Locale locale, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("lookFor", lookFor.strip());
        model.addAttribute("dead", burial.mayHaveDied(person, lookFor.strip(), locale));
        model.addAttribute("choices", law.told(desk.programmesDecidedHere(), locale));
        return "casework/application-new";
    }

    @PostMapping("/applications")
    String create(
            @RequestParam int person,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "applicant") String came,
            Optional<Integer> dead,
            @RequestParam(defaultValue = "") String diedOn,
            Locale locale,
            RedirectAttributes after) {
        NotUnderstood.unlessOneOf(WAYS, "came", came);
        var wrong = programme.isBlank()
                ? Optional.of(words.say("files.programme.missing", locale))
                : burial.wrong(programme, dead, diedOn, locale);
        if (wrong.isPresent()) {
            after.addFlashAttribute("refused", wrong.get());
            return "redirect:/applications/new?person=" + person;
        }
        var opened = new long[1];
        words.attempt(after, locale, () -> {
            opened[0] = desk.openFor(person, programme, came).orElse(0L);
            if (opened[0] != 0) {
                dead.ifPresent(it -> burial.tell(opened[0], it, diedOn, locale));
            }
            return words.say(opened[0] == 0 ? "files.opened.nobody" : "files.opened", locale);
        });
        return opened[0] == 0 ? "redirect:/applications/new?person=" + person : "redirect:/applications/" + opened[0];
    }

    @PostMapping("/applications/{id}/receive")
    String receive(
            @PathVariable long id,
            @RequestParam String receivedOn,
            @RequestParam(defaultValue = "") String shelf,
            @RequestParam(defaultValue = "") String oneStop,
            Locale locale,
            RedirectAttributes after) {
        var day = DayEntry.read(receivedOn);
        if (day.isEmpty()) {
            after.addFlashAttribute("refused", words.say("decisions.day.wrong", locale));
        } else {
            var incoming = new Incoming(day.get(), shelf.strip(), oneStop.strip());
            done(after, locale, "files.received-one", () -> desk.receive(List.of(id), incoming) == 1);
        }
        return here(id);
    }

    @PostMapping("/applications/{id}/complete")
    String complete(@PathVariable long id, Locale locale, RedirectAttributes after) {
        done(after, locale, "files.completed", () -> desk.complete(id));
        return here(id);
    }

    @PostMapping("/applications/{id}/incomplete")
    String incomplete(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String missing,
            Locale locale,
            RedirectAttributes after) {
        if (missing.isBlank()) {
            after.addFlashAttribute("refused", words.say("files.missing.what", locale));
        } else {
            done(after, locale, "files.incompleted", () -> desk.incomplete(id, missing.strip()));
        }
        return here(id);
    }

    @PostMapping("/applications/{id}/withdraw")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String because,
            Locale locale,
            RedirectAttributes after) {
        if (because.isBlank()) {
            after.addFlashAttribute("refused", words.say("decisions.because.missing", locale));
        } else {
            done(after, locale, "files.withdrawn", () -> desk.withdraw(id, because.strip()));
        }
        return here(id);
    }

    @PostMapping("/applications/{id}/papers")
    String papers(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String shelf,
            @RequestParam(defaultValue = "") String oneStop,
            Locale locale,
            RedirectAttributes after) {
        done(after, locale, "files.filed", () -> desk.file(id, shelf.strip(), oneStop.strip()));
        return here(id);
    }

    @PostMapping("/applications/{id}/hand-over")
    String handOver(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "one") String which,
            Locale locale,
            RedirectAttributes after) {
        var file = found(id);
        if (!desk.colleagues(file.subject().place().communeCode()).containsKey(officer)) {
            throw new NotUnderstood("officer", officer);
        }
        var from = file.work().role();
        if (which.equals("all") && from.isPresent()) {
            words.attempt(
                    after,
                    locale,
                    () -> words.say("files.handed-over.all", locale, desk.handOverAll(from.get(), officer)));
        } else {
            done(after, locale, "files.handed-over", () -> desk.handOver(id, officer));
        }
        return here(id);
    }

    @PostMapping("/applications/{id}/grant")
    String grant(@PathVariable long id, Locale locale, RedirectAttributes after) {
        return drafted(id, answers::draftGrant, "files.grant.nothing", locale, after);
    }

    @PostMapping("/applications/{id}/refuse")
    String refuse(@PathVariable long id, Locale locale, RedirectAttributes after) {
        return drafted(id, answers::draftRefusal, "files.refuse.nothing", locale, after);
    }

    private String drafted(
            long id,
            Function<Application, Optional<DecisionId>> draft,
            String nothing,
            Locale locale,
            RedirectAttributes after) {
        var file = found(id);
        var made = new ArrayList<DecisionId>();
        words.attempt(after, locale, () -> {
            draft.apply(file).ifPresent(made::add);
            return words.say(made.isEmpty() ? nothing : "files.drafted", locale);
        });
        return made.isEmpty()
                ? here(id)
                : "redirect:/decisions/" + made.getFirst().number();
    }

    private void done(RedirectAttributes after, Locale locale, String key, BooleanSupplier act) {
        words.attempt(after, locale, () -> words.say(act.getAsBoolean() ? key : "files.nothing-done", locale));
    }

    private Application found(long id) {
        return desk.open(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String here(long id) {
        return "redirect:/applications/" + id;
    }
}
