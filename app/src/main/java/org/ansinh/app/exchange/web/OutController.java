package org.ansinh.app.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ansinh.app.exchange.ExportDesk;
import org.ansinh.app.exchange.ImportDesk;
import org.ansinh.app.pages.HandingOut;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Files out. Taking out is asked for by a form: a link that is opened by accident takes nobody's data. */
@Controller
class OutController {

    private final ExportDesk exports;
    private final ImportDesk imports;

    OutController(ExportDesk exports, ImportDesk imports) {
        this.exports = exports;
        this.imports = imports;
    }

    @PostMapping("/exchange/out/xlsx")
    void xlsx(HttpServletResponse response) throws IOException {
        HandingOut.send(response, HandingOut.XLSX, "so-bo.xlsx", exports::xlsx);
    }

    @PostMapping("/exchange/out/csv")
    void csv(HttpServletResponse response) throws IOException {
        HandingOut.send(response, HandingOut.ZIP, "so-bo.zip", exports::csv);
    }

    @GetMapping("/exchange/template.xlsx")
    void template(HttpServletResponse response) throws IOException {
        HandingOut.send(response, HandingOut.XLSX, "mau-nhap-so-bo.xlsx", imports::template);
    }
}
