package org.ansinh.app.exchange.web;

import java.util.Locale;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.ImportReport.Tally;
import org.ansinh.app.exchange.RowRefusal;
import org.springframework.context.MessageSource;

/** Reasons in words, for a template. */
public record Said(MessageSource texts, Locale locale) {

    private static final String LEFT_OUT = "…";

    public String refusal(RowRefusal it) {
        return texts.getMessage(it, locale);
    }

    public String file(FileRefused it) {
        if (it.why().equals("rule")) {
            return texts.getMessage(new BrokenRule(it.detail(), "", true, ""), locale);
        }
        return texts.getMessage("exchange.file." + it.why(), new Object[] {it.detail()}, locale);
    }

    public String notice(String what) {
        return String.valueOf(texts.getMessage("exchange.notice." + what, null, what, locale));
    }

    /** A reason without the row that it was given for, to count by. */
    public String reason(Tally it) {
        return texts.getMessage(new RowRefusal("", 0, "", LEFT_OUT, it.key(), LEFT_OUT), locale)
                .replace(LEFT_OUT + ".", LEFT_OUT);
    }

    /** What a table of the file was taken for. */
    public String section(String it) {
        return String.valueOf(texts.getMessage("exchange.section." + it, null, it, locale));
    }
}
