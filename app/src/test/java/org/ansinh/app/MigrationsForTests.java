package org.ansinh.app;

import java.util.Map;
import org.ansinh.postgres.DatabaseLogin;

/** The way into the migrations for tests of other packages. */
public final class MigrationsForTests {
    private MigrationsForTests() {}

    public static void upTo(DatabaseLogin owner, Map<String, String> versions) {
        Migrations.upTo(owner, versions);
    }
}
