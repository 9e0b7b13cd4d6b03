package org.ansinh.app.lawbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.rules.Law;
import org.ansinh.rules.filling.Filling;
import org.ansinh.rules.pack.PackReader;
import org.jspecify.annotations.Nullable;

/**
 * The law pack that came with this server, with the official texts that its administrator laid into the holes. It is read in seconds of one core, which a start has
 * to spare while its database wakes.
 */
public final class ShippedPack {

    private static final AtomicReference<@Nullable CompletableFuture<Shipped>> READING = new AtomicReference<>();

    private ShippedPack() {}

    /** A pack and how its files are stored. */
    record Shipped(Law law, Supplier<byte[]> zipped) {}

    /** Begins to read, and returns at once. */
    public static void readAhead() {
        readAhead(List.of(), false);
    }

    /**
     * Begins to read the pack with these fillings, and returns at once.
     *
     * @param samples whether a filling may be a sample; only a demonstration loads what is no law
     */
    public static void readAhead(List<Path> fillings, boolean samples) {
        READING.compareAndSet(
                null,
                CompletableFuture.supplyAsync(() -> fillings.isEmpty()
                        ? new Shipped(PackFolder.shipped(Law::load), () -> PackFolder.shipped(PackFolder::zipped))
                        : filled(fillings, samples)));
    }

    static Shipped filled(List<Path> fillings, boolean samples) {
        var filled = Filling.over(PackFolder.shipped(PackReader::bytesOf), fillings);
        if (filled.law().isEmpty()) {
            throw new HouseTrouble(
                    "filling.refused",
                    filled.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        if (filled.sample() && !samples) {
            throw new HouseTrouble(
                    "filling.sample", fillings.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return new Shipped(filled.law().get(), () -> PackFolder.zipped(filled.files()));
    }

    private static Shipped read() {
        readAhead();
        var reading = READING.get();
        try {
            return Objects.requireNonNull(reading).join();
        } catch (CompletionException trouble) {
            throw trouble.getCause() instanceof RuntimeException known ? known : trouble;
        }
    }

    static Law law() {
        return read().law();
    }

    static byte[] zipped() {
        return read().zipped().get();
    }
}
