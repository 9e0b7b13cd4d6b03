package org.ansinh.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server started the way a person starts it, through ./ansinh, and stopped the way a person stops it. */
final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Process process;
    private final URI address;
    private final Path output;
    private final long startedNanos;

    private Server(Process process, URI address, Path output, long startedNanos) {
        this.process = process;
        this.address = address;
        this.output = output;
        this.startedNanos = startedNanos;
    }

    static Server start(Path project, Path output, Path data, List<String> options) throws IOException {
        var port = freePort();
        var command = new ArrayList<>(List.of(project.resolve("ansinh").toString()));
        command.addAll(options);
        command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        var process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Server(process, URI.create("http://127.0.0.1:" + port), output, System.nanoTime());
    }

    URI address() {
        return address;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /**
     * Waits until the address is printed, which is when everything is in, and its sign-in page answers; how long that took since the start. The page alone answers
     * sooner, over a register that is still being filled.
     */
    Duration awaitSignInPage() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve("/login")).build();
            while (process.isAlive()) {
                var waited = Duration.ofNanos(System.nanoTime() - startedNanos);
                if (waited.compareTo(PATIENCE) > 0) {
                    throw new IOException("No sign-in page at %s after %s; see %s".formatted(address, waited, output));
                }
                if (output().contains(address.toString()) && answers(client, request)) {
                    return Duration.ofNanos(System.nanoTime() - startedNanos);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IOException("The server ended before its sign-in page showed:\n" + output());
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The most memory that the server, or one of the database's processes, took in MiB, as the kernel saw it; 0 where it does not tell. */
    long peakMemoryMib() throws IOException {
        long most = 0;
        for (var one : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()) {
            var status = Path.of("/proc", Long.toString(one.pid()), "status");
            if (Files.isReadable(status)) {
                most = Math.max(
                        most,
                        Files.readAllLines(status).stream()
                                .filter(it -> it.startsWith("VmHWM:"))
                                .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024)
                                .findFirst()
                                .orElse(0));
            }
        }
        return most;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
