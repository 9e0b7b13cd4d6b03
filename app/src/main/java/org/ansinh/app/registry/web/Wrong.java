package org.ansinh.app.registry.web;

import java.util.List;

/** What is wrong with a field: the key of a sentence that says so and what to do, and what the sentence speaks of. */
record Wrong(String field, String key, List<Object> about) {

    Wrong {
        about = List.copyOf(about);
    }

    static Wrong of(String field, String key, Object... about) {
        return new Wrong(field, key, List.of(about));
    }
}
