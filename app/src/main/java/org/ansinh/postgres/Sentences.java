package org.ansinh.postgres;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The sentences of the console: Vietnamese, and English below it. Whoever starts a server at night reads one of the two. */
public final class Sentences {
    private static final ResourceBundle VIETNAMESE = bundle(Locale.of("vi"));
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private Sentences() {}

    /** Two lines. */
    public static String both(String key, @Nullable Object... details) {
        return in(VIETNAMESE, key, details) + "\n" + in(ENGLISH, key, details);
    }

    /** One line, for a few words beside a bar. */
    public static String label(String key, @Nullable Object... details) {
        return in(VIETNAMESE, key, details) + " / " + in(ENGLISH, key, details);
    }

    private static String in(ResourceBundle bundle, String key, @Nullable Object... details) {
        // whole numbers are ports and processes here: never grouped
        Object[] words = Arrays.stream(details).map(String::valueOf).toArray();
        return MessageFormat.format(bundle.getString(key), words);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "messages/house",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
