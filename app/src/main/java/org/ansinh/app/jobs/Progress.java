package org.ansinh.app.jobs;

/** What a long piece of work tells whoever watches it. Cheap to call: what is said more often than anybody can read is dropped. */
public interface Progress {
    /** Told by nobody to nobody. */
    Progress UNWATCHED = new Progress() {
        @Override
        public void begin(String what, long total) {}

        @Override
        public void advance(long more) {}
    };

    /**
     * A new stretch of the work.
     *
     * @param what in a few words, for whoever waits
     * @param total how many steps it has; 0 when nobody knows
     */
    void begin(String what, long total);

    /** So many steps more are done. */
    void advance(long more);
}
