package org.ansinh.app.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;

/** A file that is sent to whoever asked; written to disk first: what fails halfway must not look like a whole one. */
public final class HandingOut {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String ZIP = "application/zip";

    private HandingOut() {}

    public static void send(HttpServletResponse response, String type, String name, Consumer<Path> write)
            throws IOException {
        var file = Files.createTempFile("ansinh-out-", ".file");
        try {
            write.accept(file);
            response.setContentType(type);
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment().filename(name).build().toString());
            response.setHeader("Cache-Control", "no-store");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
