package org.ansinh.app.pages;

import org.jspecify.annotations.Nullable;

/**
 * Long work that a page watches.
 *
 * @param href where the page asks again; the answer is this piece of page anew
 * @param says what is being done, in words
 * @param failure why it stopped, if it did
 */
public record RunningWork(
        String href,
        String says,
        long done,
        long total,
        boolean finished,
        @Nullable String failure) {

    public long percent() {
        return total <= 0 ? 0 : Math.min(100, done * 100 / total);
    }

    public boolean isRunning() {
        return !finished && failure == null;
    }
}
