package org.ansinh.app.access;

import java.util.Optional;

/**
 * Who acts in this thread. Every transaction takes the actor's database role at its start; with nobody acting there is no transaction. Virtual threads and
 * pools do not inherit the actor: a task that goes to another thread says anew as whom it acts.
 */
public final class Acting {
    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

    private Acting() {}

    public static <R, X extends Throwable> R as(Actor actor, ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(ACTOR, actor).call(work);
    }

    public static void run(Actor actor, Runnable work) {
        ScopedValue.where(ACTOR, actor).run(work);
    }

    public static Optional<Actor> now() {
        return ACTOR.isBound() ? Optional.of(ACTOR.get()) : Optional.empty();
    }

    /** The officer at work; a bug when nobody or a job acts. */
    public static OfficerId officer() {
        if (now().orElseThrow(NobodyActs::new) instanceof Actor.Officer(OfficerId id)) {
            return id;
        }
        throw new IllegalStateException("This is an officer's work, and %s acts in this thread."
                .formatted(ACTOR.get().role()));
    }
}
