package org.ansinh.app.access.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/** One of the codes that an officer keeps on paper for the day the phone is lost: sixty bits of chance, good for one time. */
public record RecoveryCode(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LETTERS = 12;

    public static RecoveryCode fresh() {
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        String letters = Letters.of(bytes).substring(0, LETTERS);
        return new RecoveryCode(letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8));
    }

    /** Whether something typed could be one at all. */
    public static boolean looksLikeOne(String typed) {
        return plain(typed).length() == LETTERS;
    }

    /** So much chance needs no slow hash; with the officer in it, so that equal codes of two are not seen to be equal. */
    public static byte[] hash(int officer, String typed) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((officer + ":" + plain(typed)).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
