package org.ansinh.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** Says as whom the database's programs would run; for a process of another user. */
final class WhoRuns {
    private WhoRuns() {}

    public static void main(String[] words) throws IOException {
        System.out.println(ServerUser.here(Path.of(words[0])));
    }
}
