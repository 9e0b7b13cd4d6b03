package org.ansinh.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The database roles of the house and the one moment at which an administrator of the server works: making them and the database. Afterwards that login is not
 * needed until roles are missing again.
 */
public final class HouseRoles {
    public static final String OWNER = "ansinh_owner";
    public static final String GATE = "ansinh_gate";
    private static final int OLDEST_VERSION = 180000;
    private static final String WRONG_PASSWORD = "28P01";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String STARTING = "57P03";
    private static final int PATIENCE_SECONDS = 60;

    private final DatabaseLogin administrator;
    private final String database;
    private final Secrets secrets;
    private final DatabaseLogin owner;

    private HouseRoles(DatabaseLogin administrator, String database, Secrets secrets) {
        this.administrator = administrator;
        this.database = database;
        this.secrets = secrets;
        this.owner = administrator.database(database).as(OWNER, secrets.owner());
    }

    /** The owner's login, after roles and database are there. */
    public static DatabaseLogin prepare(DatabaseLogin administrator, String database, Secrets secrets) {
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new HouseTrouble("database.bad_name", database);
        }
        return new HouseRoles(administrator, database, secrets).prepare();
    }

    private DatabaseLogin prepare() {
        String ownerRefused = refusal(owner);
        if (ownerRefused.isEmpty() && refusal(owner.as(GATE, secrets.gate())).isEmpty()) {
            return owner;
        }
        try (Connection connection = anyDatabase();
                Statement statement = connection.createStatement()) {
            mustBeNewEnough(connection, administrator.url());
            if (ownerRefused.equals(WRONG_PASSWORD)) {
                mustNotServeAnother(statement);
            }
            makeRoles(statement);
            makeDatabase(statement);
        } catch (SQLException e) {
            throw trouble(administrator, e);
        }
        try (Connection connection = connect(owner);
                Statement statement = connection.createStatement()) {
            statement.execute("revoke all on database " + database + " from public");
            statement.execute("grant connect on database " + database + " to " + GATE);
        } catch (SQLException e) {
            throw trouble(owner, e);
        }
        return owner;
    }

    /** Refuses a server older than PostgreSQL 18: temporal keys, virtual columns and more are used throughout. */
    static void mustBeNewEnough(Connection connection, String url) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('server_version_num')::int, current_setting('server_version')")) {
            row.next();
            if (row.getInt(1) < OLDEST_VERSION) {
                throw new HouseTrouble("database.too_old", url, row.getString(2));
            }
        }
    }

    /** What a person can do about a server that does not let us in. */
    public static HouseTrouble trouble(DatabaseLogin login, SQLException refused) {
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        String says = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        HouseTrouble trouble;
        if (state.startsWith("28")) {
            trouble = new HouseTrouble("database.wrong_password", login.url(), login.user(), says);
        } else if (state.startsWith("08")) {
            trouble = new HouseTrouble("database.unreachable", login.url(), says);
        } else if (state.equals("42501")) {
            trouble = new HouseTrouble("database.no_rights", login.user(), login.url(), says);
        } else if (state.equals("53300")) {
            trouble = new HouseTrouble("database.full_house", login.url(), says);
        } else {
            trouble = new HouseTrouble("database.refused", login.url(), says);
        }
        return trouble.because(refused);
    }

    /** @return the state with which the server refuses; empty when it admits */
    private static String refusal(DatabaseLogin login) {
        try (Connection connection = connect(login)) {
            mustBeNewEnough(connection, login.url());
            return "";
        } catch (SQLException e) {
            return e.getSQLState() == null ? "?" : e.getSQLState();
        }
    }

    private Connection anyDatabase() throws SQLException {
        try {
            return connect(administrator.database("postgres"));
        } catch (SQLException e) {
            if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
                return connect(administrator.database(database));
            }
            throw e;
        }
    }

    /** A server that is just starting is waited for. */
    private static Connection connect(DatabaseLogin login) throws SQLException {
        for (int second = 0; ; second++) {
            try {
                return login.connect();
            } catch (SQLException e) {
                if (!STARTING.equals(e.getSQLState()) || second == PATIENCE_SECONDS) {
                    throw e;
                }
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted while the server was starting.", STARTING, e);
            }
        }
    }

    /** The roles are there with passwords we do not know: another installation's, perhaps at work this minute. */
    private void mustNotServeAnother(Statement statement) throws SQLException {
        if (exists(statement, "select from pg_stat_activity where usename in ('" + OWNER + "', '" + GATE + "')")) {
            throw new HouseTrouble("database.anothers", administrator.url());
        }
    }

    private void makeRoles(Statement statement) throws SQLException {
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

    private void makeDatabase(Statement statement) throws SQLException {
        if (!exists(statement, "select from pg_roles where rolname = current_user and rolsuper")) {
            // who makes a database for another must be able to become that other
            statement.execute("grant " + OWNER + " to current_user with inherit false, set true");
        }
        if (!exists(statement, "select from pg_database where datname = '" + database + "'")) {
            statement.execute(
                    "create database " + database + " owner " + OWNER
                            + " template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'");
        } else if (!exists(
                statement,
                "select from pg_database where datname = '" + database + "' and datdba = '" + OWNER + "'::regrole")) {
            statement.execute("alter database " + database + " owner to " + OWNER);
        }
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
