package org.ansinh.app.lawbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ansinh.rules.pack.PackReader;

/** A pack as a folder on disk, in the jar that ships it, or as the zip the lawbook keeps. */
final class PackFolder {

    private static final FileTime NO_TIME = FileTime.fromMillis(315_532_800_000L);

    private PackFolder() {}

    /** The pack that came with this server: a folder of the class path, or inside a jar of it. */
    static <T> T shipped(Function<Path, T> use) {
        var found = PackFolder.class.getResource("/law-vn/pack.yaml");
        if (found == null) {
            throw new IllegalStateException("This server was built without a law pack: /law-vn/pack.yaml is missing.");
        }
        try {
            var place = found.toURI();
            if (!place.getScheme().equals("jar")) {
                return use.apply(folderOf(Path.of(place)));
            }
            var jar = URI.create(place.toString().substring(0, place.toString().indexOf("!/")));
            return inside(jar, files -> use.apply(files.getPath("/law-vn")));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path folderOf(Path file) {
        var folder = file.getParent();
        return folder == null ? file : folder;
    }

    /** Each reader opens the jar for itself: one that is shared by its address is closed for all of them by whoever is done first. */
    static <T> T inside(URI jar, Function<FileSystem, T> use) {
        var file = Path.of(URI.create(jar.getSchemeSpecificPart()));
        try (var files = FileSystems.newFileSystem(file)) {
            return use.apply(files);
        } catch (IOException trouble) {
            throw new UncheckedIOException("The law pack in " + file + " cannot be read.", trouble);
        }
    }

    /** The files of a pack, by name, as one zip: the same files give the same bytes. */
    static byte[] zipped(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException("The law pack cannot be stored.", trouble);
        }
        return bytes.toByteArray();
    }

    static byte[] zipped(Path folder) {
        return zipped(PackReader.bytesOf(folder));
    }

    /** Lays a stored zip out as files for as long as it is read. */
    static <T> T unzipped(byte[] zip, Function<Path, T> use) {
        try {
            var file = Files.createTempFile("law-pack", ".zip");
            try {
                Files.write(file, zip);
                try (var files = FileSystems.newFileSystem(file)) {
                    return use.apply(files.getPath("/"));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException("A stored law pack cannot be laid out to be read.", trouble);
        }
    }
}
