package org.ansinh.app.jobs;

/**
 * Something the server does before it says that it is ready, with a progress bar on the console. Runs at every start, as the worker, in the order of Spring's
 * {@code @Order}; finds out itself whether anything is left to do, so that a start after Ctrl-C goes on where the last one ended.
 */
public interface StartingWork {
    void run(Progress progress);
}
