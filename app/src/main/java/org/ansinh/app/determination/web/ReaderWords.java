package org.ansinh.app.determination.web;

import java.util.Locale;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.lawbook.LawbookDesk;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words in which the law in force is told to whoever reads now. */
@Component
class ReaderWords {

    private final LawbookDesk lawbook;
    private final EntitlementsSeen seen;
    private final ReleaseDesk releases;
    private final MessageSource texts;

    ReaderWords(LawbookDesk lawbook, EntitlementsSeen seen, ReleaseDesk releases, MessageSource texts) {
        this.lawbook = lawbook;
        this.seen = seen;
        this.releases = releases;
        this.texts = texts;
    }

    ReasonWords reasons(Locale locale) {
        var law = new LawWords(lawbook.current().pack(), seen.masks(), texts, locale);
        return new ReasonWords(law, ReleasedLaw.of(law.pack(), releases.released()));
    }

    /** For what leaves on paper, in the words of the law that was in force here at a recording. */
    ReasonWords paper(Locale locale, long recording) {
        var law = new LawWords(lawbook.inForceAt(recording).pack(), seen.masks().onPaper(), texts, locale);
        return new ReasonWords(law, ReleasedLaw.of(law.pack(), releases.released()));
    }
}
