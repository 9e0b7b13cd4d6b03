package org.ansinh.app.determination.web;

import java.time.LocalDate;
import java.util.Locale;
import org.ansinh.app.pages.Writing;
import org.ansinh.rules.determination.Unverified;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.ValueType;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A figure of law as people write it: 540.000 đ/tháng, not 540000. A unit is named by {@code law.unit.UNIT}; one without a name leaves the bare number. */
@Component
class FigureWords {

    private static final int FIRST_GROUPED = 10_000;

    private final MessageSource texts;

    FigureWords(MessageSource texts) {
        this.texts = texts;
    }

    String of(Parameter parameter, Parameter.DatedValue value, Locale locale) {
        var number = number(parameter.type(), value, locale);
        var unit = parameter.unit().orElse(parameter.type().kind() == ValueType.Kind.DONG ? "dong" : "none");
        var said = texts.getMessage("law.unit." + unit, new Object[] {number}, number, locale);
        return said == null ? number : said;
    }

    /** What waits for a jurist may be a figure from a day on, or only from when and until when a provision pays. */
    String waiting(Unverified it, Locale locale) {
        var label = it.label().in(Language.of(locale));
        var at = it.what().indexOf('@');
        if (at >= 0) {
            var from = LocalDate.parse(it.what().substring(at + 1));
            return said("law.waiting.from", locale, label, new Writing(locale).day(from));
        }
        if (it.what().endsWith(".start")) {
            return said("law.waiting.start", locale, label);
        }
        return it.what().endsWith(".stop") ? said("law.waiting.stop", locale, label) : label;
    }

    private String said(String key, Locale locale, Object... of) {
        return texts.getMessage(key, of, locale);
    }

    private static String number(ValueType type, Parameter.DatedValue value, Locale locale) {
        return switch (type.kind()) {
            case INT, DONG ->
                Math.abs(value.value()) < FIRST_GROUPED && type.kind() == ValueType.Kind.INT
                        ? Long.toString(value.value())
                        : new Writing(locale).number(value.value());
            case DECIMAL ->
                "en".equals(locale.getLanguage())
                        ? value.written()
                        : value.written().replace('.', ',');
            case DAY -> new Writing(locale).day(LocalDate.parse(value.written()));
            case BOOL, ENUM, TEXT -> value.written();
        };
    }
}
