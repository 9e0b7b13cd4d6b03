package org.ansinh.rules.language;

import java.util.regex.Pattern;

/** Says in a jurist's words what the type checker says in a programmer's. */
final class CheckerWords {

    private static final Pattern NO_OVERLOAD = Pattern.compile(
            "found no matching overload for '([^']+)' applied to '\\(([^)]*(?:\\([^)]*\\))?[^)]*)\\)'.*",
            Pattern.DOTALL);

    private CheckerWords() {}

    static String plain(String message) {
        var matcher = NO_OVERLOAD.matcher(message);
        if (!matcher.matches()) {
            return message;
        }
        var function = matcher.group(1).replace("_", " ").trim();
        var types = matcher.group(2).replace("enum_", "enumeration ").replace(", ", " and ");
        return Character.isLetter(function.charAt(0))
                ? "%s does not take %s".formatted(matcher.group(1), types)
                : "'%s' cannot stand between %s".formatted(function, types);
    }
}
