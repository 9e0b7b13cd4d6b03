package org.ansinh.app.registry.web;

import java.util.List;
import java.util.Locale;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.Refusal;

/** One kind of form: its fields for somebody, and what they say when they are filled. Texts: {@code registry.form.KIND} and {@code .lead}. */
interface ChangeForm {

    /** In the address; also the act of the recording. */
    String kind();

    /** Whether it can be filled for such a subject. */
    boolean isFor(Subject subject);

    /** Whether a subject's page offers it, as things stand. */
    default boolean isOffered(Subject subject) {
        return isFor(subject);
    }

    /** The fields that are this form's own; document, day received and source follow on every form. */
    List<Field> fields(Asked asked);

    FormReader.Reading read(Asked asked);

    /** Who may have told it: ids with texts under {@code registry.source}. */
    default List<String> sources(Asked asked) {
        return List.of("commune_officer", "family", "village_head", "civil_registry", "police", "population_database");
    }

    /** What the address says besides the subject, carried along in the form. */
    default List<String> carried() {
        return List.of();
    }

    /** The field that a refusal of the register speaks of. */
    default String fieldOf(Refusal refusal) {
        return refusal.field();
    }

    /** Where one goes on after it is recorded. */
    default String after(Asked asked, ChangeResult.Recorded recorded) {
        return asked.subject().page();
    }

    /** What a form is asked with. */
    record Asked(Subject subject, Entries entries, Locale locale) {}
}
