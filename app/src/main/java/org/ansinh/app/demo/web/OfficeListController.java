package org.ansinh.app.demo.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.ansinh.app.demo.OfficeList;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The invented office's list, to try the comparison with; only a demonstration has it. */
@Controller
@ConditionalOnProperty("ansinh.demo")
class OfficeListController {

    private final OfficeList list;

    OfficeListController(OfficeList list) {
        this.list = list;
    }

    @GetMapping("/demo/office-list.xlsx")
    void list(HttpServletResponse response) throws IOException {
        var file = Files.createTempFile("ansinh-demo-", ".xlsx");
        try {
            var name = list.write(file);
            response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment().filename(name).build().toString());
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
