package org.ansinh.app.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk.Draft;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.ChangeForm.Asked;
import org.ansinh.app.registry.web.Field.Shape;
import org.ansinh.app.registry.web.FormPage.Effects;
import org.ansinh.app.registry.web.FormPage.Said;
import org.ansinh.app.registry.web.FormPage.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a form together: its fields with what is typed and what is wrong, what it would alter, and what the register answered. */
@Component
class FormSheet {

    private final PaperFields paper;
    private final FormWords words;
    private final LookAhead ahead;
    private final MessageSource texts;

    FormSheet(PaperFields paper, FormWords words, LookAhead ahead, MessageSource texts) {
        this.paper = paper;
        this.words = words;
        this.ahead = ahead;
        this.texts = texts;
    }

    /** A form that was read: what it says, and on which paper, unless something is wrong. */
    record Filled(Optional<Paper> paper, List<Change> changes, List<Wrong> wrongs) {
        boolean isComplete() {
            return wrongs.isEmpty() && paper.isPresent();
        }
    }

    Filled read(ChangeForm form, Asked asked) {
        var said = form.read(asked);
        var reader = new FormReader(asked.entries());
        var told = paper.read(form, asked, reader);
        var wrongs = new ArrayList<>(said.wrongs());
        wrongs.addAll(reader.nothing().wrongs());
        return new Filled(told, said.changes(), wrongs);
    }

    /** As it is opened, empty or as it was left. */
    FormPage opened(ChangeForm form, Asked asked, Optional<Draft> draft, boolean lapsed) {
        return page(form, asked, List.of(), null, null)
                .restored(draft.map(Draft::savedAt).orElse(null), lapsed);
    }

    /** With what it would alter; what is wrong is told beside the fields, unless the officer is still typing. */
    FormPage looked(ChangeForm form, Asked asked, Filled filled, boolean typing) {
        var effects = effects(form, asked, filled);
        var errors = typing ? List.<Said>of() : errors(asked, filled);
        return page(form, asked, errors, null, effects);
    }

    /** Not recorded: with why, and everything as it was typed. */
    FormPage answered(ChangeForm form, Asked asked, ChangeResult result) {
        return page(form, asked, refusals(form, result, asked.locale()), told(result, asked.locale()), null);
    }

    private List<Said> errors(Asked asked, Filled filled) {
        return filled.wrongs().stream()
                .map(it -> new Said(it.field(), words.sentence(it, asked.locale())))
                .distinct()
                .toList();
    }

    private Effects effects(ChangeForm form, Asked asked, Filled filled) {
        var locale = asked.locale();
        if (!filled.isComplete()) {
            var missing = filled.wrongs().stream()
                    .map(it -> label(form, asked, it.field()) + ": " + words.sentence(it, locale))
                    .distinct()
                    .toList();
            return new Effects("", List.of(), missing, null, List.of());
        }
        var look = ahead.look(filled.paper().orElseThrow(), filled.changes(), locale);
        if (look.refused().isPresent()) {
            var missing = refusals(form, look.refused().get(), locale).stream()
                    .map(Said::text)
                    .toList();
            return new Effects("", List.of(), missing, told(look.refused().get(), locale), List.of());
        }
        return new Effects(
                asked.entries().digest(),
                look.repairs().stream().map(it -> words.sentence(it, locale)).toList(),
                List.of(),
                look.known() ? new Told("calm", words.say("registry.recorded.same", locale), null) : null,
                look.parts());
    }

    private List<Said> refusals(ChangeForm form, ChangeResult result, Locale locale) {
        return result instanceof ChangeResult.Refused(List<Refusal> because)
                ? because.stream()
                        .map(it -> new Said(form.fieldOf(it), words.sentence(it, locale)))
                        .distinct()
                        .toList()
                : List.of();
    }

    private @Nullable Told told(ChangeResult result, Locale locale) {
        return switch (result) {
            case ChangeResult.Broken(var rule) ->
                new Told("bad", words.say("registry.form.not_recorded", locale), texts.getMessage(rule, locale));
            case ChangeResult.Busy _ ->
                new Told("warn", words.say("registry.form.busy", locale), words.say("registry.form.busy.text", locale));
            case ChangeResult.NothingNew _ -> new Told("calm", words.say("registry.recorded.same", locale), null);
            case ChangeResult.Refused _, ChangeResult.Recorded _, ChangeResult.RecordedBefore _ -> null;
        };
    }

    private String label(ChangeForm form, Asked asked, String name) {
        return all(form, form.fields(asked), asked).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(Field::label)
                .orElse(name);
    }

    private List<Field> all(ChangeForm form, List<Field> own, Asked asked) {
        var all = new ArrayList<>(own);
        if (isSendable(all, form)) {
            all.addAll(paper.fields(form, asked));
        }
        return all;
    }

    private static boolean isSendable(List<Field> fields, ChangeForm form) {
        return form.kind().equals("alive")
                || !fields.isEmpty() && fields.stream().noneMatch(it -> it.shape() == Shape.LINKS);
    }

    private FormPage page(
            ChangeForm form, Asked asked, List<Said> errors, @Nullable Told told, @Nullable Effects effects) {
        var locale = asked.locale();
        var own = form.fields(asked);
        var fields = new ArrayList<Field>();
        for (var field : all(form, own, asked)) {
            fields.add(errors.stream()
                    .filter(it -> it.field().equals(field.name()))
                    .findFirst()
                    .map(it -> field.wrong(it.text()))
                    .orElse(field));
        }
        fields.add(FormWords.hidden("onceKey", asked.entries().text("onceKey")));
        var kind = form.kind();
        return new FormPage(
                kind,
                words.say("registry.form." + kind, locale),
                words.say("registry.form." + kind + ".lead", locale),
                asked.subject() instanceof Subject.OfHousehold
                        ? words.say(
                                "registry.household.code",
                                locale,
                                asked.subject().title())
                        : asked.subject().title(),
                asked.subject().page(),
                FormDoor.address(form, asked),
                fields,
                leading(errors, fields),
                told,
                effects,
                null,
                false,
                isSendable(own, form));
    }

    /** Above the form each sentence names its field, since several may be empty; one about no field of this form leads to the form. */
    private static List<Said> leading(List<Said> errors, List<Field> fields) {
        return errors.stream()
                .map(it -> fields.stream()
                        .filter(field -> field.name().equals(it.field()))
                        .findFirst()
                        .map(field -> new Said(it.field(), field.label() + ": " + it.text()))
                        .orElseGet(() -> new Said("form", it.text())))
                .toList();
    }
}
