package org.ansinh.app.access.model;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that a phone shows for half a minute (RFC 6238, HMAC-SHA-1, as every authenticator has it). */
public final class OneTimeCode {
    public static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCode() {}

    public static byte[] freshSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    public static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /**
     * The half minute whose code was typed. A clock may be half a minute off; a code that has opened the door once, or any before it, does not open it again.
     *
     * @param lastStep the half minute of the last code that was taken
     */
    public static OptionalLong matching(byte[] secret, String typed, Instant now, long lastStep) {
        byte[] given = typed.replace(" ", "").getBytes(StandardCharsets.US_ASCII);
        long current = stepAt(now);
        for (long step = current - 1; step <= current + 1; step++) {
            byte[] right = at(secret, step, DIGITS).getBytes(StandardCharsets.US_ASCII);
            if (step > lastStep && MessageDigest.isEqual(right, given)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    public static String at(byte[] secret, long step, int digits) {
        byte[] hash = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
        var text = Long.toString(number);
        return text.length() >= digits
                ? text.substring(text.length() - digits)
                : "0".repeat(digits - text.length()) + text;
    }

    /** What an authenticator reads from the picture. */
    public static String address(String issuer, String login, byte[] secret) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(issuer), encoded(login), Letters.of(secret), encoded(issuer));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1.", e);
        }
    }
}
