package org.ansinh.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Who connects where. */
public record DatabaseLogin(String url, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    public DatabaseLogin as(String otherUser, String itsPassword) {
        return new DatabaseLogin(url, otherUser, itsPassword);
    }

    /** The same login for another database of the same server. */
    public DatabaseLogin database(String name) {
        int options = url.indexOf('?');
        String address = options < 0 ? url : url.substring(0, options);
        String rest = options < 0 ? "" : url.substring(options);
        return new DatabaseLogin(address.substring(0, address.lastIndexOf('/') + 1) + name + rest, user, password);
    }

    /** The name of the database the address ends in. */
    public String databaseName() {
        int options = url.indexOf('?');
        String address = options < 0 ? url : url.substring(0, options);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** Without the password: a login is printed in messages. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
