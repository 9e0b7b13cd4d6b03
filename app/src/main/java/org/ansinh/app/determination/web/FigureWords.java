package org.ansinh.app.determination.web;

import java.util.Locale;
import org.ansinh.app.pages.Writing;
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
            case BOOL, DAY, ENUM, TEXT -> value.written();
        };
    }
}
