package org.ansinh.app.registry.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.registry.AsIf;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.EffectPart;
import org.ansinh.app.registry.EffectPart.Effect;
import org.ansinh.app.registry.LoadResult.Repair;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.Touched;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a change would alter, for everybody it touches, before it is saved. */
@Component
class LookAhead {

    private final ChangeDesk desk;
    private final AuditDesk audit;
    private final List<EffectPart> parts;

    LookAhead(ChangeDesk desk, AuditDesk audit, ObjectProvider<EffectPart> parts) {
        this.desk = desk;
        this.audit = audit;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(EffectPart::order))
                .toList();
    }

    /**
     * What was seen.
     *
     * @param repairs what will be put right on the way
     * @param refused why it would not be recorded, if so
     * @param known everything in it is known already
     */
    public record Look(List<Repair> repairs, List<Shown> parts, Optional<ChangeResult> refused, boolean known) {}

    /** A part of a room above with what it shows. */
    public record Shown(String template, Object content) {}

    private record Read(String template, Effect effect) {}

    private record Everything(Touched touched, List<Read> read) {}

    Look look(Paper paper, List<Change> changes, Locale locale) {
        var seen = desk.asIf(
                paper,
                changes,
                touched -> new Everything(
                        touched,
                        parts.stream()
                                .map(it -> new Read(it.template(), it.read(touched)))
                                .toList()));
        return switch (seen) {
            case AsIf.Seen<Everything>(Everything all, List<Repair> repairs) -> shown(all, repairs, locale);
            case AsIf.NothingNew<Everything> _ -> new Look(List.of(), List.of(), Optional.empty(), true);
            case AsIf.Unrecorded<Everything>(ChangeResult because) ->
                new Look(List.of(), List.of(), Optional.of(because), false);
        };
    }

    private Look shown(Everything all, List<Repair> repairs, Locale locale) {
        // What the law gives somebody is part of their file: each was looked at. A child not yet recorded has no file.
        all.touched().people().stream()
                .filter(it -> !it.fresh())
                .forEach(it -> audit.read(AuditDesk.Reading.OPEN_PERSON, it.personId()));
        return new Look(
                repairs,
                all.read().stream()
                        .map(it -> new Shown(it.template(), it.effect().shown(locale)))
                        .toList(),
                Optional.empty(),
                false);
    }
}
