package org.ansinh.app.registry.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as its page draws it.
 *
 * @param about a sentence on whom it is about
 * @param errors sentences, each with the field it leads to
 * @param told what the register answered, in a box
 * @param sendable whether there is anything to fill
 */
public record FormPage(
        String kind,
        String title,
        String lead,
        String about,
        String back,
        String action,
        List<Field> fields,
        List<Said> errors,
        @Nullable Told told,
        @Nullable Effects effects,
        @Nullable Instant restoredAt,
        boolean lapsed,
        boolean sendable) {

    FormPage restored(@Nullable Instant at, boolean afterLapse) {
        return new FormPage(
                kind, title, lead, about, back, action, fields, errors, told, effects, at, afterLapse, sendable);
    }

    public String lookHref() {
        return action.replace("?", "/look?");
    }

    public String draftHref() {
        return action.replace("?", "/draft?");
    }

    public String dropHref() {
        return action.replace("?", "/drop?");
    }

    /** When the page looks ahead by itself: as somebody types, and at once where a draft was taken up again. */
    public String trigger() {
        var typing = "input delay:700ms, change delay:200ms";
        return restoredAt == null && !lapsed ? typing : typing + ", load delay:50ms";
    }

    /** A sentence about a field. */
    public record Said(String field, String text) {}

    /** A box: {@code good}, {@code warn}, {@code bad} or {@code calm}. */
    public record Told(String tone, String title, @Nullable String text) {}

    /**
     * What the change alters.
     *
     * @param seen the digest of what was looked at, sent along with it; empty where there was nothing to see
     * @param repairs what will be put right on the way
     * @param missing what must be filled or mended before anything can be seen
     */
    public record Effects(
            String seen,
            List<String> repairs,
            List<String> missing,
            @Nullable Told told,
            List<LookAhead.Shown> parts) {}
}
