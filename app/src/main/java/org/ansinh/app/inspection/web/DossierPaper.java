package org.ansinh.app.inspection.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.ansinh.app.determination.Names;
import org.ansinh.app.inspection.Dossier;
import org.ansinh.app.pages.TaggedPdf;
import org.ansinh.app.pages.WhoIsHere;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A dossier as paper; it says who printed it, and when. */
@Component
class DossierPaper {

    private final TaggedPdf press;
    private final WhoIsHere who;
    private final Names names;
    private final Clock clock;
    private final String province;

    DossierPaper(
            TaggedPdf press,
            WhoIsHere who,
            Names names,
            Clock clock,
            @Value("${ansinh.house.province:Cao Bằng}") String province) {
        this.press = press;
        this.who = who;
        this.names = names;
        this.clock = clock;
        this.province = province;
    }

    byte[] pdf(Dossier dossier) {
        return press.of(
                "inspection/dossier",
                "dossier.css",
                Map.of(
                        "dossier",
                        dossier,
                        "communes",
                        names.communes(),
                        "province",
                        province,
                        "printedAt",
                        Instant.now(clock),
                        "printedBy",
                        who.reader().map(WhoIsHere.Reader::name).orElse("")));
    }
}
