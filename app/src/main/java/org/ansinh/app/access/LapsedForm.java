package org.ansinh.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A form that was sent after the session had lapsed. It is not acted upon: it waits beside the sign-in page, for the officer who filled it (a form names them as
 * {@code by}, and where it stands as {@code page}); the page takes it back and shows it.
 */
public final class LapsedForm implements Serializable {

    /** Longer than any form of an office. */
    public static final int MOST_CHARACTERS = 100_000;

    private static final long serialVersionUID = 1L;
    private static final String KEPT = LapsedForm.class.getName();
    private static final String BY = "by";

    private static final String PAGE = "page";

    private final TreeMap<String, List<String>> fields;

    private LapsedForm(TreeMap<String, List<String>> fields) {
        this.fields = fields;
    }

    /** Keeps what was sent, if it is a form that says who fills it and where; returns that page. */
    public static Optional<String> keep(HttpServletRequest request) {
        var fields = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        int length = fields.entrySet().stream()
                .mapToInt(it -> it.getKey().length()
                        + it.getValue().stream().mapToInt(String::length).sum())
                .sum();
        var page = fields.getOrDefault(PAGE, List.of("")).getFirst();
        if (!fields.containsKey(BY) || !page.matches("/[a-z].*") || length > MOST_CHARACTERS) {
            return Optional.empty();
        }
        request.getSession().setAttribute(KEPT, new LapsedForm(fields));
        return Optional.of(page);
    }

    /** What was kept for this page and this officer; it is handed out once. */
    public static Optional<Map<String, List<String>>> take(HttpServletRequest request, SignedIn officer) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof LapsedForm kept)) {
            return Optional.empty();
        }
        var here =
                request.getRequestURI().substring(request.getContextPath().length()) + "?" + request.getQueryString();
        if (!kept.fields.getOrDefault(PAGE, List.of()).contains(here)) {
            return Optional.empty();
        }
        session.removeAttribute(KEPT);
        var ours = List.of(Integer.toString(officer.officer())).equals(kept.fields.get(BY));
        return ours ? Optional.of(Map.copyOf(kept.fields)) : Optional.empty();
    }
}
