package org.ansinh.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.ansinh.postgres.Diagnosis;
import org.slf4j.LoggerFactory;

/** A log that cannot be written, on a full disk for instance, is told at the console in a sentence and not more often than somebody can read. */
final class LogTrouble implements StatusListener {
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(10);

    private final PrintStream out;
    private final Path data;
    private long saidAt = System.nanoTime() - PAUSE;

    private LogTrouble(PrintStream out, Path data) {
        this.out = out;
        this.data = data;
    }

    /** Instead of the stack traces that the log would print of itself. */
    static void isTold(PrintStream out, Path data) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            var status = log.getStatusManager();
            status.getCopyOfStatusListenerList().forEach(status::remove);
            status.add(new LogTrouble(out, data));
        }
    }

    @Override
    public synchronized void addStatusEvent(Status status) {
        if (status.getThrowable() == null || System.nanoTime() - saidAt < PAUSE) {
            return;
        }
        Diagnosis.of(status.getThrowable(), data).ifPresent(trouble -> {
            saidAt = System.nanoTime();
            out.println(trouble.getMessage());
        });
    }
}
