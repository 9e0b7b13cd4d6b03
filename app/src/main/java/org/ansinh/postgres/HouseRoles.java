package org.ansinh.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The database roles of the house and the one moment at which a superuser works: making them and the database. Afterwards the superuser is not needed
 * until roles are missing again.
 */
public final class HouseRoles {
    public static final String OWNER = "ansinh_owner";
    public static final String GATE = "ansinh_gate";
    private static final int OLDEST_VERSION = 180000;

    private HouseRoles() {}

    /** The owner's login, after roles and database are there. */
    public static DatabaseLogin prepare(DatabaseLogin superuser, String database, Secrets secrets) {
        var owner = superuser.database(database).as(OWNER, secrets.owner());
        if (opens(owner) && opens(owner.as(GATE, secrets.gate()))) {
            return owner;
        }
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            mustBeNewEnough(connection, superuser.url());
            makeRoles(statement, secrets);
            if (!exists(statement, "select from pg_database where datname = '" + database + "'")) {
                statement.execute(
                        "create database " + database + " owner " + OWNER
                                + " template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'");
            }
            statement.execute("revoke all on database " + database + " from public");
            statement.execute("grant connect on database " + database + " to " + GATE);
        } catch (SQLException e) {
            throw new DatabaseTrouble(
                    "The database's roles cannot be made at %s as %s: %s. The login named there must be allowed to create roles and databases."
                            .formatted(superuser.url(), superuser.user(), e.getMessage()),
                    e);
        }
        return owner;
    }

    /** Refuses a server older than PostgreSQL 18: temporal keys, virtual columns and more are used throughout. */
    public static void mustBeNewEnough(Connection connection, String url) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('server_version_num')::int, current_setting('server_version')")) {
            row.next();
            if (row.getInt(1) < OLDEST_VERSION) {
                throw new DatabaseTrouble(("The PostgreSQL at %s is version %s; An Sinh needs 18 or newer."
                                + " Upgrade that server, or leave ANSINH_DB_URL out to use the embedded one.")
                        .formatted(url, row.getString(2)));
            }
        }
    }

    private static boolean opens(DatabaseLogin login) {
        try (Connection connection = login.connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void makeRoles(Statement statement, Secrets secrets) throws SQLException {
        // The owner runs migrations and makes officers' roles; it passes the policies because functions that apply area
        // and purpose themselves are its own.
        make(statement, OWNER, "login noinherit createrole bypassrls");
        make(statement, "ansinh_worker", "nologin bypassrls");
        make(statement, "ansinh_determiner", "nologin bypassrls");
        make(statement, "ansinh_doorkeeper", "nologin");
        make(statement, "ansinh_officer", "nologin");
        make(statement, GATE, "login noinherit");
        statement.execute("alter role " + OWNER + " password '" + secrets.owner() + "'");
        statement.execute("alter role " + GATE + " password '" + secrets.gate() + "'");
        for (String taken : List.of("ansinh_worker", "ansinh_determiner", "ansinh_doorkeeper")) {
            statement.execute("grant " + taken + " to " + GATE + " with inherit false, set true");
        }
        statement.execute("grant ansinh_officer to " + OWNER + " with admin true, inherit false, set false");
    }

    private static void make(Statement statement, String role, String options) throws SQLException {
        if (!exists(statement, "select from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role + " " + options);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
