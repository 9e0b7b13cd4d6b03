package org.ansinh.app.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.province.Recipe;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many people, which seed, on which day: asked for once, and from then on what this house was begun with. */
@Component
class DemoRecipe {
    private static final long SEED = 20_261_020L;

    private final @Nullable Integer people;
    private final @Nullable Long seed;
    private final Path folder;
    private final Clock clock;
    private @Nullable Recipe begun;

    DemoRecipe(
            @Value("${ansinh.people:#{null}}") @Nullable Integer people,
            @Value("${ansinh.seed:#{null}}") @Nullable Long seed,
            @Value("${ansinh.data:data}") String folder,
            Clock clock) {
        this.people = people;
        this.seed = seed;
        this.folder = Path.of(folder);
        this.clock = clock;
    }

    Recipe asked() {
        return new Recipe(people == null ? Recipe.WHOLE_PROVINCE : people, seed == null ? SEED : seed, today());
    }

    /** A house that was begun with other people cannot be finished with these. */
    void goOnWith(Recipe first) {
        var asked = asked();
        boolean others =
                people != null && asked.people() != first.people() || seed != null && asked.seed() != first.seed();
        if (others) {
            throw new HouseTrouble(
                    "data.other_demo", folder, first.people(), first.seed(), asked.people(), asked.seed());
        }
        begun = first;
    }

    Recipe recipe() {
        return Objects.requireNonNull(begun, "The demonstration has not begun.");
    }

    /** The house day; it may be another than the one on which the house was begun. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    Path folder() {
        return folder;
    }
}
