package org.ansinh.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ServerUserTest {
    private static final String NOBODY = "65534";

    /** Root asks it of a process that it starts as somebody else; an ordinary user asks it of itself. */
    @Test
    void anOrdinaryUserRunsTheDatabaseAsItself() throws Exception {
        if (!System.getProperty("user.name").equals("root")) {
            assertThat(ServerUser.here(Path.of("."))).isInstanceOf(ServerUser.Itself.class);
            return;
        }
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv makes an ordinary user here");
        Path open = Files.createTempDirectory("ansinh-ordinary-user");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        copy(Path.of("target/classes/org/ansinh/postgres"), open.resolve("org/ansinh/postgres"));
        copy(Path.of("target/test-classes/org/ansinh/postgres"), open.resolve("org/ansinh/postgres"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        "setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        "--",
                        java,
                        "-cp",
                        open.toString(),
                        "org.ansinh.postgres.WhoRuns",
                        open.toString()))
                .redirectErrorStream(true)
                .start();
        var says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(says.strip()).isEqualTo("Itself[owner=0]");
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
