package org.ansinh.app.lawbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pack in the jar that ships it, while more than one reads it. */
class PackFolderTest {

    @TempDir
    Path folder;

    @Test
    void whoeverIsDoneFirstLeavesTheOtherReading() throws IOException {
        var jar = folder.resolve("law.jar");
        Files.write(jar, PackFolder.zipped(Map.of("pack.yaml", "id: law-vn".getBytes(UTF_8))));
        var place = URI.create("jar:" + jar.toUri());
        var opened = new CountDownLatch(1);
        var secondReads = new CountDownLatch(1);

        var first = CompletableFuture.supplyAsync(() -> PackFolder.inside(place, files -> {
            opened.countDown();
            await(secondReads);
            return pack(files);
        }));
        await(opened);
        var second = PackFolder.inside(place, files -> {
            secondReads.countDown();
            first.join();
            return pack(files);
        });

        assertThat(second).isEqualTo("id: law-vn").isEqualTo(first.join());
    }

    private static String pack(FileSystem files) {
        try {
            return Files.readString(files.getPath("/pack.yaml"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
