package org.ansinh.app.registry.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was entered into a form, by the names of its fields; kept as it was typed, so that nothing typed is lost. */
record Entries(Map<String, List<String>> values) {

    /** What the page itself puts into a form: not content, though the key that makes sending twice once belongs to a draft. */
    private static final Set<String> NOT_CONTENT = Set.of("_csrf", "seen", "by", "page", "lang", "recorded");

    Entries {
        values = Map.copyOf(values);
    }

    static Entries of(Map<String, List<String>> sent) {
        var kept = new TreeMap<String, List<String>>();
        sent.forEach((name, all) -> {
            if (!NOT_CONTENT.contains(name)) {
                kept.put(name, List.copyOf(all));
            }
        });
        return new Entries(kept);
    }

    /** Reads back what {@link #body} wrote, and what a browser sends as a form. */
    static Entries ofBody(String body) {
        var read = new TreeMap<String, List<String>>();
        for (var pair : body.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                read.computeIfAbsent(decoded(pair.substring(0, at)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(at + 1)));
            }
        }
        return of(read);
    }

    String body() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .flatMap(field ->
                                field.getValue().stream().map(it -> encoded(field.getKey()) + "=" + encoded(it)))
                        .collect(Collectors.joining("&"));
    }

    /** Tells whether what is sent is what was looked at: anything typed since makes another digest. */
    String digest() {
        var content = new TreeMap<>(values);
        content.remove("onceKey");
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(new Entries(content).body().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String text(String name) {
        var all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst().strip();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(it -> !it.isBlank())
                .toList();
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    Entries with(String name, String value) {
        var more = new TreeMap<>(values);
        more.put(name, List.of(value));
        return new Entries(more);
    }

    /** These win, the others fill what they leave open. */
    Entries orElse(Entries others) {
        var all = new TreeMap<>(others.values());
        all.putAll(values);
        return new Entries(all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
