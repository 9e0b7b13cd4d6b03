package org.ansinh.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL's programs run. The server refuses user 0 on principle; a demo in a container or on a rented machine usually starts as user 0. So an
 * ordinary user runs them as itself; user 0 runs them in a user namespace, where it looks like nobody; where namespaces are switched off, as another,
 * existing user to whom the database's files then belong.
 */
sealed interface ServerUser {

    /** What to put before a command. */
    List<String> prefix();

    /** Whose files the database's must be. */
    int owner();

    record Itself(int owner) implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    record InUserNamespace() implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public int owner() {
            return 0;
        }
    }

    record Another(String name, int owner, int group, String tool) implements ServerUser {
        @Override
        public List<String> prefix() {
            return tool.equals("setpriv")
                    ? List.of("setpriv", "--reuid=" + owner, "--regid=" + group, "--clear-groups", "--")
                    : List.of("runuser", "-u", name, "--");
        }
    }

    /** The way that works on this machine. */
    static ServerUser here(Path folder) throws IOException {
        int me = ownerOf(folder);
        if (!isRoot()) {
            return new Itself(me);
        }
        return succeeds(List.of("unshare", "-U", "true")) ? new InUserNamespace() : another();
    }

    /** For user 0 on a machine without user namespaces. */
    static ServerUser another() throws IOException {
        for (String name : List.of("postgres", "nobody")) {
            for (String tool : List.of("setpriv", "runuser")) {
                var entry = passwdEntry(name);
                if (entry != null) {
                    var user = new Another(name, Integer.parseInt(entry[2]), Integer.parseInt(entry[3]), tool);
                    var probe = new ArrayList<>(user.prefix());
                    probe.add("true");
                    if (succeeds(probe)) {
                        return user;
                    }
                }
            }
        }
        throw new HouseTrouble("postgres.root");
    }

    private static String @org.jspecify.annotations.Nullable [] passwdEntry(String name) throws IOException {
        Path passwd = Path.of("/etc/passwd");
        if (Files.notExists(passwd)) {
            return null;
        }
        for (String line : Files.readAllLines(passwd)) {
            String[] fields = line.split(":", -1);
            if (fields.length >= 4 && fields[0].equals(name)) {
                return fields;
            }
        }
        return null;
    }

    /** Gives the files to the user who runs the server, when an earlier start was another's. */
    default void own(Path tree) throws IOException {
        if (!isRoot() || Files.notExists(tree) || ownerOf(tree) == owner()) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", owner(), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int ownerOf(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isRoot() throws IOException {
        // the link itself is root's for everybody: what it leads to is this process
        Path self = Path.of("/proc/self");
        if (Files.exists(self)) {
            return Files.getAttribute(self, "unix:uid").equals(0);
        }
        return System.getProperty("user.name").equals("root");
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Can the server's user reach the folder at all? A home folder of root usually cannot be entered by anybody else. */
    default void mustReach(Path folder) throws IOException {
        if (!(this instanceof Another other)) {
            return;
        }
        // its own folder only as far as to the database's in it: no looking around
        var own = Files.getPosixFilePermissions(folder);
        if (own.add(java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(folder, own);
        }
        for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
            var rights = Files.readAttributes(each, PosixFileAttributes.class);
            boolean enters = rights.permissions().contains(java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE)
                    || ownerOf(each) == other.owner();
            if (!enters) {
                throw new HouseTrouble("postgres.cannot_enter", other.name(), each);
            }
        }
    }
}
