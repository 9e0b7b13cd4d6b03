package org.ansinh.app.payments.web;

import java.util.Map;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.DongInWords;
import org.ansinh.app.pages.TaggedPdf;
import org.ansinh.app.payments.CashDayDesk.SignatureList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The list that is signed in the village, as paper: who, how much, where to sign; never what for. */
@Component
class CashListPaper {

    private final TaggedPdf press;
    private final Names names;
    private final String province;

    CashListPaper(TaggedPdf press, Names names, @Value("${ansinh.house.province:Cao Bằng}") String province) {
        this.press = press;
        this.names = names;
        this.province = province;
    }

    byte[] pdf(SignatureList list) {
        var commune = list.day().communeCode();
        return press.of(
                "payments/cash-list",
                "cash-list.css",
                Map.of(
                        "list",
                        list,
                        "commune",
                        names.communes().getOrDefault(commune, commune),
                        "province",
                        province,
                        "inWords",
                        DongInWords.of(list.total())));
    }
}
