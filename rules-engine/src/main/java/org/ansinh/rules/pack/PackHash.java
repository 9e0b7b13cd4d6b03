package org.ansinh.rules.pack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The name of exactly these files: SHA-256 over sorted names and bytes, each with its length so that none can blur. */
public final class PackHash {

    private PackHash() {}

    public static String of(Map<String, byte[]> sortedFiles) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            sortedFiles.forEach((name, bytes) -> {
                add(digest, name.getBytes(StandardCharsets.UTF_8));
                add(digest, bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("This Java has no SHA-256.", everyJavaHasIt);
        }
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        digest.update(bytes);
    }
}
