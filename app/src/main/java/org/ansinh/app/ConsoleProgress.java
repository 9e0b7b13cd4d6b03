package org.ansinh.app;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.ansinh.app.jobs.Progress;

/** A bar on the console: what is being done, how far it is, how long it has taken. On something that is no terminal, a line every ten percent. */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 24;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final PrintStream out;
    private final boolean terminal;
    private String what = "";
    private long total;
    private long done;
    private long began;
    private long lastShown;
    private int lastTenth;

    /** On the console if there is one to draw on, else as lines. */
    static ConsoleProgress on(PrintStream out) {
        return new ConsoleProgress(
                out, System.console() != null && System.console().isTerminal());
    }

    ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void begin(String stretch, long steps) {
        finish();
        what = stretch;
        total = steps;
        done = 0;
        lastTenth = 0;
        began = System.nanoTime();
        show();
    }

    @Override
    public synchronized void advance(long more) {
        done += more;
        if (terminal && System.nanoTime() - lastShown >= PAUSE) {
            show();
        } else if (!terminal && total > 0 && done * 10 / total > lastTenth && done < total) {
            lastTenth = (int) (done * 10 / total);
            out.println(line());
        }
    }

    /** Ends the line of the stretch that is under way. */
    synchronized void finish() {
        if (what.isEmpty()) {
            return;
        }
        done = Math.max(done, total);
        out.println(terminal ? "\r" + line() : line());
        what = "";
    }

    private void show() {
        lastShown = System.nanoTime();
        if (terminal) {
            out.print("\r" + line());
            out.flush();
        }
    }

    private String line() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        String time = "%d:%02d".formatted(seconds / 60, seconds % 60);
        if (total <= 0) {
            return "  %-34s %s %s".formatted(what, done == 0 ? "" : count(done), time);
        }
        int filled = (int) Math.min(WIDTH, done * WIDTH / total);
        return "  %-34s [%s%s] %3d%%  %s  %s"
                .formatted(
                        what,
                        "#".repeat(filled),
                        ".".repeat(WIDTH - filled),
                        Math.min(100, done * 100 / total),
                        count(Math.min(done, total)) + " / " + count(total),
                        time);
    }

    private static String count(long number) {
        return String.format(Locale.of("vi"), "%,d", number);
    }
}
