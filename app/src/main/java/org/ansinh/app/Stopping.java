package org.ansinh.app;

import java.io.PrintStream;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.ansinh.postgres.Sentences;

/** Ctrl-C at any moment: closes what was opened, last first. Work that breaks because of it is no trouble and says nothing. */
final class Stopping {
    private final ConcurrentLinkedDeque<Runnable> opened = new ConcurrentLinkedDeque<>();
    private volatile boolean begun;
    private volatile boolean done;

    static Stopping onSignal(PrintStream out) {
        var stopping = new Stopping();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.close(out), "closing"));
        return stopping;
    }

    void close(Runnable what) {
        opened.push(what);
    }

    /** True as soon as somebody asked to stop. */
    boolean isUnderWay() {
        return begun;
    }

    /** The command came to its own end: closes without a word. */
    void finish() {
        done = true;
        closeAll();
    }

    private void close(PrintStream out) {
        if (!done) {
            begun = true;
            closeAll();
            out.println("\n" + Sentences.both("start.stopped"));
        }
    }

    private void closeAll() {
        for (Runnable each = opened.poll(); each != null; each = opened.poll()) {
            each.run();
        }
    }
}
