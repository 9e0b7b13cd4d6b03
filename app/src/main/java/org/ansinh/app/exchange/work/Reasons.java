package org.ansinh.app.exchange.work;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Reasons in Vietnamese for files that leave the server; pages take theirs from the same texts. */
final class Reasons {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private Reasons() {}

    static String text(String why) {
        try {
            return ResourceBundle.getBundle("messages.exchange", VIETNAMESE).getString("exchange.refusal." + why);
        } catch (MissingResourceException unnamed) {
            return why;
        }
    }
}
