package org.ansinh.app.access;

/** Who acts: it decides which database role a transaction takes, and so what it can see and change. */
public sealed interface Actor {
    Actor WORKER = new Worker();
    Actor DETERMINER = new Determiner();
    Actor DOORKEEPER = new Doorkeeper();

    /** The database role; never text from outside. */
    String role();

    static Actor officer(OfficerId id) {
        return new Officer(id);
    }

    /** An officer at work: sees their area and purposes. */
    record Officer(OfficerId id) implements Actor {
        @Override
        public String role() {
            return id.toString();
        }
    }

    /** Jobs and loads. */
    record Worker() implements Actor {
        @Override
        public String role() {
            return "ansinh_worker";
        }
    }

    /** Reads all facts, so that who asks does not change what is true; writes outcomes only. */
    record Determiner() implements Actor {
        @Override
        public String role() {
            return "ansinh_determiner";
        }
    }

    /** Checks passwords before anybody is anybody; sees accounts and nothing else. */
    record Doorkeeper() implements Actor {
        @Override
        public String role() {
            return "ansinh_doorkeeper";
        }
    }
}
