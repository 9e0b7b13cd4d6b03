package org.ansinh.app.testing;

import org.ansinh.postgres.DatabaseLogin;

/** A database without a single table, for tests of how one comes to be. */
public record EmptyDatabase(DatabaseLogin owner) implements AutoCloseable {
    public static EmptyDatabase create() {
        return new EmptyDatabase(TestServer.get().emptyDatabase());
    }

    @Override
    public void close() {
        TestServer.get().drop(owner.databaseName());
    }
}
