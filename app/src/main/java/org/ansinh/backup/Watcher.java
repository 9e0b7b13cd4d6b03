package org.ansinh.backup;

/** Told how a backup or a restore gets on. */
public interface Watcher {
    /** Told by nobody to nobody. */
    Watcher NOBODY = new Watcher() {
        @Override
        public void expects(long rows) {}

        @Override
        public void moved(long rows) {}
    };

    /** About so many rows are to be moved. */
    void expects(long rows);

    /** So many more are. */
    void moved(long rows);
}
