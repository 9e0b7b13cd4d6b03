package org.ansinh.app.lawbook;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ansinh.rules.Law;

/** The law pack that came with this server. It is read in seconds of one core, which a start has to spare while its database wakes. */
public final class ShippedPack {

    private static final CompletableFuture<Law> READING =
            CompletableFuture.supplyAsync(() -> PackFolder.shipped(Law::load));

    private ShippedPack() {}

    /** Begins to read, and returns at once. */
    public static void readAhead() {
        // the class is initialized, and with it the reading has begun
    }

    static Law law() {
        try {
            return READING.join();
        } catch (CompletionException trouble) {
            throw trouble.getCause() instanceof RuntimeException known ? known : trouble;
        }
    }

    static byte[] zipped() {
        return PackFolder.shipped(PackFolder::zipped);
    }
}
