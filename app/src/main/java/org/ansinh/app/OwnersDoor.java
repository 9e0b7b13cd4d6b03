package org.ansinh.app;

import java.io.IOException;
import java.nio.file.Files;
import org.ansinh.postgres.DataFolder;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.HouseRoles;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.postgres.Secrets;

/** The owner's login for a command that is no server: to the running server's database, or to one started for the purpose. */
final class OwnersDoor {
    private OwnersDoor() {}

    static DatabaseLogin to(Options options, Stopping stopping) {
        DataFolder free = DataFolder.openIfFree(options.data());
        if (free == null) {
            return running(options);
        }
        free.close();
        return toItsOwn(options, stopping);
    }

    /** To tables as this version knows them; those of a running server are the server's own business. */
    static DatabaseLogin toItsTables(Options options, Stopping stopping) {
        DataFolder free = DataFolder.openIfFree(options.data());
        if (free == null) {
            return running(options);
        }
        free.close();
        DatabaseLogin owner = toItsOwn(options, stopping);
        Migrations.run(owner);
        return owner;
    }

    static DatabaseLogin toItsOwn(Options options, Stopping stopping) {
        var house = new House(options, System.getenv());
        stopping.close(house::close);
        house.open();
        return house.owner();
    }

    private static DatabaseLogin running(Options options) {
        try {
            String url = Files.readString(options.data().resolve(House.ADDRESS)).strip();
            return new DatabaseLogin(
                    url,
                    HouseRoles.OWNER,
                    Secrets.in(options.data().resolve("secrets")).owner());
        } catch (IOException e) {
            throw new HouseTrouble("backup.starting", options.data()).because(e);
        }
    }
}
