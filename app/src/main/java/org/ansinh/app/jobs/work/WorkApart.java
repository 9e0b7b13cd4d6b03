package org.ansinh.app.jobs.work;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Does work in a thread of its own. When the server stops, whoever waits for it leaves at once and settles the scheduler's books while there is still a connection for
 * that, however deep the work is in a statement; the work ends with the connections it has, and nothing of it was kept.
 */
final class WorkApart {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("job-", 1).factory());

    void run(Runnable work) {
        var doing = threads.submit(work);
        try {
            doing.get();
        } catch (InterruptedException stopped) {
            // neither done nor failed: the next start goes on with it
            doing.cancel(true);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException trouble -> throw trouble;
                case Error trouble -> throw trouble;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }
}
